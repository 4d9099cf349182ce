package org.personalbudget.ops.http.course;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.request.Facts;

/** What a change made of periods that had been paid or billed before. */
@Schema(description = "What the change made of periods that had been paid or billed before.")
public record Consequences(
        @Schema(description = "What is owed to an account beyond what it was paid.")
        List<Adjusted> adjustments,

        @Schema(description = "Instalments not handed to the bank yet that are lower now.")
        List<Reduced> reductions,

        @Schema(description = "What an account was paid for a period beyond what it is entitled to.")
        List<Above> overAdvances,

        @Schema(description = "Contributions that had fallen due and are another amount now.")
        List<Contribution> contributions) {

    @Schema(name = "AdjustedInstalment")
    record Adjusted(PaymentId paymentId, AccountId accountId, PeriodId period, Money payable) {}

    @Schema(name = "ReducedInstalment")
    record Reduced(PaymentId paymentId, AccountId accountId, PeriodId period, Money by, boolean cancelled) {}

    @Schema(name = "OverAdvance")
    record Above(AccountId accountId, PeriodId period, Money amount) {}

    @Schema(name = "AdjustedContribution")
    record Contribution(PeriodId period, Money before, Money after, Money toRefund) {}

    /** Read from what one decision recorded. */
    public static Consequences of(Facts facts) {
        return new Consequences(
                facts.all(InstalmentApproved.class).stream()
                        .filter(it -> it.instalment() == InstalmentKind.ADJUSTMENT)
                        .map(it -> new Adjusted(
                                it.payment(),
                                it.account(),
                                it.servicePeriod(),
                                it.payable().total()))
                        .toList(),
                facts.all(InstalmentReduced.class).stream()
                        .map(it -> new Reduced(
                                it.payment(),
                                it.account(),
                                it.servicePeriod(),
                                it.by().total(),
                                it.cancelled()))
                        .toList(),
                facts.all(OverAdvanced.class).stream()
                        .map(it -> new Above(it.account(), it.servicePeriod(), it.amount()))
                        .toList(),
                facts.all(ContributionAdjusted.class).stream()
                        .map(it -> new Contribution(it.servicePeriod(), it.before(), it.after(), it.toRefund()))
                        .toList());
    }
}
