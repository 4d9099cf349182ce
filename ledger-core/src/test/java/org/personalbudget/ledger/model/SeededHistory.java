package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.model.Duel.Divergence;
import org.personalbudget.ledger.model.World.Manner;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * A history that the ledger in memory and the model have agreed on, to be played again elsewhere: with what each
 * command has to be answered, and how all books have to stand at any two dates. Within a stretch, commands about
 * different budgets may be asked in any order.
 */
public final class SeededHistory {

    private static final int COMMANDS_A_DAY = 200;

    private final Duel duel = new Duel(PeriodCalendar.standard());
    private final List<Stretch> stretches = new ArrayList<>();

    private SeededHistory() {}

    /**
     * One command, and what it has to be answered.
     *
     * @param figures the refusal code, or every figure that was decided, by name
     */
    public record Asked(Step step, Object figures) {}

    /**
     * Commands of one day.
     *
     * @param inOrder whether they concern everybody, and so have to be asked one after the other
     */
    public record Stretch(LocalDate day, boolean inOrder, List<Asked> asked) {

        /** The number of the last command. */
        public int last() {
            return asked.getLast().step().number();
        }
    }

    public static SeededHistory of(long seed, int commands, int budgets) {
        SeededHistory history = new SeededHistory();
        Histories histories = new Histories(
                seed, history.duel.model, Manner.CROWDED, PeriodCalendar.standard(), budgets, COMMANDS_A_DAY);
        for (int i = 0; i < commands; i++) history.play(histories.next());
        return history;
    }

    private void play(Step step) {
        Divergence divergence = duel.play(step);
        if (divergence != null) throw new AssertionError(divergence.toString());
        boolean inOrder = !(step.command() instanceof BudgetCommand);
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last == null || last.inOrder() != inOrder || !last.day().equals(step.today())) {
            last = new Stretch(step.today(), inOrder, new ArrayList<>());
            stretches.add(last);
        }
        last.asked().add(new Asked(step, figures(duel.last())));
    }

    public List<Stretch> stretches() {
        return stretches;
    }

    /** What was decided, by name, for comparison with {@link Asked#figures()}. */
    public static Object accepted(List<Event> events) {
        return figures(LedgerAnswer.of(events));
    }

    public static Object refused(String code) {
        return figures(new Answer.No(Set.of(code)));
    }

    private static Object figures(Answer answer) {
        return switch (answer) {
            case Answer.No no -> no.codes();
            case Answer.Yes yes -> yes.figures();
        };
    }

    public Set<BudgetId> budgets() {
        return duel.model.dossiers().keySet();
    }

    /** The books of a budget by place, as known after a command, for what counts on or before a date. */
    public Map<Place, BigDecimal> books(BudgetId budget, LocalDate effective, int known) {
        return duel.model.dossiers().get(budget).books.balances(effective, known);
    }

    /** All books by number of account. */
    public Map<Integer, BigDecimal> trialBalance(LocalDate effective, int known) {
        Map<Integer, BigDecimal> sums = new HashMap<>();
        for (BudgetId budget : budgets()) {
            books(budget, effective, known)
                    .forEach((place, amount) -> sums.merge(place.code(), amount, BigDecimal::add));
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    /** What each account may spend in the end. */
    public Map<AccountId, BigDecimal> spendable(BudgetId budget) {
        Map<AccountId, BigDecimal> spendable = new HashMap<>();
        duel.model.dossiers().get(budget).accounts.forEach((id, account) -> {
            if (account.holdsMoney()) spendable.put(id, Attributor.spendable(account.pots, null));
        });
        return spendable;
    }

    /** A digest of what is asked: another command under the same key is noticed. */
    public static String hashOf(Command command) {
        return Integer.toHexString(command.toString().hashCode());
    }
}
