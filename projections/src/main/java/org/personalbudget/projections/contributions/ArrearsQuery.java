package org.personalbudget.projections.contributions;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.contributions.Ageing.Item;
import org.personalbudget.projections.contributions.BudgetArrears.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people owe of their contributions, at any two dates. */
public final class ArrearsQuery {

    private final JdbcClient database;

    public ArrearsQuery(JdbcClient database) {
        this.database = database;
    }

    /** What is due and unpaid of one budget's contribution, or nothing if the budget was not known then. */
    public Optional<BudgetArrears> of(BudgetId budget, AsOf asOf) {
        if (!known(budget, asOf)) return Optional.empty();
        List<Item> items = items(List.of(budget.value()), asOf).getOrDefault(budget.value(), List.of());
        Ageing ageing = new Ageing(items, asOf.effective());
        return Optional.of(new BudgetArrears(
                budget,
                asOf.effective(),
                asOf.known(),
                ageing.due(),
                ageing.received(),
                ageing.relieved(),
                ageing.outstanding(),
                ageing.credit(),
                ageing.owedBack(),
                ageing.unpaid(),
                ageing.periods(),
                notices(budget, asOf)));
    }

    /**
     * Budgets of which something is unpaid, in the order in which they were allocated.
     *
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<ArrearsSummary> list(AsOf asOf, long after, int limit) {
        Map<UUID, Long> owing = owing(asOf, after, limit + 1);
        Map<UUID, List<Item>> items = items(List.copyOf(owing.keySet()), asOf);
        List<ArrearsSummary> summaries = owing.entrySet().stream()
                .map(budget -> summary(
                        budget.getKey(),
                        budget.getValue(),
                        new Ageing(items.getOrDefault(budget.getKey(), List.of()), asOf.effective())))
                .toList();
        return Listed.page(summaries, limit, ArrearsSummary::position);
    }

    private static ArrearsSummary summary(UUID budget, long position, Ageing ageing) {
        return new ArrearsSummary(
                new BudgetId(budget), position, ageing.outstanding(), ageing.unpaidPeriods(), ageing.unpaid());
    }

    private Map<UUID, Long> owing(AsOf asOf, long after, int limit) {
        Map<UUID, Long> owing = new LinkedHashMap<>();
        sql("""
                        SELECT b.budget, b.position
                        FROM read.budget AS b JOIN read.contribution_item AS i ON i.budget = b.budget
                        WHERE b.position > :after AND i.recorded_at <= :known AND i.effective_on <= :effective
                        GROUP BY b.budget, b.position
                        HAVING sum(CASE WHEN i.kind IN ('DUE', 'GIVEN_UP') THEN i.amount
                                        WHEN i.kind IN ('RECEIVED', 'RELIEVED') THEN -i.amount
                                        ELSE 0 END) > 0
                        ORDER BY b.position LIMIT :limit
                        """, asOf)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> Map.entry(uuid(row, "budget"), row.getLong("position")))
                .list()
                .forEach(found -> owing.put(found.getKey(), found.getValue()));
        return owing;
    }

    private record Owned(UUID budget, Item item) {}

    private Map<UUID, List<Item>> items(List<UUID> budgets, AsOf asOf) {
        return sql("""
                        SELECT * FROM read.contribution_item
                        WHERE budget = ANY(:budgets) AND recorded_at <= :known AND effective_on <= :effective
                        ORDER BY position, kind
                        """, asOf).param("budgets", budgets.toArray(UUID[]::new)).query(ArrearsQuery::item).list().stream()
                .collect(Collectors.groupingBy(Owned::budget, Collectors.mapping(Owned::item, Collectors.toList())));
    }

    private static Owned item(ResultSet row, int number) throws SQLException {
        return new Owned(
                uuid(row, "budget"),
                new Item(
                        ItemKind.valueOf(text(row, "kind")),
                        textOrNull(row, "service_period", PeriodId::parse),
                        dateOrNull(row, "due_on"),
                        money(row, "amount")));
    }

    private boolean known(BudgetId budget, AsOf asOf) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM read.budget WHERE budget = :budget AND recorded_at <= :known)")
                .param("budget", budget.value())
                .param("known", asOf.knownUtc())
                .query(Boolean.class)
                .single();
    }

    private List<Notice> notices(BudgetId budget, AsOf asOf) {
        return database.sql("""
                        SELECT * FROM read.arrears_notice
                        WHERE budget = :budget AND recorded_at <= :known AND raised_on <= :effective
                        ORDER BY position
                        """)
                .param("budget", budget.value())
                .param("known", asOf.knownUtc())
                .param("effective", asOf.effective())
                .query((row, number) -> new Notice(
                        ArrearsKind.valueOf(text(row, "kind")),
                        date(row, "raised_on"),
                        row.getInt("unpaid_periods"),
                        money(row, "outstanding")))
                .list();
    }

    private JdbcClient.StatementSpec sql(String sql, AsOf asOf) {
        return database.sql(sql).param("known", asOf.knownUtc()).param("effective", asOf.effective());
    }
}
