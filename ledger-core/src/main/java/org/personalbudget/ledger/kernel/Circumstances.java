package org.personalbudget.ledger.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.personalbudget.ledger.calendar.PeriodCalendar;
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
 */
public record Circumstances(
        CommandId command, Actor actor, Instant moment, LocalDate today, Policy policy, PeriodCalendar calendar) {

    /** A fact that takes effect on the day it is decided. */
    public When now() {
        return on(today);
    }

    /** A fact that takes effect on the given day; posted in that day's period. */
    public When on(LocalDate effectiveOn) {
        return new When(effectiveOn, calendar.periodOf(effectiveOn).id());
    }

    /** A new id for something this request creates. */
    public UUID newId(String name) {
        return command.derive(name);
    }
}
