package org.personalbudget.ledger.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.CommonRefusal.PeriodClosed;
import org.personalbudget.ledger.policy.Policy;

/**
 * Who decides, when, and under which policy: what every decision needs.
 *
 * @param command the id of the request, from which new ids are derived
 * @param actor who asks
 * @param moment the instant of the decision
 * @param today the day of the decision, in London
 * @param policy the policy in force today
 * @param calendar the table of four-week periods
 * @param closed those of them in which nothing is posted any more
 */
public record Circumstances(
        CommandId command,
        Actor actor,
        Instant moment,
        LocalDate today,
        Policy policy,
        PeriodCalendar calendar,
        ClosedPeriods closed) {

    /** A fact that takes effect on the day it is decided. */
    public When now() {
        return on(today);
    }

    /** A fact that takes effect on the given day; posted in that day's period if it is open, else in the earliest open one. */
    public When on(LocalDate effectiveOn) {
        return new When(effectiveOn, closed.postingPeriod(effectiveOn, calendar));
    }

    /** Law 8: whatever a decision says of its own account, nothing is posted in a closed period. */
    public Decision unlessClosed(Decision decision) {
        if (closed.through() == null || !(decision instanceof Decision.Accepted accepted)) return decision;
        return accepted.events().stream()
                .flatMap(event -> event.postingPeriods().stream())
                .filter(closed::contains)
                .findFirst()
                .map(period -> Decision.refuse(new PeriodClosed(period)))
                .orElse(decision);
    }

    /** A new id for something this request creates. */
    public UUID newId(String name) {
        return command.derive(name);
    }
}
