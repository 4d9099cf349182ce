package org.personalbudget.projections.payables;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.payables.SupplierView.Rate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suppliers and their rates. */
public final class SupplierQuery {

    private final JdbcClient database;

    public SupplierQuery(JdbcClient database) {
        this.database = database;
    }

    public Optional<SupplierView> find(SupplierId supplier) {
        List<Head> heads = database.sql("SELECT * FROM read.supplier WHERE supplier = :supplier")
                .param("supplier", supplier.value())
                .query(SupplierQuery::head)
                .list();
        return withRates(heads).stream().findFirst();
    }

    /**
     * Suppliers in the order they were registered.
     *
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<SupplierView> list(long after, int limit) {
        List<Head> heads = database.sql(
                        "SELECT * FROM read.supplier WHERE position > :after ORDER BY position LIMIT :limit")
                .param("after", after)
                .param("limit", limit + 1)
                .query(SupplierQuery::head)
                .list();
        return Listed.page(withRates(heads), limit, SupplierView::position);
    }

    private record Head(UUID supplier, long position, String ref, SupplierKind kind) {}

    private record OwnedRate(UUID supplier, Rate rate) {}

    private List<SupplierView> withRates(List<Head> heads) {
        Map<UUID, List<Rate>> rates = database
                .sql("""
                        SELECT * FROM read.supplier_rate WHERE supplier = ANY(:suppliers) ORDER BY position
                        """)
                .param("suppliers", heads.stream().map(Head::supplier).toArray(UUID[]::new))
                .query(SupplierQuery::rate)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OwnedRate::supplier, Collectors.mapping(OwnedRate::rate, Collectors.toList())));
        return heads.stream()
                .map(head -> new SupplierView(
                        new SupplierId(head.supplier),
                        new SupplierRef(head.ref),
                        head.kind,
                        head.position,
                        rates.getOrDefault(head.supplier, List.of())))
                .toList();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                uuid(row, "supplier"),
                row.getLong("position"),
                text(row, "ref"),
                SupplierKind.valueOf(text(row, "kind")));
    }

    private static OwnedRate rate(ResultSet row, int number) throws SQLException {
        Rate rate = new Rate(
                Category.valueOf(text(row, "category")),
                money(row, "rate"),
                date(row, "from_on"),
                dateOrNull(row, "to_on"));
        return new OwnedRate(uuid(row, "supplier"), rate);
    }
}
