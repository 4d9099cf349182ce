package org.personalbudget.projections.payruns;

import static org.personalbudget.projections.Columns.*;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.projections.payruns.PayRunView.Difference;
import org.personalbudget.projections.payruns.PayRunView.Variance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a run differs from the last one of its kind that was approved: who is new, who is gone, who gets another amount. */
public final class VarianceQuery {

    private static final String BOTH = """
            WITH now AS (SELECT budget, payee_kind, payee, sum(amount)::bigint AS amount FROM read.pay_run_item
                         WHERE run = :run GROUP BY budget, payee_kind, payee),
                 before AS (SELECT budget, payee_kind, payee, sum(amount)::bigint AS amount FROM read.pay_run_item
                            WHERE run = :previous AND dropped IS NULL GROUP BY budget, payee_kind, payee),
                 both_runs AS (SELECT budget, payee_kind, payee, before.amount AS before, now.amount AS now
                               FROM now FULL JOIN before USING (budget, payee_kind, payee))
            """;

    private final JdbcClient database;

    public VarianceQuery(JdbcClient database) {
        this.database = database;
    }

    public Variance of(PayRunId run) {
        Optional<PayRunId> previous = previous(run);
        return database.sql(BOTH + """
                        SELECT count(*) FILTER (WHERE before IS NULL)::int AS added,
                               count(*) FILTER (WHERE now IS NULL)::int AS gone,
                               count(*) FILTER (WHERE before <> now)::int AS changed,
                               count(*) FILTER (WHERE before = now)::int AS unchanged,
                               coalesce(sum(before), 0)::bigint AS before, coalesce(sum(now), 0)::bigint AS now
                        FROM both_runs
                        """)
                .param("run", run.value())
                .param("previous", id(previous.orElse(null)))
                .query((row, number) -> new Variance(
                        previous.orElse(null),
                        row.getInt("added"),
                        row.getInt("gone"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        money(row, "before"),
                        money(row, "now")))
                .single();
    }

    /** Those that differ, the largest difference first; nobody differs from a run that is not there. */
    public List<Difference> differences(PayRunId run, int limit) {
        Optional<PayRunId> previous = previous(run);
        if (previous.isEmpty()) return List.of();
        return database.sql(BOTH + """
                        SELECT * FROM both_runs WHERE before IS DISTINCT FROM now
                        ORDER BY abs(coalesce(now, 0) - coalesce(before, 0)) DESC, budget, payee LIMIT :limit
                        """)
                .param("run", run.value())
                .param("previous", id(previous.get()))
                .param("limit", limit)
                .query((row, number) -> new Difference(
                        new BudgetId(uuid(row, "budget")),
                        PayRunQuery.payee(row),
                        moneyOrNull(row, "before"),
                        moneyOrNull(row, "now")))
                .list();
    }

    private Optional<PayRunId> previous(PayRunId run) {
        return database.sql("""
                        SELECT p.run FROM read.pay_run AS r JOIN read.pay_run AS p
                            ON p.kind = r.kind AND p.position < r.position
                        WHERE r.run = :run AND p.standing IN ('APPROVED', 'RELEASED', 'SUBMITTED')
                        ORDER BY p.position DESC LIMIT 1
                        """)
                .param("run", run.value())
                .query((row, number) -> new PayRunId(uuid(row, "run")))
                .optional();
    }

    private static UUID id(@Nullable PayRunId run) {
        return run == null ? new UUID(0, 0) : run.value();
    }
}
