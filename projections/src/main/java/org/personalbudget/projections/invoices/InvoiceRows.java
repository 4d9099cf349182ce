package org.personalbudget.projections.invoices;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceEvent.CreditNoteRecorded;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceApproved;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceDisputed;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceRejected;
import org.personalbudget.ledger.invoice.AssessedLine;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.Reason;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** What one page of events changes about invoices: those that come in, then what becomes of all. */
final class InvoiceRows {

    /** What is added to the amounts of one invoice, after it went through the rules last. */
    private record Change(Money approved, Money disputed, Money credited, Money declined, Money refundDue) {

        Change plus(Change other) {
            return new Change(
                    approved.plus(other.approved),
                    disputed.plus(other.disputed),
                    credited.plus(other.credited),
                    declined.plus(other.declined),
                    refundDue.plus(other.refundDue));
        }
    }

    /** That an invoice went through the rules. */
    private record Entered(Posted posted, InvoiceAssessed event) {}

    private final Set<InvoiceId> mentioned = new HashSet<>();
    private final List<Entered> entered = new ArrayList<>();
    private final Map<InvoiceId, Change> changes = new LinkedHashMap<>();
    private final Map<InvoiceId, InvoiceStanding> standings = new LinkedHashMap<>();
    private final Rows lines = Rows.of(
            "uuid", "int8", "int2", "text", "text", "date", "date", "int8", "int8", "int8", "text", "int4", "int8",
            "int8", "int8", "int8", "int8");
    private final Rows reasons = Rows.of(
            "uuid", "int8", "int2", "text", "text", "text", "int8", "int8", "int8", "int8", "int8", "int8", "int8",
            "int8", "int8", "int8", "date", "int4", "text", "uuid");
    private final Rows payments = Rows.of("uuid", "uuid", "int8", "int8");
    private final Rows creditNotes =
            Rows.of("uuid", "uuid", "uuid", "text", "uuid", "int8", "timestamptz", "date", "date", "int8", "text");

    /** Whether these rows say something of a document already; one that is entered anew begins where they end. */
    boolean mention(InvoiceId document) {
        return mentioned.contains(document);
    }

    void assess(InvoiceAssessed event, Posted posted) {
        mentioned.add(event.invoice());
        entered.add(new Entered(posted, event));
        for (int i = 0; i < event.lines().size(); i++) line(event, event.lines().get(i), i, posted);
        for (int i = 0; i < event.reasons().size(); i++)
            reason(event, event.reasons().get(i), i, posted);
    }

    private void line(InvoiceAssessed event, AssessedLine line, int ordinal, Posted posted) {
        InvoiceLine billed = line.billed();
        lines.add(
                event.invoice(),
                posted.position(),
                ordinal,
                billed.id(),
                line.planLine(),
                line.service().first(),
                line.service().last(),
                billed.quantity().hundredths(),
                billed.rate().pence(),
                billed.net().pence(),
                billed.vat(),
                billed.vatBasisPoints(),
                line.units().hundredths(),
                line.cost().pence(),
                line.tax().pence(),
                line.rounding().pence(),
                line.disputed().pence());
    }

    private void reason(InvoiceAssessed event, Reason reason, int ordinal, Posted posted) {
        Reason.UnitFigures units = reason.units();
        Reason.RateFigures rates = reason.rates();
        Reason.AmountFigures amounts = reason.amounts();
        reasons.add(
                event.invoice(),
                posted.position(),
                ordinal,
                reason.code(),
                reason.effect(),
                reason.line(),
                units == null ? null : hundredths(units.billed()),
                units == null ? null : hundredths(units.delivered()),
                units == null ? null : hundredths(units.authorised()),
                units == null ? null : hundredths(units.earlier()),
                units == null ? null : hundredths(units.allowed()),
                rates == null ? null : pence(rates.billed()),
                rates == null ? null : pence(rates.inForce()),
                amounts == null ? null : pence(amounts.amount()),
                amounts == null ? null : pence(amounts.limit()),
                amounts == null ? null : pence(amounts.tolerance()),
                reason.from(),
                reason.days(),
                reason.servicePeriod(),
                reason.other());
    }

    private static @Nullable Long hundredths(@Nullable Units units) {
        return units == null ? null : units.hundredths();
    }

    private static @Nullable Long pence(@Nullable Money money) {
        return money == null ? null : money.pence();
    }

    void approve(InvoiceApproved event, Posted posted) {
        Money paid = event.payable();
        payments.add(event.payment(), event.invoice(), posted.position(), paid.pence());
        Money settled = event.settles().negated();
        change(event.invoice(), new Change(paid, settled, Money.ZERO, Money.ZERO, Money.ZERO));
    }

    void dispute(InvoiceDisputed event) {
        Money amount = event.amount();
        change(event.invoice(), new Change(amount.negated(), amount, Money.ZERO, Money.ZERO, Money.ZERO));
    }

    void reject(InvoiceRejected event) {
        Money declined = event.declined();
        change(event.invoice(), new Change(Money.ZERO, declined.negated(), Money.ZERO, declined, Money.ZERO));
    }

    void credit(CreditNoteRecorded event, Posted posted) {
        mentioned.add(event.creditNote());
        Money withdrawn = event.gross().minus(event.againstDispute()).minus(event.refunded());
        change(
                event.invoice(),
                new Change(
                        withdrawn.plus(event.refunded()).negated(),
                        event.againstDispute().negated(),
                        event.gross(),
                        Money.ZERO,
                        event.refunded()));
        creditNotes.add(
                event.creditNote(),
                event.budget(),
                event.supplier(),
                event.number(),
                event.invoice(),
                posted.position(),
                posted.recorded().recordedAt(),
                event.effectiveOn(),
                event.issuedOn(),
                event.gross().pence(),
                event.enteredBy().value());
    }

