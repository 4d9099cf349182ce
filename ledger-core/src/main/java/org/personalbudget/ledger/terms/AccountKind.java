package org.personalbudget.ledger.terms;

import java.util.OptionalInt;

/** How a budget, or a part of it, is deployed. */
public enum AccountKind {
    DIRECT_PAYMENT(1200),
    PREPAID_CARD(1205),
    MANAGED_ACCOUNT(1215),
    INDIVIDUAL_SERVICE_FUND(1220),
    COUNCIL_MANAGED(0),
    NOTIONAL(0);

    private final int account;

    AccountKind(int account) {
        this.account = account;
    }

    /** Whether public money is held outside the council, so that it can be paid in, spent and reconciled. */
    public boolean holdsMoney() {
        return account != 0;
    }

    /** The number of its custody account in the chart of accounts, if it holds money. */
    public OptionalInt custodyAccount() {
        return holdsMoney() ? OptionalInt.of(account) : OptionalInt.empty();
    }
}
