package org.personalbudget.ops.http.payruns;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payrun.ControlTotals;
import org.personalbudget.ledger.payrun.ExclusionReason;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.PayRunState;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.projections.payruns.PayRunView;

/**
 * A run as its approver sees it.
 *
 * @param hash stands for everything that is to be paid; null until it is built
 * @param totals what was built and can still be paid, and is approved under the hash
 * @param released what of it goes out; null until every budget has submitted its payments
 * @param late whether the day on which the file had to be with Bacs had passed when the run was begun
 * @param alerts payments to details that are about to change; the first of them
 * @param variance against the last run of the kind
 * @param excluded what is left out; the first of it
 * @param dropped what was built and could not be paid any more when it was to be approved, or went out
 * @param items what is in it; the first of it
 */
@Schema(name = "PayRun")
record PayRunAnswer(
        PayRunId runId,
        PayRunKind kind,
        LocalDate dueBy,
        @Nullable PeriodId period,
        PayRunState.Standing status,
        PayRunDates dates,
        boolean late,
        @Nullable String hash,
        ControlTotals totals,
        @Nullable ControlTotals released,
        String builtBy,
        Instant builtAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        int alertCount,
        List<Alert> alerts,
        Varied variance,
        List<Excluded> excluded,
        List<Item> dropped,
        List<Item> items) {

    /** Whose money it is. */
    @Schema(name = "PayRunPayee")
    record Payee(BankPayee.Kind kind, UUID id) {
        static Payee of(BankPayee payee) {
            return new Payee(payee.kind(), payee.id());
        }
    }

    /**
     * @param details the version of the bank details it goes to; null for a card
     * @param endToEndId by which the bank speaks of it
     * @param dropped the refusal for which it does not go out after all
     */
    @Schema(name = "PayRunItem")
    record Item(
            int number,
            PaymentId paymentId,
            int attempt,
            BudgetId budgetId,
            Payee payee,
            PaymentPurpose purpose,
            Channel channel,
            LocalDate dueOn,
            Money amount,
            @Nullable Integer details,
            String endToEndId,
            @Nullable String dropped) {

        static Item of(PayRunView.Item it) {
            var item = it.item();
            return new Item(
                    item.number(),
                    item.payment(),
                    item.attempt(),
                    item.budget(),
                    Payee.of(item.payee()),
                    item.purpose(),
                    item.channel(),
                    item.dueOn(),
                    item.amount(),
                    item.details(),
                    item.endToEndId(),
                    it.dropped());
        }
    }

    /**
     * @param code BANK_DETAILS_CHANGING
     * @param details the version that is still paid to
     * @param awaited the version that is proposed or cools off
     */
    @Schema(name = "PayRunAlert")
    record Alert(
            String code,
            PaymentId paymentId,
            BudgetId budgetId,
            Payee payee,
            Money amount,
            @Nullable Integer details,
            @Nullable Integer awaited) {

        static Alert of(PayRunView.Item it) {
            var item = it.item();
            return new Alert(
                    "BANK_DETAILS_CHANGING",
                    item.payment(),
                    item.budget(),
                    Payee.of(item.payee()),
                    item.amount(),
                    item.details(),
                    item.awaited());
        }
    }

    /** @param code the refusal behind it, if one is */
    @Schema(name = "PayRunExcluded")
    record Excluded(
            BudgetId budgetId,
            @Nullable Payee payee,
            @Nullable PaymentId paymentId,
            Money amount,
            ExclusionReason reason,
            @Nullable String code) {

        static Excluded of(PayRunView.Excluded it) {
            return new Excluded(
                    it.budget(),
                    it.payee() == null ? null : Payee.of(it.payee()),
                    it.payment(),
                    it.amount(),
                    it.reason(),
                    it.code());
        }
    }

    /** @param differences the largest first */
    @Schema(name = "PayRunVariance")
    record Varied(
            @Nullable PayRunId previousRunId,
            int added,
            int gone,
            int changed,
            int unchanged,
            Money before,
            Money now,
            List<Difference> differences) {}

    /**
     * One payee that is paid another amount than in the last run.
     *
     * @param before null for who is new
     * @param now null for who is gone
     */
    @Schema(name = "PayRunDifference")
    record Difference(
            BudgetId budgetId,
            Payee payee,
            @Nullable Money before,
            @Nullable Money now) {

        static Difference of(PayRunView.Difference it) {
            return new Difference(it.budget(), Payee.of(it.payee()), it.before(), it.now());
        }
    }
}
