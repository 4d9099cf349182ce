package org.personalbudget.projections.payruns;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where payees are paid. */
public final class BankDetailsQuery {

    private final JdbcClient database;

    public BankDetailsQuery(JdbcClient database) {
        this.database = database;
    }

    /** Every version, the first first. */
    public List<BankDetailsView> versions(BankPayee payee) {
        return database.sql("SELECT * FROM read.bank_details WHERE payee = :payee ORDER BY version")
                .param("payee", payee.id())
                .query((row, number) -> view(row))
                .list();
    }

    /** Where the register keeps the details that these items are paid to, by the item's number. */
    public Map<Integer, UUID> detailsOf(Collection<PayRunItem> items) {
        Map<Integer, UUID> found = new HashMap<>();
        database.sql("""
                        SELECT i.number, d.details
                        FROM unnest(:numbers, :payees, :versions) AS i (number, payee, version)
                        JOIN read.bank_details AS d ON d.payee = i.payee AND d.version = i.version
                        """)
                .param("numbers", items.stream().map(PayRunItem::number).toArray(Integer[]::new))
                .param("payees", items.stream().map(item -> item.payee().id()).toArray(UUID[]::new))
                .param("versions", items.stream().map(PayRunItem::details).toArray(Integer[]::new))
                .query((row, number) -> found.put(row.getInt("number"), uuid(row, "details")))
                .list();
        return found;
    }

    private static BankDetailsView view(ResultSet row) throws SQLException {
        return new BankDetailsView(
                new BankPayee(BankPayee.Kind.valueOf(text(row, "kind")), uuid(row, "payee")),
                row.getInt("version"),
                uuidOrNull(row, "budget", BudgetId::new),
                uuid(row, "details"),
                ModulusOutcome.valueOf(text(row, "modulus")),
                PayeeCheck.valueOf(text(row, "payee_check")),
                BankDetails.Standing.valueOf(text(row, "standing")),
                text(row, "proposed_by"),
                instant(row, "proposed_at"),
                row.getString("approved_by"),
                row.getObject("evidence", UUID.class),
                instantOrNull(row, "in_force_from"),
                row.getString("block_code"),
                row.getObject("block_reason", UUID.class),
                instantOrNull(row, "blocked_at"));
    }
}
