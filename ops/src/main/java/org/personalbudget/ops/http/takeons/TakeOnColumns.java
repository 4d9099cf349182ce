package org.personalbudget.ops.http.takeons;

import java.util.Set;
import org.personalbudget.payments.csv.CsvShape;

/** The columns of a take-on file, and the kinds of its rows. Each kind uses some of the columns; the rest stay empty. */
final class TakeOnColumns {

    static final String RECORD = "record";
    static final String REF = "ref";
    static final String PERSON = "person";
    static final String CARE_GROUP = "careGroup";
    static final String AFTERCARE = "aftercare";
    static final String WEEKLY = "weekly";
    static final String FUNDERS = "funders";
    static final String RISK_TIER = "riskTier";
    static final String CONTRIBUTION = "contribution";
    static final String LINE = "line";
    static final String KIND = "kind";
    static final String CATEGORY = "category";
    static final String OUTCOME = "outcome";
    static final String STATEMENT = "statement";
    static final String UNITS = "units";
    static final String RATE = "rate";
    static final String SUPPLIER = "supplier";
    static final String ACCOUNT = "account";
    static final String METHOD = "method";
    static final String HOLDER = "holder";
    static final String SOURCE = "source";
    static final String AMOUNT = "amount";
    static final String DUE_ON = "dueOn";

    /** Up to 100,000 rows, with a statement of up to 2,000 characters. */
    static final CsvShape SHAPE = new CsvShape(
            Set.of(RECORD, REF),
            Set.of(
                    PERSON,
                    CARE_GROUP,
                    AFTERCARE,
                    WEEKLY,
                    FUNDERS,
                    RISK_TIER,
                    CONTRIBUTION,
                    LINE,
                    KIND,
                    CATEGORY,
                    OUTCOME,
                    STATEMENT,
                    UNITS,
                    RATE,
                    SUPPLIER,
                    ACCOUNT,
                    METHOD,
                    HOLDER,
                    SOURCE,
                    AMOUNT,
                    DUE_ON),
            100_000,
            4_000);

    private TakeOnColumns() {}

    /** What a row is about. */
    enum Kind {
        BUDGET,
        OUTCOME,
        LINE,
        ACCOUNT,
        BALANCE,
        ITEM
    }
}
