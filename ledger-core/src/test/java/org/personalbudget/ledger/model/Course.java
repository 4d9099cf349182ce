package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.model.Dossier.Assessment;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;

/**
 * The course of a budget: all that decides what a day costs, who bears it and from which account it is paid. Another
 * value for every change, so that what would be can be worked out beside what is.
 *
 * @param approvals plans in the order of their approval
 * @param accounts in the order in which they pay, a successor in the place of the account it replaces
 * @param lastDay the last day that costs anything, or null while the budget goes on
 */
record Course(
        AllocateBudget terms,
        List<Proposal> approvals,
        List<Assessment> assessments,
        List<Suspension> suspensions,
        List<Shares> shares,
        List<Deployed> accounts,
        @Nullable LocalDate lastDay,
        boolean died) {

    /** Nothing is paid from {@code withheld} on, for these lines or (none named) for all, until the day of resumption. */
    record Suspension(
            LocalDate from,
            LocalDate withheld,
            List<LineId> lines,
            @Nullable LocalDate resumed) {

        boolean openOn(LocalDate day) {
            return !day.isBefore(from) && (resumed == null || day.isBefore(resumed));
        }

        /** Whether it is about some of these lines; none named are all of them. */
        boolean withholdsOn(LocalDate day) {
            return !day.isBefore(withheld) && (resumed == null || day.isBefore(resumed));
        }
    }

    /** Shares from a day on. */
    record Shares(LocalDate from, List<FunderShare> funders) {}

    /** An account, from its first day to its last, if it has one. */
    record Deployed(
            AccountId id,
            OpenAccount opened,
            @Nullable LocalDate lastDay,
            @Nullable AccountId replaces) {

        boolean openOn(LocalDate day) {
            return !day.isBefore(opened.startsOn()) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** Days on which nothing changes: what they cost a week, and who bears it. */
    record Stretch(
            Proposal plan,
            DateRange days,
            BigDecimal weekly,
            boolean allWithheld,
            Set<LineId> withheld,
            List<FunderShare> funders) {}

    static Course of(AllocateBudget terms) {
        return new Course(terms, List.of(), List.of(), List.of(), List.of(), List.of(), null, false);
    }

    Course approving(Proposal plan) {
        return new Course(terms, and(approvals, plan), assessments, suspensions, shares, accounts, lastDay, died);
    }

    Course assessing(Assessment assessment) {
        return new Course(terms, approvals, and(assessments, assessment), suspensions, shares, accounts, lastDay, died);
    }

    Course suspending(Suspension suspension) {
        return new Course(terms, approvals, assessments, and(suspensions, suspension), shares, accounts, lastDay, died);
    }

    /** Ends every suspension that is open on that day. */
    Course resuming(LocalDate from) {
        List<Suspension> now = suspensions.stream()
                .map(each ->
                        each.openOn(from) ? new Suspension(each.from(), each.withheld(), each.lines(), from) : each)
                .toList();
        return new Course(terms, approvals, assessments, now, shares, accounts, lastDay, died);
    }

    Course sharing(Shares change) {
        return new Course(terms, approvals, assessments, suspensions, and(shares, change), accounts, lastDay, died);
    }

    /** @param death whether the person has died on that day: then no account is given anything any more */
    Course ending(LocalDate on, boolean death) {
        return new Course(terms, approvals, assessments, suspensions, shares, accounts, on, death);
    }

    Course opening(AccountId id, OpenAccount opened) {
        return with(and(accounts, new Deployed(id, opened, null, null)));
    }

    /** Another account takes the place of this one from a day on. */
    Course moving(AccountId old, AccountId successor, OpenAccount opened) {
        List<Deployed> now = new ArrayList<>();
        for (Deployed each : accounts) {
            boolean closes = each.id().equals(old);
            now.add(closes ? new Deployed(old, each.opened(), opened.startsOn().minusDays(1), each.replaces()) : each);
            if (closes) now.add(new Deployed(successor, opened, null, old));
        }
        return with(now);
    }

    /** Gives an account the id that the ledger has found for it. */
    Course renaming(AccountId old, AccountId id) {
        return with(accounts.stream()
                .map(each ->
                        each.id().equals(old) ? new Deployed(id, each.opened(), each.lastDay(), each.replaces()) : each)
                .toList());
    }

    private Course with(List<Deployed> now) {
        return new Course(terms, approvals, assessments, suspensions, shares, List.copyOf(now), lastDay, died);
    }

    private static <T> List<T> and(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }

    Optional<Proposal> planOn(LocalDate day) {
        Proposal last = null;
        for (Proposal each : approvals) if (!each.plan.effectiveFrom().isAfter(day)) last = each;
        return Optional.ofNullable(last);
    }

    Optional<LocalDate> firstPlan() {
        return approvals.stream().map(each -> each.plan.effectiveFrom()).min(LocalDate::compareTo);
    }

    /** The first day that costs anything, if a plan was ever approved. */
    Optional<LocalDate> firstDay() {
        return firstPlan().map(first -> first.isBefore(terms.startsOn()) ? terms.startsOn() : first);
    }

    /** What the last approved of the plans that have started says of the weekly amount, or what was allocated. */
    BigDecimal weeklyOn(LocalDate day) {
        BigDecimal weekly = Sums.pounds(terms.weekly());
        for (Proposal each : approvals) {
            boolean says =
                    each.plan.weekly() != null && !each.plan.effectiveFrom().isAfter(day);
            if (says) weekly = Sums.pounds(each.plan.weekly());
        }
        return weekly;
    }

    /** The weekly amounts that are in force on some day from this one on. */
    List<BigDecimal> weekliesFrom(LocalDate day) {
        List<BigDecimal> all = new ArrayList<>(List.of(weeklyOn(day)));
        for (Proposal each : approvals) {
            if (each.plan.effectiveFrom().isAfter(day)) all.add(weeklyOn(each.plan.effectiveFrom()));
        }
        return all;
    }

    List<FunderShare> fundersOn(LocalDate day) {
        return fundersOn(day, shares.size());
    }

    /** As it was when so many changes of shares were known. */
    List<FunderShare> fundersOn(LocalDate day, int known) {
        List<FunderShare> funders = terms.funders();
        for (Shares each : shares.subList(0, known)) if (!each.from().isAfter(day)) funders = each.funders();
        return funders;
    }

    /** The council that charges the person: the first that is or ever was named among the funders. */
    Optional<Funder> council() {
        return Stream.concat(Stream.of(terms.funders()), shares.stream().map(Shares::funders))
                .flatMap(List::stream)
                .map(FunderShare::funder)
                .filter(funder -> funder == Funder.LA || funder == Funder.LA_CHILDREN)
                .findFirst();
    }

    /** Whether that council bears anything on a day. */
    boolean isCharged(LocalDate day) {
        return fundersOn(day).stream()
                .anyMatch(share -> share.basisPoints() > 0
                        && council().filter(share.funder()::equals).isPresent());
    }

    /** Whether a funder bears anything on any day. */
    boolean everBears(Funder funder) {
        return Stream.concat(Stream.of(terms.funders()), shares.stream().map(Shares::funders))
                .flatMap(List::stream)
                .anyMatch(share -> share.funder() == funder && share.basisPoints() > 0);
    }

    /** Whether something of these lines, or of all where none is named, is not suspended on a day. */
    boolean leavesOpen(List<LineId> lines, LocalDate day) {
        Set<LineId> named = new HashSet<>();
        for (Suspension each : suspensions) {
            if (!each.openOn(day)) continue;
            if (each.lines().isEmpty()) return false;
            named.addAll(each.lines());
        }
        return lines.isEmpty() || !named.containsAll(lines);
    }

    boolean isWithheld(LineId line, LocalDate day) {
        return suspensions.stream()
                .filter(each -> each.withholdsOn(day))
                .anyMatch(each -> each.lines().isEmpty() || each.lines().contains(line));
    }

    /** Whether nothing at all is paid for on a day. */
    boolean isWithheldOn(LocalDate day) {
        return suspensions.stream().anyMatch(each -> each.lines().isEmpty() && each.withholdsOn(day));
    }

    boolean isSuspendedOn(LocalDate day) {
        return suspensions.stream().anyMatch(each -> each.openOn(day));
    }

    Optional<Deployed> account(AccountId id) {
        return accounts.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether an account is this one, or has come in its place. */
    boolean inherits(AccountId account, @Nullable AccountId from) {
        for (AccountId each = account;
                each != null;
                each = account(each).orElseThrow().replaces()) {
            if (each.equals(from)) return true;
        }
        return false;
    }

    /** The days for which an account is paid: from when it and a plan have started until it or the budget ends. */
    Optional<DateRange> paidDays(DateRange period, LocalDate opens, @Nullable LocalDate closes) {
        LocalDate first = firstDay().orElse(LocalDate.MAX);
        if (opens.isAfter(first)) first = opens;
        LocalDate last = lastDay == null || closes != null && closes.isBefore(lastDay) ? closes : lastDay;
        if (last == null) last = LocalDate.MAX;
        return last.isBefore(first) ? Optional.empty() : period.overlap(new DateRange(first, last));
    }

    /** Some days in stretches; days without a plan in force, and days after the end, are in none. */
    List<Stretch> stretches(DateRange days) {
        TreeSet<LocalDate> changes = changes(days);
        List<Stretch> result = new ArrayList<>();
        for (LocalDate first : changes) {
            LocalDate next = changes.higher(first);
            if (next == null) break;
            Optional<Proposal> plan = planOn(first);
            if (plan.isEmpty() || lastDay != null && first.isAfter(lastDay)) continue;
            result.add(stretch(plan.get(), new DateRange(first, next.minusDays(1))));
        }
        return result;
    }

    private Stretch stretch(Proposal plan, DateRange days) {
        Set<LineId> withheld = new HashSet<>();
        boolean all = false;
        for (Suspension each : suspensions) {
            if (!each.withholdsOn(days.first())) continue;
            all |= each.lines().isEmpty();
            withheld.addAll(each.lines());
        }
        return new Stretch(plan, days, weeklyOn(days.first()), all, withheld, fundersOn(days.first()));
    }

    /** The first of these days, every one on which anything may change, and the day after the last. */
    private TreeSet<LocalDate> changes(DateRange days) {
        TreeSet<LocalDate> all = new TreeSet<>();
        for (Proposal plan : approvals) all.add(plan.plan.effectiveFrom());
        for (Shares each : shares) all.add(each.from());
        for (Suspension each : suspensions) {
            all.add(each.withheld());
            if (each.resumed() != null) all.add(each.resumed());
        }
        for (Deployed each : accounts) {
            all.add(each.opened().startsOn());
            if (each.lastDay() != null) all.add(each.lastDay().plusDays(1));
        }
        if (lastDay != null) all.add(lastDay.plusDays(1));
        TreeSet<LocalDate> within =
                new TreeSet<>(all.subSet(days.first(), days.last().plusDays(1)));
        within.add(days.first());
        within.add(days.last().plusDays(1));
        return within;
    }
}
