package org.personalbudget.ledger.statement.ladder;

import static org.personalbudget.ledger.statement.ladder.Suggestion.Reason.*;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.statement.ladder.Suggestion.Reason;

/** R10: the three best guesses for a line in the queue, each with its reasons. */
public final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /** Of these candidates the best three that have anything to do with the line, the best first. */
    public static List<Suggestion> of(StatementLine line, Collection<Candidate> candidates, WorkingDays days) {
        long alike = candidates.stream()
                .filter(each -> each.amount().equals(line.amount()))
                .count();
        return candidates.stream()
                .filter(each -> each.amount().isNegative() == line.amount().isNegative())
                .map(each -> suggestion(line, each, alike, days))
                .filter(each -> each.score() > 0)
                .sorted(Comparator.comparingInt(Suggestion::score)
                        .reversed()
                        .thenComparingLong(each -> Math.abs(ChronoUnit.DAYS.between(
                                line.bookedOn(), each.candidate().on())))
                        .thenComparing(each -> each.candidate().key()))
                .limit(MOST)
                .toList();
    }

    private static Suggestion suggestion(StatementLine line, Candidate each, long alike, WorkingDays days) {
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
        if (score == 0) return new Suggestion(each, 0, List.of());
        boolean near = days.within(each.on(), line.bookedOn(), Terms.COUNTERPARTY_DAYS);
        score += add(reasons, near ? NEAR_DATE : FAR_DATE, near ? 10 : 0);
        if (same && alike == 1) score += add(reasons, ONLY_ONE_OF_AMOUNT, 10);
        if (same && alike > 1) reasons.add(NOT_UNIQUE);
        if (!same) reasons.add(OTHER_AMOUNT);
        return new Suggestion(each, score, reasons);
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
