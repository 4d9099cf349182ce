package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.receipt.ReceiptCommand;
import org.personalbudget.ledger.terms.BudgetId;

/** The ledger and the model, side by side: both are asked the same, and must give the same answers and books. */
final class Duel {

    /** Where they part. */
    record Divergence(Step step, String what, String model, String ledger) {
        @Override
        public String toString() {
            return what + " at " + step + "\n  model:  " + model + "\n  ledger: " + ledger;
        }
    }

    final Model model;
    final InMemoryLedger ledger;
    final LedgerBooks books;
    private final Laws laws;
    private Answer last = Answer.yes();
    private final Map<String, Integer> counts = new HashMap<>();

    Duel(PeriodCalendar calendar) {
        model = new Model(calendar);
        ledger = new InMemoryLedger(calendar);
        books = new LedgerBooks(calendar);
        laws = new Laws(books);
    }

    /** Plays one step; answers where the two part, or null. */
    @Nullable
    Divergence play(Step step) {
        Opinion opinion = model.opinionOn(step);
        Decision decision;
        try {
            decision = ledger.handle(step);
        } catch (RuntimeException e) {
            return new Divergence(
                    step, "the ledger breaks: " + e, opinion.answer().toString(), e.getStackTrace()[0].toString());
        }
        Answer answer = LedgerAnswer.of(decision);
        last = answer;
        if (!opinion.answer().allows(answer)) {
            return new Divergence(
                    step, "the answers differ", show(opinion.answer(), answer), show(answer, opinion.answer()));
        }
        List<Event> made = decision instanceof Decision.Accepted accepted ? accepted.events() : List.of();
        count(step, answer);
        opinion.effect().take(made);
        books.take(made, step.today());
        String broken = laws.brokenBy(made);
        if (broken != null) return new Divergence(step, broken, "", show(answer, answer));
        if (made.isEmpty()) return null;
        return switch (step.command()) {
            case BudgetCommand command -> booksDiffer(step, command.budget());
            case ReceiptCommand _ -> otherBooksDiffer(step);
            case RecordPoolSpend _ -> membersDiffer(step);
            default -> null;
        };
    }

    /** What the ledger has answered to the last step. */
    Answer last() {
        return last;
    }

    private @Nullable Divergence booksDiffer(Step step, BudgetId budget) {
        Set<Place> places = new HashSet<>(books.touched());
        places.addAll(model.dossiers().get(budget).books.touched());
        return booksDiffer(step, budget, places);
    }

    /** A pool's spend is posted in the books of whoever shares in it. */
    private @Nullable Divergence membersDiffer(Step step) {
        for (BudgetId budget : model.dossiers().keySet()) {
            Divergence divergence = booksDiffer(step, budget);
            if (divergence != null) return divergence;
        }
        return null;
    }

    /** Compares the books of every budget, and those of none, place by place. */
    @Nullable
    Divergence allBooksDiffer(Step last) {
        for (BudgetId budget : model.dossiers().keySet()) {
            Set<Place> places = new HashSet<>(books.of(budget).keySet());
            places.addAll(model.dossiers().get(budget).books.balances().keySet());
            Divergence divergence = booksDiffer(last, budget, places);
            if (divergence != null) return divergence;
        }
        return otherBooksDiffer(last);
    }

    /** What belongs to no budget: receipts. */
    private @Nullable Divergence otherBooksDiffer(Step step) {
        Map<Place, BigDecimal> mine = model.receipts().books.balances();
        Set<Place> places = new HashSet<>(mine.keySet());
        places.addAll(books.others().keySet());
        return differ(step, mine, books.others(), places);
    }

    private @Nullable Divergence booksDiffer(Step step, BudgetId budget, Set<Place> places) {
        return differ(step, model.dossiers().get(budget).books.balances(), books.of(budget), places);
    }

    private static @Nullable Divergence differ(
            Step step, Map<Place, BigDecimal> mine, Map<Place, BigDecimal> theirs, Set<Place> places) {
        List<String> model = new ArrayList<>();
        List<String> ledger = new ArrayList<>();
        for (Place place : places) {
            if (Objects.equals(mine.get(place), theirs.get(place))) continue;
            model.add(place + ": " + mine.get(place));
            ledger.add(place + ": " + theirs.get(place));
        }
        if (model.isEmpty()) return null;
        return new Divergence(step, "the books differ", model.toString(), ledger.toString());
    }

    private static String show(Answer answer, Answer other) {
        return switch (answer) {
            case Answer.No no -> "refuses: " + no.codes();
            case Answer.Yes yes -> {
                if (!(other instanceof Answer.Yes others)) yield "accepts: " + yes.figures();
                Map<String, BigDecimal> only = new HashMap<>(yes.figures());
                only.entrySet().removeAll(others.figures().entrySet());
                yield "accepts, and only here: " + new TreeMap<>(only);
            }
        };
    }

    private void count(Step step, Answer answer) {
        String name = step.command().getClass().getSimpleName();
        switch (answer) {
            case Answer.No no -> no.codes().forEach(code -> counts.merge(code, 1, Integer::sum));
            case Answer.Yes yes -> {
                counts.merge(name, 1, Integer::sum);
                yes.figures().keySet().forEach(figure -> counts.merge(kindOf(figure), 1, Integer::sum));
            }
        }
    }

    /** A figure without what it is of: the first word of its name, or the two of a reason or a stage. */
    private static String kindOf(String figure) {
        String[] words = figure.split(" ", 3);
        boolean two = words[0].equals("reason") || words[0].equals("returned");
        return two ? words[0] + " " + words[1] : words[0];
    }

    /** How often each command was accepted, each refusal given and each kind of figure decided. */
    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
