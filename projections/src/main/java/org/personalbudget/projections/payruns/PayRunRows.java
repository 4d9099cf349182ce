package org.personalbudget.projections.payruns;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.personalbudget.ledger.payrun.ControlTotals;
import org.personalbudget.ledger.payrun.DroppedPayment;
import org.personalbudget.ledger.payrun.ExcludedPayment;
import org.personalbudget.ledger.payrun.PayRunEvent.*;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.RaisedAlert;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** What one page of events changes about runs. A run goes through its steps in this order. */
final class PayRunRows {

    private final Rows opened =
            Rows.of("uuid", "int8", "text", "date", "text", "date", "date", "date", "text", "timestamptz", "date");
    private final Rows items = Rows.of(
            "uuid", "int4", "int4", "uuid", "int4", "uuid", "text", "uuid", "text", "text", "int4", "int4", "date",
            "int8", "text");
    private final Rows excluded =
            Rows.of("uuid", "int8", "int4", "uuid", "text", "uuid", "uuid", "int8", "text", "text");
    private final Map<PayRunId, Integer> parts = new LinkedHashMap<>();
    private final Rows built = Rows.of("uuid", "int4", "int8", "int4", "int8", "text");
    private final Rows alerts = Rows.of("uuid", "int4", "int4");
    private final Map<PayRunId, PayRunRevised> revised = new LinkedHashMap<>();
    private final Rows approved = Rows.of("uuid", "text", "timestamptz");
    private final Rows cancelled = Rows.of("uuid");
    private final Rows dropped = Rows.of("uuid", "int4", "text");
    private final Map<PayRunId, Integer> submittedParts = new LinkedHashMap<>();
    private final Rows released = Rows.of("uuid", "int4", "int8", "int4", "int8");
    private final Rows handedOver = Rows.of("uuid", "text", "timestamptz");

    void open(PayRunOpened event, Posted posted) {
        opened.add(
                event.run(),
                posted.position(),
                event.kind(),
                event.dueBy(),
                event.period(),
                event.dates().input(),
                event.dates().processing(),
                event.dates().payOn(),
                event.by().value(),
                posted.recorded().recordedAt(),
                event.effectiveOn());
    }

    void add(PayRunItemsAdded event, Posted posted) {
        parts.put(event.run(), event.part());
        for (PayRunItem item : event.items()) add(event, item);
        int ordinal = 0;
        for (ExcludedPayment each : event.excluded()) exclude(event, posted, ++ordinal, each);
    }

    private void add(PayRunItemsAdded event, PayRunItem item) {
        items.add(
                event.run(),
                item.number(),
                event.part(),
                item.payment(),
                item.attempt(),
                item.budget(),
                item.payee().kind(),
                item.payee().id(),
                item.purpose(),
                item.channel(),
                item.details(),
                item.awaited(),
                item.dueOn(),
                item.amount().pence(),
                item.bacsReference());
    }

    private void exclude(PayRunItemsAdded event, Posted posted, int ordinal, ExcludedPayment each) {
        BankPayee payee = each.payee();
        excluded.add(
                event.run(),
                posted.position(),
                ordinal,
                each.budget(),
                payee == null ? null : payee.kind(),
                payee == null ? null : payee.id(),
                each.payment(),
                each.amount().pence(),
                each.reason(),
                each.code());
    }

    void built(PayRunBuilt event) {
        ControlTotals totals = event.totals();
        built.add(
                event.run(),
                totals.payments(),
                totals.amount().pence(),
                totals.loads(),
                totals.loaded().pence(),
                event.hash());
    }

    /** The last revision of a run is what it comes to. */
    void revised(PayRunRevised event) {
        for (DroppedPayment each : event.dropped()) dropped.add(event.run(), each.number(), each.code());
        for (RaisedAlert each : event.alerts()) alerts.add(event.run(), each.number(), each.awaited());
        revised.remove(event.run());
        revised.put(event.run(), event);
    }

    void approved(PayRunApproved event) {
        approved.add(event.run(), event.by().value(), event.at());
    }

    void cancelled(PayRunCancelled event) {
        cancelled.add(event.run());
    }

    void submitted(PayRunItemsSubmitted event) {
        submittedParts.put(event.run(), event.part());
        for (DroppedPayment each : event.dropped()) dropped.add(event.run(), each.number(), each.code());
    }

