package org.personalbudget.projections.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetEvent.LineOverspent;
import org.personalbudget.ledger.budget.BudgetEvent.SourceOverdrawn;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what the ledger raised by itself for somebody to look at. */
public final class ExceptionProjection implements Projection {

    @Override
    public String name() {
        return "exceptions";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows rows = Rows.of("int8", "uuid", "timestamptz", "text", "uuid", "text", "text", "text", "int8");
        for (Posted posted : events) {
            var recordedAt = posted.recorded().recordedAt();
            switch (posted.event()) {
                case SourceOverdrawn e ->
                    rows.add(
                            posted.position(),
                            e.budget(),
                            recordedAt,
                            "SOURCE_OVERDRAWN",
                            e.account(),
                            e.source(),
                            null,
                            null,
                            e.shortfall().pence());
                case LineOverspent e ->
                    rows.add(
                            posted.position(),
                            e.budget(),
                            recordedAt,
                            "LINE_OVERSPENT",
                            null,
                            null,
                            e.line(),
                            e.servicePeriod(),
                            e.over().pence());
                // Everything else went as it should.
                default -> {}
            }
        }
        rows.copy(connection, "budget_exception");
    }
}
