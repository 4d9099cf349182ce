package org.personalbudget.projections.budget;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.projections.budget.PlanView.OutcomeView;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plans of one budget, version by version. */
public final class PlanQuery {

    private final JdbcClient database;

    public PlanQuery(JdbcClient database) {
        this.database = database;
    }

    public List<PlanView> of(BudgetId budget) {
        Map<Integer, List<OutcomeView>> outcomes = byVersion(
                "SELECT * FROM read.plan_outcome WHERE budget = :budget ORDER BY version, ordinal",
                budget,
                (row, number) -> new OutcomeView(new OutcomeId(text(row, "outcome")), uuid(row, "statement")));
        Map<Integer, List<PlanLine>> lines = byVersion(
                "SELECT * FROM read.plan_line WHERE budget = :budget ORDER BY version, ordinal",
                budget,
                PlanQuery::line);
        return database.sql("SELECT * FROM read.plan WHERE budget = :budget ORDER BY version")
                .param("budget", budget.value())
                .query((row, number) -> plan(row, outcomes, lines))
                .list();
    }

    private static PlanView plan(
            ResultSet row, Map<Integer, List<OutcomeView>> outcomes, Map<Integer, List<PlanLine>> lines)
            throws SQLException {
        int version = row.getInt("version");
        return new PlanView(
                version,
                date(row, "effective_from"),
                PlanStanding.valueOf(text(row, "standing")),
                text(row, "proposer"),
                instant(row, "recorded_at"),
                row.getString("decided_by"),
                instantOrNull(row, "decided_at"),
                uuidOrNull(row, "reason", Function.identity()),
                moneyOrNull(row, "weekly"),
                uuidOrNull(row, "reassessment", ReviewId::new),
                textOrNull(row, "cut", BatchId::new),
                outcomes.getOrDefault(version, new ArrayList<>()),
                lines.getOrDefault(version, new ArrayList<>()));
    }

    private static PlanLine line(ResultSet row, int number) throws SQLException {
        long units = row.getLong("units_per_week");
        Units unitsPerWeek = row.wasNull() ? null : new Units(units);
        return new PlanLine(
                new LineId(text(row, "line")),
                PlanLine.Kind.valueOf(text(row, "kind")),
                Category.valueOf(text(row, "category")),
                textOrNull(row, "outcome", OutcomeId::new),
                money(row, "weekly"),
                unitsPerWeek,
                moneyOrNull(row, "unit_rate"),
                uuidOrNull(row, "supplier", SupplierId::new));
    }

    private <T> Map<Integer, List<T>> byVersion(String sql, BudgetId budget, RowMapper<T> mapper) {
        return database
                .sql(sql)
                .param("budget", budget.value())
                .query((row, number) -> Map.entry(row.getInt("version"), mapper.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
