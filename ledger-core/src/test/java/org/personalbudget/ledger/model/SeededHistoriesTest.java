package org.personalbudget.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.model.Duel.Divergence;
import org.personalbudget.ledger.model.World.Manner;
import org.personalbudget.ledger.payment.ReturnStage;
import org.personalbudget.ledger.receipt.ReceiptTarget;

/**
 * Long seeded histories, asked of the ledger and of an independent model of it. Every answer and all books must agree
 * after every command. A failure prints the seed and the shortest history that still fails.
 */
class SeededHistoriesTest {

    private static final int COMMANDS = Integer.getInteger("ledger.histories.commands", 36_000);
    private static final Set<String> REACHED = new TreeSet<>();
    private static final PeriodCalendar CALENDAR = PeriodCalendar.standard();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLedgerAndTheModelAgreeOnEveryAnswerAndAllBooks(long seed) {
        Duel duel = new Duel(CALENDAR);
        Histories histories = new Histories(seed, duel.model, Manner.WILD, CALENDAR, 150, 40);
        List<Step> played = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Step step = histories.next();
            played.add(step);
            Divergence divergence = duel.play(step);
            if (divergence != null) fail(report(seed, played, divergence));
        }
        assertThat(duel.allBooksDiffer(played.getLast())).isNull();
        duel.ledger.checkThatReplayIsTheSame();
        REACHED.addAll(duel.counts().keySet());
    }

    /** A history that never gets anywhere proves nothing. */
    @AfterAll
    static void everythingThatCanBeAskedOrRefusedHasBeen() {
        List<String> all = new ArrayList<>(List.of(
                "overdrawn",
                "overspent",
                "escalated",
                "held",
                "cleared",
                "released",
                "of-advances",
                "adjusted",
                "off",
                "to",
                "client",
                "added",
                "reduced",
                "over-advanced",
                "closed",
                "transferred",
                "uplifted",
                "arrears-alert",
                "arrears-review",
                "refunded",
                "refunded-credit",
                "shares",
                "restated"));
        for (SpendReason reason : SpendReason.values()) {
            all.add("reason " + reason);
        }
        for (ReturnStage stage : ReturnStage.values()) all.add("returned " + stage);
        for (ReceiptTarget target : ReceiptTarget.values()) all.add("for-" + target);
        all.addAll(Modelled.toReach());
        assertThat(REACHED).containsAll(all);
    }

    private static String report(long seed, List<Step> played, Divergence divergence) {
        Predicate<List<Step>> stillFails = steps -> {
            Divergence again = divergenceIn(steps);
            return again != null
                    && again.what().equals(divergence.what())
                    && again.step().equals(divergence.step());
        };
        List<Step> ofTheSame = played.stream()
                .filter(step -> !(step.command() instanceof BudgetCommand)
                        || step.command().stream().equals(divergence.step().command().stream()))
                .toList();
        List<Step> shortest = Shrinker.shortest(stillFails.test(ofTheSame) ? ofTheSame : played, stillFails);
        StringBuilder text = new StringBuilder("seed " + seed + ", after " + played.size() + " commands, shortest:\n");
        shortest.forEach(step -> text.append("  ").append(step).append('\n'));
        return text.append(divergenceIn(shortest))
                .append("\nat first: ")
                .append(divergence)
                .toString();
    }

    private static @Nullable Divergence divergenceIn(List<Step> steps) {
        Duel duel = new Duel(CALENDAR);
        for (Step step : steps) {
            Divergence divergence = duel.play(step);
            if (divergence != null) return divergence;
        }
        return null;
    }
}
