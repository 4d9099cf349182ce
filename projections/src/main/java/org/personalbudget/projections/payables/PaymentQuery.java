package org.personalbudget.projections.payables;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.payables.PaymentView.Instalment;
import org.personalbudget.projections.payables.PaymentView.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments in the standing they have reached. */
public final class PaymentQuery {

    private static final String SELECT = """
            SELECT p.*, i.kind, i.gross, i.contribution, i.payable
            FROM read.payment AS p LEFT JOIN read.instalment AS i USING (payment)
            """;

    private final JdbcClient database;

    public PaymentQuery(JdbcClient database) {
        this.database = database;
    }

    public Optional<PaymentView> find(PaymentId payment) {
        return database.sql(SELECT + "WHERE payment = :payment")
                .param("payment", payment.value())
                .query(PaymentQuery::payment)
                .optional();
    }

    /**
     * Payments in the order they were first recorded.
     *
     * @param budget only this budget's, or null for all
     * @param standing only those that have got exactly so far, or null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<PaymentView> list(@Nullable BudgetId budget, @Nullable Standing standing, long after, int limit) {
        String sql = SELECT + "WHERE p.position > :after"
                + (budget == null ? "" : " AND p.budget = :budget")
                + (standing == null ? "" : " AND standing = :standing")
                + " ORDER BY p.position LIMIT :limit";
        List<PaymentView> payments = database.sql(sql)
                .param("after", after)
                .param("budget", budget == null ? null : budget.value())
                .param("standing", standing == null ? null : standing.name())
                .param("limit", limit + 1)
                .query(PaymentQuery::payment)
                .list();
        return Listed.page(payments, limit, PaymentView::position);
    }

    /**
     * What a supplier is paid, or was, in the order it was first recorded; what was never instructed is left out.
     *
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<PaymentView> ofSupplier(SupplierId supplier, long after, int limit) {
        List<PaymentView> payments = database.sql(SELECT + """
                        WHERE p.supplier = :supplier AND p.position > :after AND standing <> 'HELD'
                        ORDER BY p.position LIMIT :limit
                        """)
                .param("supplier", supplier.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query(PaymentQuery::payment)
                .list();
        return Listed.page(payments, limit, PaymentView::position);
    }

    private static PaymentView payment(ResultSet row, int number) throws SQLException {
        return new PaymentView(
                new PaymentId(uuid(row, "payment")),
                new BudgetId(uuid(row, "budget")),
                row.getLong("position"),
                instant(row, "recorded_at"),
                PaymentPurpose.valueOf(text(row, "purpose")),
                textOrNull(row, "channel", Channel::valueOf),
                uuidOrNull(row, "account", AccountId::new),
                uuidOrNull(row, "supplier", SupplierId::new),
                textOrNull(row, "invoice", InvoiceNumber::new),
                textOrNull(row, "plan_line", LineId::new),
                textOrNull(row, "service_period", PeriodId::parse),
                money(row, "amount"),
                money(row, "instructed"),
                Standing.valueOf(text(row, "standing")),
                date(row, "standing_on"),
                row.getInt("attempt"),
                textOrNull(row, "return_code", ReturnCode::valueOf),
                reasons(text(row, "reasons")),
                instalment(row));
    }

    private static @Nullable Instalment instalment(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) return null;
        return new Instalment(kind, money(row, "gross"), money(row, "contribution"), money(row, "payable"));
    }

    private static List<SpendReason> reasons(String names) {
        if (names.isEmpty()) return List.of();
        return Arrays.stream(names.split(",")).map(SpendReason::valueOf).toList();
    }
}
