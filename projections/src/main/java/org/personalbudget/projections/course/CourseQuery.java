package org.personalbudget.projections.course;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.balance.LineFigures;
import org.personalbudget.projections.balance.LineFiguresQuery;
import org.personalbudget.projections.course.BudgetCourse.Change;
import org.personalbudget.projections.course.BudgetCourse.Commitment;
import org.personalbudget.projections.course.BudgetCourse.OverAdvance;
import org.personalbudget.projections.course.BudgetCourse.Part;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The course of one budget. */
public final class CourseQuery {

    private final JdbcClient database;
    private final LineFiguresQuery figures;

    public CourseQuery(JdbcClient database) {
        this.database = database;
        this.figures = new LineFiguresQuery(database);
    }

    public BudgetCourse of(BudgetId budget, AsOf asOf) {
        List<Change> timeline = timeline(budget, asOf);
        return new BudgetCourse(
                Timeline.standing(timeline, asOf.effective()),
                timeline,
                commitments(budget, asOf),
                overAdvances(budget, asOf));
    }

    /** Every change known by then, in the order they were recorded. */
    public List<Change> timeline(BudgetId budget, AsOf asOf) {
        Map<Long, List<Part>> parts = sql("""
                        SELECT p.* FROM read.budget_change_part AS p JOIN read.budget_change AS c USING (position)
                        WHERE budget = :budget AND recorded_at <= :known ORDER BY position, ordinal
                        """, budget, asOf)
                .query((row, number) -> Map.entry(
                        row.getLong("position"),
                        new Part(text(row, "what"), row.getString("value_before"), row.getString("value_after"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return Timeline.of(sql("""
                        SELECT * FROM read.budget_change
                        WHERE budget = :budget AND recorded_at <= :known ORDER BY position
                        """, budget, asOf)
                .query((row, number) -> change(row, parts))
                .list());
    }

    private static Change change(ResultSet row, Map<Long, List<Part>> parts) throws SQLException {
        long position = row.getLong("position");
        return new Change(
                position,
                instant(row, "recorded_at"),
                date(row, "effective_on"),
                text(row, "actor"),
                ChangeKind.valueOf(text(row, "kind")),
                row.getString("subject"),
                parts.getOrDefault(position, List.of()));
    }

    private List<Commitment> commitments(BudgetId budget, AsOf asOf) {
        return figures.of(budget, asOf).stream()
                .filter(figure -> !figure.committed().isZero())
                .map(CourseQuery::commitment)
                .toList();
    }

    private static Commitment commitment(LineFigures figure) {
        return new Commitment(figure.lineId(), figure.period(), figure.committed());
    }

    private List<OverAdvance> overAdvances(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT DISTINCT ON (account, service_period) account, service_period, amount
                        FROM read.budget_exception
                        WHERE budget = :budget AND recorded_at <= :known AND kind = 'OVER_ADVANCED'
                        ORDER BY account, service_period, position DESC
                        """, budget, asOf)
                .query((row, number) -> new OverAdvance(
                        new AccountId(uuid(row, "account")),
                        PeriodId.parse(text(row, "service_period")),
                        money(row, "amount")))
                .list();
    }

    private JdbcClient.StatementSpec sql(String sql, BudgetId budget, AsOf asOf) {
        return database.sql(sql).param("budget", budget.value()).param("known", asOf.knownUtc());
    }
}