    void stand(InvoiceId invoice, InvoiceStanding standing) {
        mentioned.add(invoice);
        standings.put(invoice, standing);
    }

    private void change(InvoiceId invoice, Change change) {
        mentioned.add(invoice);
        changes.merge(invoice, change, Change::plus);
    }

    void send(Connection connection) throws SQLException {
        enteredRows().send(connection, """
                INSERT INTO invoice (invoice, budget, supplier, number, kind, position, recorded_at, received_on,
                                     issued_on, service_from, service_to, due_on, net, tax, gross, approved, disputed,
                                     credited, declined, refund_due, standing, assessment, entered_by)
                SELECT invoice, budget, supplier, number, kind, position, recorded_at, received_on,
                       issued_on, service_from, service_to, due_on, net, tax, gross, 0, disputed,
                       0, 0, 0, standing, assessment, entered_by
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS entered
                     (invoice, budget, supplier, number, kind, position, recorded_at, received_on,
                      issued_on, service_from, service_to, due_on, net, tax, gross, disputed, standing, assessment,
                      entered_by)
                ON CONFLICT (invoice) DO UPDATE
                SET budget = excluded.budget, number = excluded.number, kind = excluded.kind, corrects = NULL,
                    issued_on = excluded.issued_on,
                    service_from = excluded.service_from, service_to = excluded.service_to, due_on = excluded.due_on,
                    net = excluded.net, tax = excluded.tax, gross = excluded.gross, approved = 0,
                    disputed = excluded.disputed, credited = 0, declined = 0, refund_due = 0,
                    standing = excluded.standing, assessment = excluded.assessment, entered_by = excluded.entered_by
                """);
        creditNotes.send(connection, """
                INSERT INTO invoice (invoice, budget, supplier, number, kind, corrects, position, recorded_at,
                                     received_on, issued_on, gross, approved, disputed, credited, declined, refund_due,
                                     standing, entered_by)
                SELECT invoice, budget, supplier, number, 'CREDIT_NOTE', corrects, position, recorded_at,
                       received_on, issued_on, gross, 0, 0, 0, 0, 0, 'CREDITED', entered_by
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS note
                     (invoice, budget, supplier, number, corrects, position, recorded_at, received_on, issued_on, gross,
                      entered_by)
                ON CONFLICT (invoice) DO UPDATE
                SET budget = excluded.budget, number = excluded.number, kind = excluded.kind,
                    corrects = excluded.corrects, issued_on = excluded.issued_on, service_from = NULL,
                    service_to = NULL, due_on = NULL, net = NULL, tax = NULL, gross = excluded.gross, approved = 0,
                    disputed = 0, credited = 0, declined = 0, refund_due = 0, standing = excluded.standing,
                    assessment = NULL, entered_by = excluded.entered_by
                """);
        changedRows().send(connection, """
                UPDATE invoice AS i
                SET approved = i.approved + c.approved, disputed = i.disputed + c.disputed,
                    credited = i.credited + c.credited, declined = i.declined + c.declined,
                    refund_due = i.refund_due + c.refund_due
                FROM unnest(?, ?, ?, ?, ?, ?) AS c (invoice, approved, disputed, credited, declined, refund_due)
                WHERE i.invoice = c.invoice
                """);
        standingRows().send(connection, """
                UPDATE invoice AS i SET standing = s.standing
                FROM unnest(?, ?) AS s (invoice, standing) WHERE i.invoice = s.invoice
                """);
        lines.copy(connection, "invoice_line");
        reasons.copy(connection, "invoice_reason");
        payments.copy(connection, "invoice_payment (payment, invoice, position, amount)");
    }

    private Rows enteredRows() {
        Rows rows = Rows.of(
                "uuid",
                "uuid",
                "uuid",
                "text",
                "text",
                "int8",
                "timestamptz",
                "date",
                "date",
                "date",
                "date",
                "date",
                "int8",
                "int8",
                "int8",
                "int8",
                "text",
                "int8",
                "text");
        for (Entered each : entered) {
            InvoiceAssessed event = each.event();
            rows.add(
                    event.invoice(),
                    event.budget(),
                    event.supplier(),
                    event.number(),
                    DocumentKind.INVOICE,
                    each.posted().position(),
                    each.posted().recorded().recordedAt(),
                    each.posted().recorded().effectiveOn(),
                    event.issuedOn(),
                    event.service().first(),
                    event.service().last(),
                    event.dueOn(),
                    event.net().pence(),
                    event.tax().pence(),
                    event.gross().pence(),
                    event.disputed().pence(),
                    event.standing(),
                    each.posted().position(),
                    event.enteredBy().value());
        }
        return rows;
    }

    private Rows changedRows() {
        Rows rows = Rows.of("uuid", "int8", "int8", "int8", "int8", "int8");
        changes.forEach((invoice, change) -> rows.add(
                invoice,
                change.approved.pence(),
                change.disputed.pence(),
                change.credited.pence(),
                change.declined.pence(),
                change.refundDue.pence()));
        return rows;
    }

    private Rows standingRows() {
        Rows rows = Rows.of("uuid", "text");
        standings.forEach(rows::add);
        return rows;
    }
}
