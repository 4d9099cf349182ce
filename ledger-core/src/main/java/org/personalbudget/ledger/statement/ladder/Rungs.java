package org.personalbudget.ledger.statement.ladder;

import static org.personalbudget.ledger.statement.ladder.CandidateKind.*;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.terms.BudgetId;

/** The rules that compare a line with candidates, each by itself. A rule that finds several that differ finds none. */
final class Rungs {

    private final OpenItems items;
    private final Terms terms;

    Rungs(OpenItems items, Terms terms) {
        this.items = items;
        this.terms = terms;
    }

    /** R1: the end-to-end id, and the amount. */
    Optional<List<Candidate>> endToEnd(StatementLine line) {
        LineDigest id = line.endToEnd();
        if (id == null) return Optional.empty();
        return one(items.quoted(id).stream()
                .filter(each -> each.kind() != RETURN && each.amount().equals(line.amount()))
                .toList());
    }

    /**
     * R2: all payments of one file, by one debit: the file that the line names, else the only one of that total, where
     * nothing else is of that amount.
     */
    Optional<List<Candidate>> wholeFile(StatementLine line) {
        if (!line.amount().isNegative()) return Optional.empty();
        LineDigest named = line.file();
        if (named != null) {
            List<Candidate> all = items.ofFile(named);
            if (!all.isEmpty()) return OpenItems.total(all).equals(line.amount()) ? Optional.of(all) : Optional.empty();
        }
        Predicate<Candidate> near = near(line, Terms.REFERENCE_DAYS);
        List<List<Candidate>> fitting = new ArrayList<>();
        for (LineDigest file : items.filesOf(line.amount())) {
            List<Candidate> all = items.ofFile(file);
            if (!all.isEmpty()
                    && OpenItems.total(all).equals(line.amount())
                    && all.stream().allMatch(near)) {
                fitting.add(all);
            }
        }
        if (fitting.size() != 1) return Optional.empty();
        List<Candidate> file = fitting.getFirst();
        List<Candidate> alike = items.of(line.amount(), near.and(each -> each.kind() != RETURN));
        return file.containsAll(alike) ? Optional.of(file) : Optional.empty();
    }

    /**
     * R3: reference, amount and date. What the ledger has already, and what is on its way into this very account, needs
     * no other reference than the account, where nothing else is of that amount.
     */
    Optional<List<Candidate>> reference(StatementLine line) {
        Predicate<Candidate> near = near(line, Terms.REFERENCE_DAYS);
        List<Candidate> quoted = line.references().stream()
                .flatMap(reference -> items.quoted(reference).stream())
                .filter(each -> each.kind() != RETURN && each.amount().equals(line.amount()))
                .filter(near)
                .distinct()
                .toList();
        if (!quoted.isEmpty()) return one(quoted);
        List<Candidate> alike = items.of(line.amount(), near.and(each -> each.kind() != RETURN));
        boolean here = terms.account().custody().isPresent();
        return one(alike)
                .filter(_ -> alike.stream()
                        .allMatch(each -> each.kind() == MOVEMENT
                                || (here && (each.kind() == ARRIVAL || each.kind() == PAYMENT))));
    }

    /** R4: the amount, and an account that paid or was paid the like before. */
    Optional<List<Candidate>> counterparty(StatementLine line) {
        LineDigest account = line.counterparty();
        if (account == null) return Optional.empty();
        return one(items.withCounterparty(
                account,
                near(line, Terms.COUNTERPARTY_DAYS)
                        .and(each -> each.kind() != RETURN && each.kind() != CONTRIBUTION)
                        .and(each -> each.amount().equals(line.amount()))));
    }

    /** R5: the holder pays what is due, or up to three times that. */
    Optional<List<Candidate>> contribution(StatementLine line) {
        if (!line.amount().isPositive()) return Optional.empty();
        Predicate<Candidate> due = each -> each.kind() == CONTRIBUTION
                && multiple(line.amount(), each.amount())
                && Math.abs(ChronoUnit.DAYS.between(line.bookedOn(), each.on())) <= Terms.CONTRIBUTION_DAYS;
        List<Candidate> known =
                line.counterparty() == null ? List.of() : items.withCounterparty(line.counterparty(), due);
        if (!known.isEmpty()) return one(known);
        return line.payer() == null ? Optional.empty() : one(items.paidBy(line.payer(), due));
    }

