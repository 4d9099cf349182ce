package org.personalbudget.ops.http.takeons;

import static org.personalbudget.ops.http.takeons.TakeOnColumns.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.TakenAccount;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ops.http.request.FieldError;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.takeons.RowReader.Balance;
import org.personalbudget.ops.http.takeons.RowReader.Holding;
import org.personalbudget.payments.csv.CsvRow;

/** All rows about one budget. They are read together, so that everything wrong with it is told at once. */
final class BudgetRows {

    private final String ref;
    private final boolean chargesCarers;
    private final LocalDate on;
    private final Map<Kind, List<CsvRow>> rows = new EnumMap<>(Kind.class);
    private final List<Rejection> rejected = new ArrayList<>();
    private final Set<String> balances = new HashSet<>();
    private @Nullable CsvRow spoilt;

    /**
     * @param chargesCarers whether the policy asks carers for contributions
     * @param on the day of the take-on
     */
    BudgetRows(String ref, boolean chargesCarers, LocalDate on) {
        this.ref = ref;
        this.chargesCarers = chargesCarers;
        this.on = on;
        for (Kind kind : Kind.values()) rows.put(kind, new ArrayList<>());
    }

    void add(Kind kind, CsvRow row) {
        of(kind).add(row);
    }

    /** One of its rows is rejected before it could be read, and so the budget is. */
    void spoil(CsvRow row) {
        spoilt = row;
    }

    private List<CsvRow> of(Kind kind) {
        return rows.getOrDefault(kind, List.of());
    }

    /** The budget, if every row of it can be read and fits the others. */
    Optional<TakenBudget> read(List<Rejection> into) {
        Optional<TakenBudget> budget = read();
        into.addAll(rejected);
        return rejected.isEmpty() && spoilt == null ? budget : Optional.empty();
    }

    private Optional<TakenBudget> read() {
        List<CsvRow> heads = of(Kind.BUDGET);
        if (heads.isEmpty()) {
            for (List<CsvRow> each : rows.values()) {
                for (CsvRow row : each) reject(row, REF, "ref names a budget that has no line BUDGET.");
            }
            return Optional.empty();
        }
        CsvRow head = heads.getFirst();
        for (CsvRow again : heads.subList(1, heads.size())) reject(again, REF, "ref has a line BUDGET already.");
        return Optional.of(read(head));
    }

    private TakenBudget read(CsvRow head) {
        TakenTerms terms = take(head, (fields, row) -> RowReader.terms(fields, row, chargesCarers));
        Map<OutcomeId, String> statements = outcomes();
        List<PlanLine> lines = lines(head, terms, statements.keySet());
        Map<String, Holding> holdings = holdings(head);
        for (CsvRow row : of(Kind.BALANCE)) balance(row, terms, holdings);
        List<OpenItem> items = new ArrayList<>();
        for (CsvRow row : of(Kind.ITEM)) items.add(item(row, terms));
        List<TakenAccount> accounts =
                holdings.values().stream().map(Holding::account).toList();
        int count = rows.values().stream().mapToInt(List::size).sum();
        return new TakenBudget(ref, terms, statements, lines, accounts, items, head.line(), count);
    }

    private OpenItem item(CsvRow row, TakenTerms terms) {
        OpenItem item = take(row, (fields, it) -> RowReader.item(fields, it, terms, chargesCarers));
        if (item.dueOn().isAfter(on)) {
            reject(row, DUE_ON, "dueOn is " + item.dueOn() + ", after the day of the take-on, " + on + ".");
        }
        return item;
    }

    private Map<OutcomeId, String> outcomes() {
        Map<OutcomeId, String> statements = new LinkedHashMap<>();
        for (CsvRow row : of(Kind.OUTCOME)) {
            RowReader.Statement it = take(row, RowReader::outcome);
            if (statements.putIfAbsent(it.outcome(), it.words()) != null)
                reject(row, OUTCOME, "outcome is there twice.");
        }
        return statements;
    }

    private List<PlanLine> lines(CsvRow head, TakenTerms terms, Set<OutcomeId> outcomes) {
        List<PlanLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvRow row : of(Kind.LINE)) {
            PlanLine line = take(row, (fields, it) -> RowReader.line(fields, it, outcomes));
            if (!seen.add(line.id().value())) reject(row, LINE, "line is there twice.");
            lines.add(line);
        }
        if (lines.isEmpty()) reject(head, REF, "ref has no line LINE: a budget comes with a plan.");
        Money planned = lines.stream().map(PlanLine::weekly).reduce(Money.ZERO, Money::plus);
        if (planned.exceeds(terms.weekly())) {
            reject(head, WEEKLY, "weekly is " + terms.weekly() + ", and its lines come to " + planned + ".");
        }
        return lines;
    }

    private Map<String, Holding> holdings(CsvRow head) {
        Map<String, Holding> holdings = new LinkedHashMap<>();
        for (CsvRow row : of(Kind.ACCOUNT)) {
            Holding it = take(row, RowReader::account);
            if (holdings.putIfAbsent(it.name(), it) != null) reject(row, ACCOUNT, "account is there twice.");
        }
        if (holdings.isEmpty()) reject(head, REF, "ref has no line ACCOUNT: a budget comes with an account.");
        return holdings;
    }

    private void balance(CsvRow row, TakenTerms terms, Map<String, Holding> holdings) {
        Holding holding = holdings.get(String.valueOf(row.get(ACCOUNT)));
        if (holding == null) {
            reject(row, ACCOUNT, "account names no account of this budget.");
            return;
        }
        Balance balance = take(row, (fields, it) -> RowReader.balance(fields, it, terms, chargesCarers, holding));
        if (!balances.add(holding.name() + "/" + row.get(SOURCE))) {
            reject(row, SOURCE, "source is there twice for this account.");
        }
        holdings.put(holding.name(), holding.with(Split.of(balance.part())));
    }

    /** Reads one row, and rejects it for everything that is wrong with it. */
    private <T> T take(CsvRow row, BiFunction<Fields, CsvRow, T> read) {
        Fields fields = Fields.ofParameters();
        T value = read.apply(fields, row);
        for (FieldError error : fields.errors()) rejected.add(TakeOnFile.rejection(row, error));
        return value;
    }

    private void reject(CsvRow row, String field, String reason) {
        rejected.add(new Rejection(row.line(), field, reason));
    }
}
