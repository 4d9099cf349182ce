package org.personalbudget.projections.payruns;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent.*;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps every version of where payees are paid. */
public final class BankDetailsProjection implements Projection {

    @Override
    public String name() {
        return "bank-details";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        var page = new Page();
        for (Posted event : events) {
            // Nothing else is about where somebody is paid.
            if (event.event() instanceof BankDetailsEvent details) page.take(details, event);
        }
        page.send(connection);
    }

    /** Of one version, proposing comes first, then approving, then blocking. */
    private static final class Page {

        private final Rows proposed =
                Rows.of("uuid", "int4", "text", "uuid", "int8", "uuid", "text", "text", "text", "timestamptz");
        private final Rows approved = Rows.of("uuid", "int4", "text", "uuid", "timestamptz");
        private final Rows blocked = Rows.of("uuid", "int4", "text", "uuid", "timestamptz");

        void take(BankDetailsEvent event, Posted posted) {
            switch (event) {
                case BankDetailsProposed e ->
                    proposed.add(
                            e.payee().id(),
                            e.version(),
                            e.payee().kind(),
                            e.budget(),
                            posted.position(),
                            e.details().ref(),
                            e.modulus(),
                            e.check(),
                            e.by().value(),
                            posted.recorded().recordedAt());
                case BankDetailsApproved e ->
                    approved.add(
                            e.payee().id(),
                            e.version(),
                            e.by().value(),
                            e.evidence() == null ? null : e.evidence().ref(),
                            e.inForceFrom());
                case BankDetailsBlocked e ->
                    blocked.add(
                            e.payee().id(),
                            e.version(),
                            e.code() == null ? null : e.code().code(),
                            e.reason() == null ? null : e.reason().ref(),
                            posted.recorded().recordedAt());
            }
        }

        void send(Connection connection) throws SQLException {
            proposed.send(connection, """
                    INSERT INTO bank_details (payee, version, kind, budget, position, details, modulus, payee_check,
                                              standing, proposed_by, proposed_at)
                    SELECT payee, version, kind, budget, position, details, modulus, payee_check,
                           'PROPOSED', proposed_by, proposed_at
                    FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS p (payee, version, kind, budget, position, details,
                                                                   modulus, payee_check, proposed_by, proposed_at)
                    """);
            approved.send(connection, """
                    UPDATE bank_details AS d
                    SET standing = 'APPROVED', approved_by = a.by, evidence = a.evidence, in_force_from = a.from_at
                    FROM unnest(?, ?, ?, ?, ?) AS a (payee, version, by, evidence, from_at)
                    WHERE d.payee = a.payee AND d.version = a.version
                    """);
            blocked.send(connection, """
                    UPDATE bank_details AS d
                    SET standing = 'BLOCKED', block_code = b.code, block_reason = b.reason, blocked_at = b.at
                    FROM unnest(?, ?, ?, ?, ?) AS b (payee, version, code, reason, at)
                    WHERE d.payee = b.payee AND d.version = b.version
                    """);
            // What was laid before and is still open is void as soon as a later version is there.
            proposed.send(connection, """
                    UPDATE bank_details AS d SET standing = 'VOID'
                    FROM (SELECT payee, max(version) AS version
                          FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS p (payee, version, kind, budget, position, details,
                                                                         modulus, payee_check, proposed_by, proposed_at)
                          GROUP BY payee) AS last
                    WHERE d.payee = last.payee AND d.version < last.version AND d.standing = 'PROPOSED'
                    """);
        }
    }
}