    private static boolean multiple(Money paid, Money due) {
        for (int times = 1; times <= Terms.MOST_CONTRIBUTIONS; times++) {
            if (due.times(times).equals(paid)) return true;
        }
        return false;
    }

    /** R6: several items of one budget, or of one counterparty, that sum to the line in one way only. */
    Optional<List<Candidate>> several(StatementLine line) {
        List<List<Candidate>> ways = new ArrayList<>();
        for (List<Candidate> group : groups(line, mayBePart(line))) {
            SumSearch.only(group, Math.abs(line.amount().pence()), Terms.MOST_ITEMS)
                    .ifPresent(ways::add);
        }
        Set<Set<Candidate>> different = new HashSet<>();
        for (List<Candidate> way : ways) different.add(new HashSet<>(way));
        return different.size() == 1 ? Optional.of(ways.getFirst()) : Optional.empty();
    }

    /** What R2 and R6 look at, where nobody can be sure: files and sums that come to the line, a few of them. */
    Set<Set<Candidate>> sums(StatementLine line, int enough) {
        Set<Set<Candidate>> ways = new LinkedHashSet<>();
        for (LineDigest file : items.filesOf(line.amount())) ways.add(Set.copyOf(items.ofFile(file)));
        for (List<Candidate> group : groups(line, mayBePart(line))) {
            SumSearch.some(group, Math.abs(line.amount().pence()), Terms.MOST_ITEMS, enough)
                    .forEach(way -> ways.add(Set.copyOf(way)));
        }
        ways.removeIf(way -> way.size() < 2);
        return ways;
    }

    private Predicate<Candidate> mayBePart(StatementLine line) {
        return near(line, Terms.COUNTERPARTY_DAYS)
                .and(each -> each.kind() != RETURN && each.kind() != CONTRIBUTION)
                .and(each -> !each.amount().isZero()
                        && each.amount().isNegative() == line.amount().isNegative());
    }

    /** In a custody account everything belongs together; at the council, what one counterparty or one budget has. */
    private List<List<Candidate>> groups(StatementLine line, Predicate<Candidate> fits) {
        if (terms.account().custody().isPresent()) return List.of(items.all(fits));
        List<List<Candidate>> groups = new ArrayList<>();
        if (line.counterparty() != null) groups.add(items.withCounterparty(line.counterparty(), fits));
        if (line.references().isEmpty()) return groups;
        Set<BudgetId> budgets = new LinkedHashSet<>();
        for (LineDigest reference : line.references()) {
            for (Candidate each : items.quoted(reference)) if (each.budget() != null) budgets.add(each.budget());
        }
        for (BudgetId budget : budgets) groups.add(items.ofBudget(budget, fits));
        return groups;
    }

    /**
     * R8: the same amount the other way, of the payment whose reference it quotes. Where the bank says no reason, nothing
     * else may be of that reference and amount.
     */
    Optional<List<Candidate>> returned(StatementLine line) {
        List<LineDigest> quoted = new ArrayList<>(line.references());
        if (line.endToEnd() != null) quoted.add(line.endToEnd());
        List<Candidate> meant = quoted.stream()
                .flatMap(reference -> items.quoted(reference).stream())
                .filter(each -> each.amount().equals(line.amount()))
                .distinct()
                .toList();
        if (line.returned() == null && meant.stream().anyMatch(each -> each.kind() != RETURN)) return Optional.empty();
        return one(meant.stream()
                .filter(each -> each.kind() == RETURN && !line.bookedOn().isBefore(each.on()))
                .toList());
    }

    private Predicate<Candidate> near(StatementLine line, int days) {
        return each -> terms.days().within(each.on(), line.bookedOn(), days);
    }

    /**
     * The one that fits. Several of one budget and kind are interchangeable: then the oldest. Several that differ are
     * none.
     */
    private static Optional<List<Candidate>> one(List<Candidate> fitting) {
        if (fitting.isEmpty()) return Optional.empty();
        Candidate first = fitting.stream()
                .min(Comparator.comparing(Candidate::on).thenComparing(Candidate::key))
                .orElseThrow();
        boolean alike = fitting.size() == 1
                || (first.budget() != null
                        && fitting.stream()
                                .allMatch(each -> each.kind() == first.kind()
                                        && Objects.equals(each.budget(), first.budget())
                                        && each.amount().equals(first.amount())));
        return alike ? Optional.of(List.of(first)) : Optional.empty();
    }
}
