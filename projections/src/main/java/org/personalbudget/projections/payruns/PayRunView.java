package org.personalbudget.projections.payruns;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.ControlTotals;
import org.personalbudget.ledger.payrun.ExclusionReason;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.PayRunState;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * A run, as far as it has got.
 *
 * @param position where it was begun; lists are in this order
 * @param parts in how many its items came
 * @param submittedParts of how many of them the payments are submitted
 * @param totals what was built and is still in it, and is approved under the hash
 * @param released what of it goes out, or null until that is known
 * @param hash null until it is built
 * @param builtHash over the items as they were built, whatever has changed since
 */
public record PayRunView(
        PayRunId run,
        long position,
        PayRunKind kind,
        LocalDate dueBy,
        @Nullable PeriodId period,
        PayRunDates dates,
        PayRunState.Standing standing,
        int parts,
        int submittedParts,
        ControlTotals totals,
        @Nullable ControlTotals released,
        @Nullable String hash,
        @Nullable String builtHash,
        String builtBy,
        Instant builtAt,
        LocalDate builtOn,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt) {

    /** @param dropped the refusal for which it does not go out after all, or null */
    public record Item(PayRunItem item, @Nullable String dropped) {}

    /**
     * What is left out.
     *
     * @param cursor its place in the list
     * @param code the refusal behind it, or null
     */
    public record Excluded(
            long cursor,
            BudgetId budget,
            @Nullable BankPayee payee,
            @Nullable PaymentId payment,
            Money amount,
            ExclusionReason reason,
            @Nullable String code) {}

    /** How what somebody gets differs from the last run of the kind: null for nothing at all. */
    public record Difference(
            BudgetId budget,
            BankPayee payee,
            @Nullable Money before,
            @Nullable Money now) {}

    /** @param previous the last run of the kind that was approved, or null if this is the first */
    public record Variance(
            @Nullable PayRunId previous, int added, int gone, int changed, int unchanged, Money before, Money now) {}
}
