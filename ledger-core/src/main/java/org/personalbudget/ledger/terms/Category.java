package org.personalbudget.ledger.terms;

/** What money is spent on; each has one expenditure account. */
public enum Category {
    HOME_CARE(5000),
    PERSONAL_ASSISTANT(5010),
    DAY_OPPORTUNITY(5020),
    RESPITE(5030),
    FLEXIBLE(5040),
    EQUIPMENT(5050),
    TRANSPORT(5060),
    SUPPORT_FEE(5070),
    EMPLOYER_COST(5080),
    CARER_SUPPORT(5090);

    private final int account;

    Category(int account) {
        this.account = account;
    }

    /** The number of its account in the chart of accounts. */
    public int account() {
        return account;
    }
}
