package org.personalbudget.ops.http.periods;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.postings.Account;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.projections.period.PeriodView;

/** A period as it is answered. */
@Schema(name = "Period")
record PeriodAnswer(
        PeriodId period,
        LocalDate first,
        LocalDate last,
        PeriodView.Standing standing,

        @Schema(description = "When it was closed last.") @Nullable
        Instant closedAt,

        @Nullable String closedBy,

        @Schema(description = "Who wants it opened again.") @Nullable
        String reopeningRequestedBy,

        @Schema(description = "All that is posted in it.") Money expenditure,

        @Schema(description = "Of that, what is for earlier periods.")
        Money priorPeriodMovement,

        Money accrued,

        @Schema(description = "What of its accruals still counts.")
        Money accrualsStanding) {

    static PeriodAnswer of(PeriodView it) {
        DateRange days = PeriodCalendar.standard().period(it.period()).dates();
        PeriodView.Step closed = it.closed();
        PeriodView.Step reopening = it.reopening();
        return new PeriodAnswer(
                it.period(),
                days.first(),
                days.last(),
                it.standing(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.by(),
                reopening == null ? null : reopening.by(),
                it.expenditure(),
                it.priorPeriods(),
                it.accrued(),
                it.standingAccruals());
    }

    /** One period with all that makes it up. */
    @Schema(name = "PeriodInFull")
    record Full(
            PeriodId period,
            LocalDate first,
            LocalDate last,
            PeriodView.Standing standing,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String reopeningRequestedBy,

            @Schema(description = "All that is posted in it.")
            Money expenditure,

            List<SpentAnswer> spent,

            @Schema(description = "Of what is posted in it, what is for earlier periods.")
            PriorPeriods priorPeriodMovement,

            @Schema(description = "What later periods post for this one.")
            List<MovedAnswer> movedLater,

            AccrualsAnswer accruals) {

        static Full of(PeriodView.Full it) {
            PeriodAnswer period = PeriodAnswer.of(it.period());
            return new Full(
                    period.period(),
                    period.first(),
                    period.last(),
                    period.standing(),
                    period.closedAt(),
                    period.closedBy(),
                    period.reopeningRequestedBy(),
                    period.expenditure(),
                    it.spent().stream().map(SpentAnswer::of).toList(),
                    PriorPeriods.of(it),
                    it.movedLater().stream()
                            .map(moved -> new MovedAnswer(moved.postingPeriod(), moved.amount()))
                            .toList(),
                    new AccrualsAnswer(
                            it.budgets(),
                            it.period().accrued(),
                            it.period().reversed(),
                            it.period().standingAccruals()));
        }
    }

    @Schema(name = "PeriodExpenditure")
    record SpentAnswer(
            PeriodId servicePeriod,
            @Schema(example = "5000") String account,
            String name,
            Funder funder,
            Money amount) {
        static SpentAnswer of(PeriodView.Spent it) {
            String name = Account.withCode(it.account()).map(Account::title).orElseThrow();
            return new SpentAnswer(it.servicePeriod(), Integer.toString(it.account()), name, it.book(), it.amount());
        }
    }

    /** @param periods each earlier period that something posted here is for */
    @Schema(name = "PriorPeriodMovement")
    record PriorPeriods(Money amount, List<ForPeriod> periods) {
        static PriorPeriods of(PeriodView.Full it) {
            List<PeriodView.Spent> prior = it.spent().stream()
                    .filter(spent -> spent.servicePeriod().compareTo(it.period().period()) < 0)
                    .toList();
            List<ForPeriod> periods = prior.stream()
                    .map(PeriodView.Spent::servicePeriod)
                    .distinct()
                    .map(service -> new ForPeriod(service, sum(service, prior)))
                    .toList();
            return new PriorPeriods(it.period().priorPeriods(), periods);
        }

        private static Money sum(PeriodId service, List<PeriodView.Spent> spent) {
            return spent.stream()
                    .filter(each -> each.servicePeriod().equals(service))
                    .map(PeriodView.Spent::amount)
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    @Schema(name = "MovementForPeriod")
    record ForPeriod(PeriodId servicePeriod, Money amount) {}

    @Schema(name = "MovementInPeriod")
    record MovedAnswer(PeriodId postingPeriod, Money amount) {}

    /** @param budgets how many have anything accrued in it */
    @Schema(name = "PeriodAccruals")
    record AccrualsAnswer(int budgets, Money accrued, Money reversed, Money standing) {}
}
