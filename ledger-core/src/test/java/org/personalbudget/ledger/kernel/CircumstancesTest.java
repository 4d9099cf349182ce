package org.personalbudget.ledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.LineAmount;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.CommonRefusal.PeriodClosed;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.terms.BudgetId;

/** Law 8 is kept for every decision in one place, whatever a decider may have got wrong. */
class CircumstancesTest {

    private static final PeriodId P04 = new PeriodId(2025, 4);
    private static final PeriodId P05 = new PeriodId(2025, 5);
    private static final PeriodId P06 = new PeriodId(2025, 6);
    private static final LocalDate TODAY = LocalDate.parse("2025-08-25");

    @Test
    void nothingIsPostedInAClosedPeriod() {
        Decision inP05 = Decision.accept(allocated(P06, P05));
        assertThat(withClosed(P04).unlessClosed(inP05)).isEqualTo(inP05);
        assertThat(withClosed(null).unlessClosed(inP05)).isEqualTo(inP05);
        assertThat(withClosed(P05).unlessClosed(inP05)).isEqualTo(Decision.refuse(new PeriodClosed(P05)));
        assertThat(withClosed(P05).unlessClosed(Decision.accept(allocated(P06, P06))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aRefusalStaysWhatItIs() {
        Decision refused = Decision.refuse(new PeriodClosed(P04));
        assertThat(withClosed(P05).unlessClosed(refused)).isEqualTo(refused);
    }

    @Test
    void whatHappensTodayIsPostedToday() {
        assertThat(withClosed(P05).now()).isEqualTo(new When(TODAY, P06));
        assertThat(withClosed(P06).now()).isEqualTo(new When(TODAY, new PeriodId(2025, 7)));
    }

    private static Circumstances withClosed(@Nullable PeriodId through) {
        return new Circumstances(
                new CommandId(new UUID(1, 1)),
                new Actor(new ActorId("fay"), Role.FINANCE_CONTROLLER),
                Instant.EPOCH,
                TODAY,
                Policy.initial(),
                PeriodCalendar.standard(),
                new ClosedPeriods(through));
    }

    /** Decided in P06 and posted, amount by amount, in these. */
    private static Event allocated(PeriodId... posted) {
        List<LineAmount> amounts = List.of(posted).stream()
                .map(period -> new LineAmount(new When(TODAY, period), period, null, null, null, Split.NOTHING))
                .toList();
        return new PeriodsAllocated(new BudgetId(new UUID(2, 2)), new When(TODAY, P06), 1, amounts);
    }
}
