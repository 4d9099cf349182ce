package org.personalbudget.projections.forecast;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.forecast.InForce.Plan;
import org.personalbudget.projections.forecast.InForce.Turn;
import org.personalbudget.projections.forecast.InForce.Weekly;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is in force, as it was known: the days to come are what it is asked for. */
final class InForceQuery {

    private final JdbcClient database;

    InForceQuery(JdbcClient database) {
        this.database = database;
    }

    InForce of(BudgetId budget, AsOf asOf, @Nullable LocalDate lastDay) {
        return new InForce(weekly(budget, asOf), plans(budget, asOf), InForce.withheld(turns(budget, asOf)), lastDay);
    }

    private List<Weekly> weekly(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT weekly, effective_from FROM read.budget_weekly
                        WHERE budget = :budget AND recorded_at <= :known ORDER BY position
                        """, budget, asOf)
                .query((row, number) -> new Weekly(money(row, "weekly"), date(row, "effective_from")))
                .list();
    }

    private List<Plan> plans(BudgetId budget, AsOf asOf) {
        Map<Integer, Plan> plans = new LinkedHashMap<>();
        sql("""
                        SELECT version, effective_from, line, l.weekly FROM read.plan AS p
                        JOIN read.plan_line AS l USING (budget, version)
                        WHERE budget = :budget AND p.standing = 'APPROVED' AND p.decided_at <= :known
                        ORDER BY p.decided_at, version
                        """, budget, asOf).query(row -> {
            LocalDate from = date(row, "effective_from");
            plans.computeIfAbsent(row.getInt("version"), version -> new Plan(from, new HashMap<>()))
                    .lines()
                    .put(new LineId(text(row, "line")), money(row, "weekly"));
        });
        return new ArrayList<>(plans.values());
    }

    private List<Turn> turns(BudgetId budget, AsOf asOf) {
        return sql("""
                        SELECT kind, effective_on,
                               (SELECT value_after FROM read.budget_change_part AS p
                                WHERE p.position = c.position AND what = 'paidDays') AS paid_days,
                               (SELECT value_after FROM read.budget_change_part AS p
                                WHERE p.position = c.position AND what = 'lines') AS lines
                        FROM read.budget_change AS c
                        WHERE budget = :budget AND recorded_at <= :known AND kind IN ('SUSPENDED', 'RESUMED')
                        ORDER BY position
                        """, budget, asOf).query(InForceQuery::turn).list();
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        int paidDays = row.getInt("paid_days");
        String names = row.getString("lines");
        Set<LineId> lines = names == null
                ? Set.of()
                : Stream.of(names.split(" ")).map(LineId::new).collect(Collectors.toSet());
        return new Turn(date(row, "effective_on"), text(row, "kind").equals("RESUMED"), paidDays, lines);
    }

    private JdbcClient.StatementSpec sql(String sql, BudgetId budget, AsOf asOf) {
        return database.sql(sql).param("budget", budget.value()).param("known", asOf.knownUtc());
    }
}
