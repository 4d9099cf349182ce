package org.personalbudget.projections.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;

/** Keeps what banks say beside what the ledger says, and which belongs to which. */
public final class ReconciliationProjection implements Projection {

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        StatementRows statements = new StatementRows();
        MatchRows matches = new MatchRows();
        MovementRows movements = new MovementRows();
        ExpectedRows expected = new ExpectedRows();
        for (Posted event : events) {
            movements.take(event);
            switch (event.event()) {
                case StatementEvent statement -> {
                    statements.take(statement, event);
                    matches.take(statement, event);
                }
                case ChainEvent chain -> statements.take(chain);
                case PayRunEvent run -> expected.take(run);
                // Whatever else posts is a movement; what a bank is still to show of it is kept by kind.
                default -> expected.take(event);
            }
        }
        statements.send(connection);
        expected.send(connection);
        matches.send(connection);
        movements.send(connection);
        Linking.link(matches, movements, connection);
    }
}
