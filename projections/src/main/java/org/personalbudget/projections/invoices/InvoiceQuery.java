package org.personalbudget.projections.invoices;

import static org.personalbudget.projections.Columns.*;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.Effect;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.ReasonCode;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.invoices.InvoiceView.Finding;
import org.personalbudget.projections.invoices.InvoiceView.Line;
import org.personalbudget.projections.invoices.InvoiceView.PaidBy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices and credit notes, as they stand. */
public final class InvoiceQuery {

    private final JdbcClient database;

    public InvoiceQuery(JdbcClient database) {
        this.database = database;
    }

    /** Which invoices are looked for; what is null does not matter. */
    public record Filter(
            @Nullable SupplierId supplier,
            @Nullable InvoiceStanding standing,
            @Nullable BudgetId budget) {}

    private record Child<T>(UUID invoice, T value) {}

    public Optional<InvoiceView> find(InvoiceId invoice) {
        return database.sql("SELECT * FROM read.invoice WHERE invoice = :invoice")
                .param("invoice", invoice.value())
                .query(InvoiceQuery::invoice)
                .optional()
                .map(found -> whole(List.of(found)).getFirst());
    }

    /**
     * Invoices in the order they were first recorded.
     *
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<InvoiceView> list(Filter filter, long after, int limit) {
        String sql = "SELECT * FROM read.invoice WHERE position > :after"
                + (filter.supplier() == null ? "" : " AND supplier = :supplier")
                + (filter.standing() == null ? "" : " AND standing = :standing")
                + (filter.budget() == null ? "" : " AND budget = :budget")
                + " ORDER BY position LIMIT :limit";
        List<InvoiceView> found = database.sql(sql)
                .param("after", after)
                .param(
                        "supplier",
                        filter.supplier() == null ? null : filter.supplier().value())
                .param(
                        "standing",
                        filter.standing() == null ? null : filter.standing().name())
                .param(
                        "budget",
                        filter.budget() == null ? null : filter.budget().value())
                .param("limit", limit + 1)
                .query(InvoiceQuery::invoice)
                .list();
        Listed<InvoiceView> page = Listed.page(found, limit, InvoiceView::position);
        return new Listed<>(whole(page.items()), page.next());
    }

    private List<InvoiceView> whole(List<InvoiceView> bare) {
        List<UUID> ids = bare.stream().map(each -> each.invoiceId().value()).toList();
        if (ids.isEmpty()) return bare;
        Map<UUID, List<Line>> lines = children("""
                SELECT l.* FROM read.invoice_line AS l JOIN read.invoice AS i USING (invoice, assessment)
                WHERE l.invoice IN (:ids) ORDER BY l.ordinal
                """, ids, InvoiceQuery::line);
        Map<UUID, List<Finding>> reasons = children("""
                SELECT r.* FROM read.invoice_reason AS r JOIN read.invoice AS i USING (invoice, assessment)
                WHERE r.invoice IN (:ids) ORDER BY r.ordinal
                """, ids, InvoiceQuery::reason);
        Map<UUID, List<PaidBy>> payments = children(
                "SELECT * FROM read.invoice_payment WHERE invoice IN (:ids) ORDER BY position, payment",
                ids,
                InvoiceQuery::payment);
        return bare.stream()
                .map(each -> {
                    UUID id = each.invoiceId().value();
                    return each.with(
                            lines.getOrDefault(id, List.of()),
                            reasons.getOrDefault(id, List.of()),
                            payments.getOrDefault(id, List.of()));
                })
                .toList();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> children(String sql, List<UUID> ids, Reading<T> read) {
        List<Child<T>> all = database.sql(sql)
                .param("ids", ids)
                .query((row, _) -> new Child<>(uuid(row, "invoice"), read.of(row)))
                .list();
        return all.stream()
                .collect(Collectors.groupingBy(Child::invoice, Collectors.mapping(Child::value, Collectors.toList())));
    }

    private static InvoiceView invoice(ResultSet row, int number) throws SQLException {
        return new InvoiceView(
                new InvoiceId(uuid(row, "invoice")),
                DocumentKind.valueOf(text(row, "kind")),
                new BudgetId(uuid(row, "budget")),
                new SupplierId(uuid(row, "supplier")),
                new InvoiceNumber(text(row, "number")),
                uuidOrNull(row, "corrects", InvoiceId::new),
                InvoiceStanding.valueOf(text(row, "standing")),
                date(row, "received_on"),
                date(row, "issued_on"),
                dateOrNull(row, "service_from"),
                dateOrNull(row, "service_to"),
                dateOrNull(row, "due_on"),
                moneyOrNull(row, "net"),
                moneyOrNull(row, "tax"),
                money(row, "gross"),
                money(row, "approved"),
                money(row, "disputed"),
                money(row, "credited"),
                money(row, "declined"),
                money(row, "refund_due"),
                text(row, "entered_by"),
                row.getLong("position"),
                instant(row, "recorded_at"),
                List.of(),
                List.of(),
                List.of());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new InvoiceLineId(text(row, "line")),
                textOrNull(row, "plan_line", LineId::new),
                date(row, "service_from"),
                date(row, "service_to"),
                hundredths(row.getLong("quantity")),
                money(row, "rate"),
                money(row, "net"),
                VatCategory.valueOf(text(row, "vat")).code(),
                hundredths(row.getLong("vat_rate")),
                hundredths(row.getLong("units")),
                money(row, "cost"),
                money(row, "tax"),
                money(row, "rounding"),
                money(row, "disputed"));
    }

    private static Finding reason(ResultSet row) throws SQLException {
        return new Finding(
                ReasonCode.valueOf(text(row, "code")),
                Effect.valueOf(text(row, "effect")),
                textOrNull(row, "line", InvoiceLineId::new),
                unitsOrNull(row, "billed"),
                unitsOrNull(row, "delivered"),
                unitsOrNull(row, "authorised"),
                unitsOrNull(row, "earlier"),
                unitsOrNull(row, "allowed"),
                moneyOrNull(row, "billed_rate"),
                moneyOrNull(row, "rate"),
                moneyOrNull(row, "amount"),
                moneyOrNull(row, "amount_limit"),
                moneyOrNull(row, "tolerance"),
                dateOrNull(row, "from_day"),
                row.getObject("days", Integer.class),
                textOrNull(row, "service_period", PeriodId::parse),
                uuidOrNull(row, "other", InvoiceId::new));
    }

    private static PaidBy payment(ResultSet row) throws SQLException {
        return new PaidBy(new PaymentId(uuid(row, "payment")), money(row, "amount"));
    }

    private static @Nullable BigDecimal unitsOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : hundredths(value);
    }

    private static BigDecimal hundredths(long value) {
        return BigDecimal.valueOf(value, 2);
    }
}