    void released(PayRunReleased event) {
        ControlTotals totals = event.totals();
        released.add(
                event.run(),
                totals.payments(),
                totals.amount().pence(),
                totals.loads(),
                totals.loaded().pence());
    }

    void handedOver(PayRunSubmitted event, Posted posted) {
        handedOver.add(event.run(), event.by().value(), posted.recorded().recordedAt());
    }

    void send(Connection connection) throws SQLException {
        opened.send(connection, """
                INSERT INTO pay_run (run, position, kind, due_by, period, input_on, processing_on, pay_on, standing,
                                     built_by, opened_at, opened_on)
                SELECT run, position, kind, due_by, period, input_on, processing_on, pay_on, 'BUILDING',
                       built_by, opened_at, opened_on
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS o (run, position, kind, due_by, period, input_on,
                                                           processing_on, pay_on, built_by, opened_at, opened_on)
                """);
        items.send(connection, """
                INSERT INTO pay_run_item (run, number, part, payment, attempt, budget, payee_kind, payee, purpose,
                                          channel, details, awaited, due_on, amount, bacs_reference)
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        excluded.copy(connection, "pay_run_excluded");
        counts(parts).send(connection, """
                UPDATE pay_run AS r SET parts = p.part FROM unnest(?, ?) AS p (run, part) WHERE r.run = p.run
                """);
        built.send(connection, """
                UPDATE pay_run AS r
                SET standing = 'BUILT', payments = b.payments, amount = b.amount, loads = b.loads, loaded = b.loaded,
                    hash = b.hash, built_hash = b.hash
                FROM unnest(?, ?, ?, ?, ?, ?) AS b (run, payments, amount, loads, loaded, hash) WHERE r.run = b.run
                """);
        alerts.send(connection, """
                UPDATE pay_run_item AS i SET awaited = a.awaited
                FROM unnest(?, ?, ?) AS a (run, number, awaited) WHERE i.run = a.run AND i.number = a.number
                """);
        revised().send(connection, """
                UPDATE pay_run AS r
                SET payments = v.payments, amount = v.amount, loads = v.loads, loaded = v.loaded, hash = v.hash
                FROM unnest(?, ?, ?, ?, ?, ?) AS v (run, payments, amount, loads, loaded, hash) WHERE r.run = v.run
                """);
        approved.send(connection, """
                UPDATE pay_run AS r SET standing = 'APPROVED', approved_by = a.by, approved_at = a.at
                FROM unnest(?, ?, ?) AS a (run, by, at) WHERE r.run = a.run
                """);
        cancelled.send(connection, """
                UPDATE pay_run AS r SET standing = 'CANCELLED' FROM unnest(?) AS c (run) WHERE r.run = c.run
                """);
        dropped.send(connection, """
                UPDATE pay_run_item AS i SET dropped = d.code
                FROM unnest(?, ?, ?) AS d (run, number, code) WHERE i.run = d.run AND i.number = d.number
                """);
        counts(submittedParts).send(connection, """
                UPDATE pay_run AS r SET submitted_parts = p.part FROM unnest(?, ?) AS p (run, part) WHERE r.run = p.run
                """);
        released.send(connection, """
                UPDATE pay_run AS r
                SET standing = 'RELEASED', released_payments = e.payments, released_amount = e.amount,
                    released_loads = e.loads, released_loaded = e.loaded
                FROM unnest(?, ?, ?, ?, ?) AS e (run, payments, amount, loads, loaded) WHERE r.run = e.run
                """);
        handedOver.send(connection, """
                UPDATE pay_run AS r SET standing = 'SUBMITTED', submitted_by = h.by, submitted_at = h.at
                FROM unnest(?, ?, ?) AS h (run, by, at) WHERE r.run = h.run
                """);
    }

    private Rows revised() {
        Rows rows = Rows.of("uuid", "int4", "int8", "int4", "int8", "text");
        for (PayRunRevised event : revised.values()) {
            ControlTotals totals = event.totals();
            rows.add(
                    event.run(),
                    totals.payments(),
                    totals.amount().pence(),
                    totals.loads(),
                    totals.loaded().pence(),
                    event.hash());
        }
        return rows;
    }

    private static Rows counts(Map<PayRunId, Integer> parts) {
        Rows rows = Rows.of("uuid", "int4");
        parts.forEach(rows::add);
        return rows;
    }
}
