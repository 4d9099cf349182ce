package org.personalbudget.projections.bulkchange;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.bulkchange.BulkTerms;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.projections.bulkchange.BulkChangeView.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches, and what became of what they propose. */
public final class BulkChangeQuery {

    private final JdbcClient database;

    public BulkChangeQuery(JdbcClient database) {
        this.database = database;
    }

    /** One batch, by the council's name for it. */
    public Optional<BulkChangeView> find(BatchId batch) {
        List<Proposal> proposals = proposals(batch);
        return database.sql("SELECT * FROM read.bulk_change WHERE batch = :batch")
                .param("batch", batch.value())
                .query((row, number) -> view(row, proposals))
                .optional();
    }

    /** In the order in which the budgets were reached. */
    public List<Proposal> proposals(BatchId batch) {
        return database.sql("""
                        SELECT p.budget, p.weekly, p.proposed, last.version, last.standing,
                               (SELECT coalesce(d.weekly, p.weekly)
                                FROM read.bulk_plan AS d
                                JOIN read.plan AS a ON a.budget = d.budget AND a.version = d.version
                                WHERE d.batch = p.batch AND d.budget = p.budget AND a.standing = 'APPROVED'
                                ORDER BY d.version DESC LIMIT 1) AS decided
                        FROM read.bulk_proposal AS p
                        LEFT JOIN LATERAL (
                            SELECT d.version, a.standing FROM read.bulk_plan AS d
                            JOIN read.plan AS a ON a.budget = d.budget AND a.version = d.version
                            WHERE d.batch = p.batch AND d.budget = p.budget
                            ORDER BY d.version DESC LIMIT 1) AS last ON true
                        WHERE p.batch = :batch ORDER BY p.position
                        """)
                .param("batch", batch.value())
                .query(BulkChangeQuery::proposal)
                .list();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                new BudgetId(uuid(row, "budget")),
                money(row, "weekly"),
                money(row, "proposed"),
                row.getObject("version", Integer.class),
                row.getString("standing"),
                moneyOrNull(row, "decided"));
    }

    private static BulkChangeView view(ResultSet row, List<Proposal> proposals) throws SQLException {
        return new BulkChangeView(
                new BatchId(text(row, "batch")),
                row.getLong("position"),
                instant(row, "recorded_at"),
                BulkTerms.Kind.valueOf(text(row, "kind")),
                row.getObject("basis_points", Integer.class),
                textOrNull(row, "category", Category::valueOf),
                moneyOrNull(row, "rate"),
                row.getObject("from_on", LocalDate.class),
                text(row, "ordered_by"),
                proposals);
    }
}
