package org.personalbudget.ledger.model;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/**
 * Where in the books an amount stands, as finely as anything can be asked for. Custody balances are kept by account and ring-fence,
 * expenditure and the budget's own lines by plan line and service period, income by service period.
 */
public record Place(
        int code,
        Source source,
        Funder book,
        @Nullable AccountId account,
        @Nullable PaymentId ringFence,
        @Nullable LineId line,
        @Nullable PeriodId period) {

    /** The place of a journal line: dimensions that the account is not kept by are left out. */
    public static Place of(
            int code,
            Source source,
            Funder book,
            @Nullable AccountId account,
            @Nullable PaymentId ringFence,
            @Nullable LineId line,
            @Nullable PeriodId period) {
        boolean custody = code >= 1200 && code < 1300;
        boolean expense = code >= 5000 && code < 5100;
        boolean memorandum = code >= 9000;
        return new Place(
                code,
                source,
                book,
                custody ? account : null,
                custody ? ringFence : null,
                expense || memorandum ? line : null,
                expense || memorandum || code == 4000 ? period : null);
    }

    @Override
    public String toString() {
        String text = code + " " + book + (source == book.source() ? "" : "/" + source);
        if (line != null) text += " line " + line;
        if (period != null) text += " " + period;
        if (ringFence != null) text += " fenced " + ringFence;
        return account == null ? text : text + " in " + account;
    }
}
