package org.personalbudget.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.model.World.Manner;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ContributionMethod;

/** Law 11: the same history under NET and under GROSS costs the same, line by line, and brings in the same. */
class NetAndGrossTest {

    private static final int COMMANDS = 3_000;
    private static final PeriodCalendar CALENDAR = PeriodCalendar.standard();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void expenditureAndIncomeAreTheSame(long seed) {
        Duel net = new Duel(CALENDAR);
        Histories histories = new Histories(seed, net.model, Manner.PUNCTUAL, CALENDAR, 40, 30);
        List<Step> played = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            played.add(histories.next());
            assertThat(net.play(played.getLast())).as("seed %s under NET", seed).isNull();
        }
        for (Step last = histories.arrival(); last != null; last = histories.arrival()) {
            played.add(last);
            assertThat(net.play(last)).as("seed %s under NET", seed).isNull();
        }
        Duel gross = new Duel(CALENDAR);
        for (Step step : played) {
            assertThat(gross.play(underGross(step)))
                    .as("seed %s under GROSS", seed)
                    .isNull();
        }
        assertThat(total(net, 1200, 1299)).as("money in accounts").isEqualTo(total(gross, 1200, 1299));
        assertThat(total(net, 1190, 1190)).as("nothing is on its way").isZero();
        for (BudgetId budget : net.model.dossiers().keySet()) {
            assertThat(costAndIncome(gross, budget))
                    .as("seed %s, %s", seed, budget)
                    .isEqualTo(costAndIncome(net, budget));
        }
        assertThat(total(net, 4000, 4000).negate()).as("contributions").isGreaterThan(new BigDecimal("1000"));
        assertThat(total(net, 5000, 5099)).as("expenditure").isGreaterThan(new BigDecimal("10000"));
        assertThat(total(net, 5800, 5800)).as("spend under query").isPositive();
    }

    /** The council pays everything, and the person pays the council. */
    private static Step underGross(Step step) {
        Command command = switch (step.command()) {
            case OpenAccount c ->
                new OpenAccount(c.budget(), c.kind(), ContributionMethod.GROSS, c.holder(), c.startsOn(), c.lines());
            case RecordContributionPayment c -> new RecordContributionPayment(c.budget(), null, c.amount(), c.on());
            default -> step.command();
        };
        return new Step(step.number(), step.key(), step.actor(), step.today(), command);
    }

    /** Expenditure by account, line and period, spend under query, income by period and what is owed of it. */
    private static Map<String, BigDecimal> costAndIncome(Duel duel, BudgetId budget) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        duel.books.of(budget).forEach((place, amount) -> {
            boolean counts = place.code() >= 4000 && place.code() < 4100 || place.code() >= 5000 && place.code() < 6000;
            if (counts || place.code() == 1300) {
                sums.merge(place.code() + " " + place.line() + " " + place.period(), amount, BigDecimal::add);
            }
        });
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static BigDecimal total(Duel duel, int first, int last) {
        BigDecimal sum = Sums.NIL;
        for (BudgetId budget : duel.model.dossiers().keySet()) {
            for (Map.Entry<Place, BigDecimal> each : duel.books.of(budget).entrySet()) {
                int code = each.getKey().code();
                if (code >= first && code <= last) sum = sum.add(each.getValue());
            }
        }
        return sum;
    }
}
