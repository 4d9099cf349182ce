package org.personalbudget.projections.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.projections.course.BudgetCourse.Change;
import org.personalbudget.projections.course.BudgetCourse.Part;

/**
 * Tells the changes of a budget one after the other, and of each what it found before: of what is in force by date, what
 * was in force on its day as known until then; of anything else, what the last change about the same has made of it.
 */
final class Timeline {

    /** In force from a day on, until something decided later is. */
    private static final Set<String> LAST_DECIDED = Set.of("weekly", "funders", "plan");

    /** In force from a day on, until a later day on which something else is. */
    private static final Set<String> LATEST_DAY = Set.of("contribution");

    private final List<Change> told = new ArrayList<>();

    /** @param recorded as recorded, where only what is in the event itself has a before */
    static List<Change> of(List<Change> recorded) {
        Timeline timeline = new Timeline();
        recorded.forEach(timeline::tell);
        return List.copyOf(timeline.told);
    }

    private void tell(Change recorded) {
        List<Part> parts = new ArrayList<>();
        for (Part part : complete(recorded)) {
            String before = part.before() != null ? part.before() : before(part.what(), recorded);
            parts.add(new Part(part.what(), before, part.after()));
        }
        told.add(new Change(
                recorded.position(),
                recorded.recordedAt(),
                recorded.effectiveOn(),
                recorded.actor(),
                recorded.kind(),
                recorded.subject(),
                List.copyOf(parts)));
    }

    /** An approved plan sets what it proposed, and the first one lets the budget begin. */
    private List<Part> complete(Change recorded) {
        if (recorded.kind() != ChangeKind.PLAN_APPROVED) return recorded.changes();
        List<Part> parts = new ArrayList<>(recorded.changes());
        parts.add(new Part("proposal", null, "APPROVED"));
        last("proposedWeekly", recorded).ifPresent(weekly -> parts.add(new Part("weekly", null, weekly)));
        if (told.stream().noneMatch(change -> change.kind() == ChangeKind.PLAN_APPROVED)) {
            parts.add(new Part("standing", null, Standing.ACTIVE.name()));
        }
        return parts;
    }

    private @Nullable String before(String what, Change recorded) {
        if (LAST_DECIDED.contains(what)) return inForce(what, recorded.effectiveOn(), false);
        if (LATEST_DAY.contains(what)) return inForce(what, recorded.effectiveOn(), true);
        return last(what, recorded).orElse(null);
    }

    private Optional<String> last(String what, Change about) {
        for (Change change : told.reversed()) {
            boolean same = what.equals("standing") || Objects.equals(change.subject(), about.subject());
            if (!same) continue;
            for (Part part : change.changes()) {
                if (part.what().equals(what)) return Optional.ofNullable(part.after());
            }
        }
        return Optional.empty();
    }

    private @Nullable String inForce(String what, LocalDate day, boolean latestDay) {
        String value = null;
        LocalDate since = LocalDate.MIN;
        for (Change change : told) {
            boolean begun = !change.effectiveOn().isAfter(day);
            boolean overtaken = latestDay && change.effectiveOn().isBefore(since);
            if (!begun || overtaken) continue;
            for (Part part : change.changes()) {
                if (!part.what().equals(what)) continue;
                value = part.after();
                since = change.effectiveOn();
            }
        }
        return value;
    }

    /** How the budget stands on a day, by the changes known. */
    static Standing standing(List<Change> changes, LocalDate day) {
        Standing standing = Standing.PROPOSED;
        for (Change change : changes) {
            LocalDate from = change.effectiveOn();
            switch (change.kind()) {
                case DIED -> {
                    if (!from.isAfter(day)) return Standing.DIED;
                }
                case ENDED -> {
                    if (from.isBefore(day)) standing = Standing.ENDED;
                }
                case PLAN_APPROVED -> {
                    if (standing == Standing.PROPOSED) standing = Standing.ACTIVE;
                }
                case SUSPENDED -> {
                    boolean whole = change.changes().stream()
                            .anyMatch(part -> part.what().equals("standing"));
                    if (whole && !from.isAfter(day) && standing == Standing.ACTIVE) standing = Standing.SUSPENDED;
                }
                case RESUMED -> {
                    if (!from.isAfter(day) && standing == Standing.SUSPENDED) standing = Standing.ACTIVE;
                }
                // What is proposed, paid back or looked at leaves a budget standing as it stood.
                case ALLOCATED, PLAN_PROPOSED, PLAN_ESCALATED, PLAN_REJECTED, UPLIFT_PROPOSED, CUT_PROPOSED -> {}
                case FUNDERS_CHANGED, CONTRIBUTION_ASSESSED, CONTRIBUTION_ADJUSTED -> {}
                case ACCOUNT_OPENED, ACCOUNT_CLOSED, ACCOUNT_MOVED -> {}
                case RECLAIM_NOTICED, RECONSIDERATION_ASKED, RECONSIDERATION_DECIDED -> {}
                case RECLAIM_WITHDRAWN, RECLAIM_DECIDED, RECLAIM_RECEIVED -> {}
                case RELIEF_PROPOSED, RELIEF_APPROVED, RELIEF_REJECTED -> {}
                case REVIEW_SCHEDULED, REVIEW_RECORDED, MONITORING_SCORED, TAKEN_ON -> {}
            }
        }
        return standing;
    }
}
