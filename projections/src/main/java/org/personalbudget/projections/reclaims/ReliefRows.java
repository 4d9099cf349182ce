package org.personalbudget.projections.reclaims;

import java.sql.Connection;
import java.sql.SQLException;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefProposed;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.terms.ReliefId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** Reliefs of one page of the log; each is decided once. */
final class ReliefRows {

    private final Rows proposals =
            Rows.of("uuid", "uuid", "int8", "timestamptz", "text", "text", "uuid", "uuid", "int8", "text");
    private final Rows decisions = Rows.of("uuid", "text", "date", "text");

    void proposed(ReliefProposed e, Posted posted) {
        proposals.add(
                e.relief(),
                e.budget(),
                posted.position(),
                posted.recorded().recordedAt(),
                e.kind(),
                e.of(),
                e.reclaim(),
                e.account(),
                e.amount().pence(),
                e.proposer().value());
    }

    void decided(ReliefId relief, String standing, ReclaimEvent decision, ActorId by) {
        decisions.add(relief, standing, decision.effectiveOn(), by.value());
    }

    void store(Connection connection) throws SQLException {
        proposals.send(connection, """
                INSERT INTO relief (relief, budget, position, recorded_at, kind, let_go_of, reclaim, account, amount,
                     proposed_by, standing)
                SELECT relief, budget, position, recorded_at, kind, let_go_of, reclaim, account, amount,
                     proposed_by, 'PROPOSED'
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                     AS r (relief, budget, position, recorded_at, kind, let_go_of, reclaim, account, amount, proposed_by)
                """);
        decisions.send(connection, """
                UPDATE relief AS r SET standing = d.standing, decided_on = d.decided_on, decided_by = d.decided_by
                FROM unnest(?, ?, ?, ?) AS d (relief, standing, decided_on, decided_by)
                WHERE r.relief = d.relief
                """);
    }
}
