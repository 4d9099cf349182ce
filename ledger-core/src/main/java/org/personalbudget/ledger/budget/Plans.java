package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.ReviewId;

/**
 * Every version of the plan, and which was approved when.
 *
 * @param proposals by version, the first being version 1
 * @param standings of the same versions
 * @param approvals the approved proposals in the order of approval
 */
record Plans(PVector<PlanProposed> proposals, PVector<PlanStanding> standings, PVector<PlanProposed> approvals) {

    static final Plans NONE = new Plans(TreePVector.empty(), TreePVector.empty(), TreePVector.empty());

    int lastVersion() {
        return proposals.size();
    }

    Optional<PlanProposed> proposal(int version) {
        return version < 1 || version > proposals.size() ? Optional.empty() : Optional.of(proposals.get(version - 1));
    }

    PlanStanding standing(int version) {
        return standings.get(version - 1);
    }

    /** The last approved of the plans that had taken effect by this day. */
    Optional<PlanProposed> inForceOn(LocalDate day) {
        for (int i = approvals.size() - 1; i >= 0; i--) {
            PlanProposed plan = approvals.get(i);
            if (!plan.effectiveFrom().isAfter(day)) return Optional.of(plan);
        }
        return Optional.empty();
    }

    /** The weekly amount that the last approved of the plans in force by this day has set, or null if none has. */
    @Nullable
    Money weeklyOn(LocalDate day) {
        for (int i = approvals.size() - 1; i >= 0; i--) {
            PlanProposed plan = approvals.get(i);
            if (plan.weekly() != null && !plan.effectiveFrom().isAfter(day)) return plan.weekly();
        }
        return null;
    }

    /** The lowest weekly amount that an approved plan has set on a reassessment. */
    Optional<Money> lowestOn(ReviewId reassessment) {
        return approvals.stream()
                .filter(plan -> reassessment.equals(plan.reassessment()))
                .map(PlanProposed::weekly)
                .filter(Objects::nonNull)
                .min(Money::compareTo);
    }

    /** A line as the plans have it over some days: as the latest plan in force within them that has it at all. */
    Optional<PlanLine> line(@Nullable LineId id, DateRange days) {
        for (LocalDate day = days.last(); !day.isBefore(days.first()); day = day.minusDays(1)) {
            Optional<PlanLine> found = inForceOn(day).stream()
                    .flatMap(plan -> plan.lines().stream())
                    .filter(line -> line.id().equals(id))
                    .findFirst();
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** The first day on which any plan is in force. */
    Optional<LocalDate> firstDay() {
        return approvals.stream().map(PlanProposed::effectiveFrom).min(LocalDate::compareTo);
    }

    /** A new proposal takes the place of one that is still open. */
    Plans propose(PlanProposed proposal) {
        PVector<PlanStanding> settled = standings;
        for (int i = 0; i < settled.size(); i++) {
            if (isOpen(settled.get(i))) settled = settled.with(i, PlanStanding.SUPERSEDED);
        }
        return new Plans(proposals.plus(proposal), settled.plus(PlanStanding.PROPOSED), approvals);
    }

    Plans stand(int version, PlanStanding standing) {
        return new Plans(proposals, standings.with(version - 1, standing), approvals);
    }

    Plans approve(int version) {
        Plans decided = stand(version, PlanStanding.APPROVED);
        return new Plans(proposals, decided.standings, approvals.plus(proposals.get(version - 1)));
    }

    static boolean isOpen(PlanStanding standing) {
        return standing == PlanStanding.PROPOSED || standing == PlanStanding.ESCALATED;
    }
}
