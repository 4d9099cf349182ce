package org.personalbudget.projections.payruns;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PayRunEvent.*;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;

/** Keeps runs of payments: what is in them, what is not, and how far they have got. */
public final class PayRunProjection implements Projection {

    @Override
    public String name() {
        return "pay-runs";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        var rows = new PayRunRows();
        for (Posted event : events) {
            // Nothing else is about a run.
            if (event.event() instanceof PayRunEvent run) take(run, event, rows);
        }
        rows.send(connection);
    }

    private static void take(PayRunEvent event, Posted posted, PayRunRows rows) {
        switch (event) {
            case PayRunOpened e -> rows.open(e, posted);
            case PayRunItemsAdded e -> rows.add(e, posted);
            case PayRunBuilt e -> rows.built(e);
            case PayRunRevised e -> rows.revised(e);
            case PayRunApproved e -> rows.approved(e);
            case PayRunCancelled e -> rows.cancelled(e);
            case PayRunItemsSubmitted e -> rows.submitted(e);
            case PayRunReleased e -> rows.released(e);
            case PayRunSubmitted e -> rows.handedOver(e, posted);
        }
    }
}
