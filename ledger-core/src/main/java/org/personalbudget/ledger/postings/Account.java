package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.Grain.BOOK;
import static org.personalbudget.ledger.postings.Account.Grain.SOURCE;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;

/** The chart of accounts. */
public enum Account {
    BANK(1000, "Bank", Kind.ASSET, SOURCE),
    CARD_PROGRAMME(1010, "Card programme", Kind.ASSET, SOURCE),
    PAYMENT_CLEARING(1100, "Payment clearing", Kind.ASSET, SOURCE),
    IN_TRANSIT(1190, "Direct payment in transit", Kind.ASSET, SOURCE),
    DIRECT_PAYMENT_ACCOUNTS(1200, "Direct-payment accounts", Kind.ASSET, SOURCE),
    CARDS(1205, "Cards", Kind.ASSET, SOURCE),
    MANAGED_ACCOUNTS(1215, "Managed accounts", Kind.ASSET, SOURCE),
    SERVICE_FUNDS(1220, "Individual service funds", Kind.ASSET, SOURCE),
    CONTRIBUTION_RECEIVABLE(1300, "Contribution receivable", Kind.ASSET, SOURCE),
    RECLAIM_RECEIVABLE(1350, "Reclaim receivable", Kind.ASSET, SOURCE),
    SUPPLIER_RECOVERY(1400, "Supplier recovery", Kind.ASSET, SOURCE),
    VAT_RECOVERABLE(1450, "VAT recoverable", Kind.ASSET, SOURCE),
    DUE_FROM_CO_FUNDER(1500, "Due from co-funder", Kind.ASSET, BOOK),
    SUPPLIER_PAYABLE(2000, "Supplier payable", Kind.LIABILITY, SOURCE),
    ACCRUED_CARE(2100, "Accrued care", Kind.LIABILITY, SOURCE),
    DIRECT_PAYMENT_PAYABLE(2200, "Direct payment payable", Kind.LIABILITY, SOURCE),
    CONTRIBUTION_REFUNDS(2300, "Contribution refunds", Kind.LIABILITY, SOURCE),
    OWN_MONEY_HELD(2350, "Own money held", Kind.LIABILITY, SOURCE),
    UNALLOCATED_RECEIPTS(2400, "Unallocated receipts", Kind.LIABILITY, SOURCE),
    CO_FUNDER_ADVANCES(2500, "Co-funder advances", Kind.LIABILITY, BOOK),
    TAKE_ON(3000, "Take-on balances", Kind.EQUITY, SOURCE),
    CONTRIBUTION_INCOME(4000, "Contribution income", Kind.INCOME, SOURCE),
    CO_FUNDER_INCOME(4100, "Co-funder income", Kind.INCOME, BOOK),
    HOME_CARE(5000, "Agency home care", Kind.EXPENDITURE, BOOK),
    PERSONAL_ASSISTANT(5010, "Personal-assistant employment", Kind.EXPENDITURE, BOOK),
    DAY_OPPORTUNITIES(5020, "Day opportunities", Kind.EXPENDITURE, BOOK),
    RESPITE(5030, "Respite", Kind.EXPENDITURE, BOOK),
    FLEXIBLE(5040, "Flexible (non-service)", Kind.EXPENDITURE, BOOK),
    EQUIPMENT(5050, "Equipment and technology", Kind.EXPENDITURE, BOOK),
    TRANSPORT(5060, "Transport", Kind.EXPENDITURE, BOOK),
    SUPPORT_FEES(5070, "Support fees", Kind.EXPENDITURE, BOOK),
    EMPLOYER_COSTS(5080, "Employer start-up and on-costs", Kind.EXPENDITURE, BOOK),
    CARER_SUPPORT(5090, "Carer support", Kind.EXPENDITURE, BOOK),
    SPEND_UNDER_QUERY(5800, "Spend under query", Kind.EXPENDITURE, SOURCE),
    WRITE_OFF(5900, "Write-off and waived", Kind.EXPENDITURE, BOOK),
    ROUNDING(5910, "Rounding", Kind.EXPENDITURE, BOOK),
    ALLOCATED(9000, "Allocated", Kind.MEMORANDUM, BOOK),
    UNCOMMITTED(9010, "Uncommitted", Kind.MEMORANDUM, BOOK),
    COMMITTED(9100, "Committed", Kind.MEMORANDUM, BOOK),
    CONSUMED(9200, "Consumed", Kind.MEMORANDUM, BOOK);

    private static final Map<Integer, Account> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Account::code, Function.identity()));

    private final int code;
    private final String title;
    private final Kind kind;
    private final Grain grain;

    Account(int code, String title, Kind kind, Grain grain) {
        this.code = code;
        this.title = title;
        this.kind = kind;
        this.grain = grain;
    }

    /** Four digits, as the chart of accounts numbers it. */
    public int code() {
        return code;
    }

    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    Grain grain() {
        return grain;
    }

    public static Optional<Account> withCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** @throws IllegalArgumentException for a deployment that holds no money */
    public static Account custody(AccountKind kind) {
        return withCode(kind.custodyAccount().orElseThrow(() -> new IllegalArgumentException(kind + " holds no money")))
                .orElseThrow();
    }

    public static Account expenditure(Category category) {
        return withCode(category.account()).orElseThrow();
    }

    /** Where an account stands in the accounts of the year. */
    public enum Kind {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENDITURE,
        /** Budgetary control: balances in itself and is no part of the accounts of the year. */
        MEMORANDUM
    }

    /** What its lines tell apart. */
    enum Grain {
        /** Whose money it is: each funder's, the person's contribution, the person's own. */
        SOURCE,
        /** Only whose book it is in: the person's contribution is part of the charging council's. */
        BOOK
    }
}
