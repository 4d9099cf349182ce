package org.personalbudget.ledger.statement.ladder;

import static org.personalbudget.ledger.statement.ladder.Suggestion.Reason.*;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.statement.ladder.Suggestion.Reason;

/** R10: the three best guesses for a line in the queue, each with its reasons. */
public final class Suggestions {

    private static final int MOST = 3;

    private final Collection<Candidate> candidates;
    private final WorkingDays days;
    private final Rungs rungs;

    /** @param candidates everything that is open in the account */
    public Suggestions(Collection<Candidate> candidates, StatementAccount account, WorkingDays days) {
        this.candidates = List.copyOf(candidates);
        this.days = days;
        this.rungs = new Rungs(new OpenItems(candidates), new Terms(account, null, days, Map.of(), Set.of(), Map.of()));
    }

    /** The best three that have anything to do with the line, the best first. */
    public List<Suggestion> of(StatementLine line) {
        long alike = candidates.stream()
                .filter(each -> each.amount().equals(line.amount()))
                .count();
        Stream<Suggestion> single = candidates.stream()
                .filter(each -> each.amount().isNegative() == line.amount().isNegative())
                .map(each -> suggestion(line, each, alike))
                .filter(each -> each.score() > 0);
        return Stream.concat(single, sums(line, alike > 0).stream())
                .sorted(Comparator.comparingInt(Suggestion::score)
                        .reversed()
                        .thenComparingLong(each -> Math.abs(ChronoUnit.DAYS.between(line.bookedOn(), each.on())))
                        .thenComparing(each -> each.keys().getFirst())
                        .thenComparingInt(each -> each.keys().size()))
                .limit(MOST)
                .toList();
    }

    /** Several things that come to the line together: where there is more than one such way, nobody can be sure. */
    private List<Suggestion> sums(StatementLine line, boolean alike) {
        Set<Set<Candidate>> ways = rungs.sums(line, MOST);
        List<Suggestion> sums = new ArrayList<>();
        for (Set<Candidate> way : ways) {
            List<Candidate> items = way.stream()
                    .sorted(Comparator.comparing(Candidate::on).thenComparing(Candidate::key))
                    .toList();
            sums.add(sum(line, items, alike || ways.size() > 1));
        }
        return sums;
    }

    private Suggestion sum(StatementLine line, List<Candidate> items, boolean others) {
        List<Reason> reasons = new ArrayList<>();
        LineDigest file = items.getFirst().file();
        boolean wholeFile = file != null && items.stream().allMatch(each -> Objects.equals(file, each.file()));
        int score = wholeFile ? add(reasons, SUM_OF_FILE, 40) : add(reasons, SUM_OF_ITEMS, 30);
        if (wholeFile && Objects.equals(file, line.file())) score += add(reasons, SAME_REFERENCE, 40);
        LineDigest account = line.counterparty();
        if (account != null
                && items.stream().allMatch(each -> each.counterparties().contains(account))) {
            score += add(reasons, SAME_COUNTERPARTY, 25);
        }
        boolean near =
                items.stream().allMatch(each -> days.within(each.on(), line.bookedOn(), Terms.COUNTERPARTY_DAYS));
        score += add(reasons, near ? NEAR_DATE : FAR_DATE, near ? 10 : 0);
        if (others) reasons.add(NOT_UNIQUE);
        return new Suggestion(items, score, reasons);
    }

    private Suggestion suggestion(StatementLine line, Candidate each, long alike) {
        List<Reason> reasons = new ArrayList<>();
        int score = 0;
        boolean same = each.amount().equals(line.amount());
        if (same) score += add(reasons, SAME_AMOUNT, 40);
        else if (each.kind() == CandidateKind.CONTRIBUTION && multiple(line.amount(), each.amount())) {
            score += add(reasons, MULTIPLE_OF_DUE, 25);
        }
        boolean quoted = line.references().stream().anyMatch(each.references()::contains)
                || (line.endToEnd() != null && each.references().contains(line.endToEnd()));
        if (quoted) score += add(reasons, SAME_REFERENCE, 40);
        if (line.counterparty() != null && each.counterparties().contains(line.counterparty())) {
            score += add(reasons, SAME_COUNTERPARTY, 25);
        }
        if (line.payer() != null && each.payers().contains(line.payer())) score += add(reasons, SAME_PAYER, 15);
        if (score == 0) return new Suggestion(List.of(each), 0, List.of());
        boolean near = days.within(each.on(), line.bookedOn(), Terms.COUNTERPARTY_DAYS);
        score += add(reasons, near ? NEAR_DATE : FAR_DATE, near ? 10 : 0);
        if (same && alike == 1) score += add(reasons, ONLY_ONE_OF_AMOUNT, 10);
        if (same && alike > 1) reasons.add(NOT_UNIQUE);
        if (!same) reasons.add(OTHER_AMOUNT);
        return new Suggestion(List.of(each), score, reasons);
    }

    private static int add(List<Reason> reasons, Reason reason, int score) {
        reasons.add(reason);
        return score;
    }

    private static boolean multiple(Money paid, Money due) {
        return due.isPositive()
                && paid.pence() % due.pence() == 0
                && paid.pence() / due.pence() <= Terms.MOST_CONTRIBUTIONS;
    }
}
