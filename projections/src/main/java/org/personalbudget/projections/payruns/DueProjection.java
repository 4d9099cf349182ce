package org.personalbudget.projections.payruns;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceApproved;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/**
 * Keeps what is to be paid by the council's bank or card programme. A regular instalment is due on the first day of its
 * period, an invoice when it says so, everything else at once.
 */
public final class DueProjection implements Projection {

    private static final PeriodCalendar CALENDAR = PeriodCalendar.standard();

    @Override
    public String name() {
        return "payments-due";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        var page = new Page();
        for (Posted event : events) {
            switch (event.event()) {
                case PaymentEvent payment -> page.take(payment, event);
                case InvoiceAssessed invoice -> page.due.put(invoice.invoice(), invoice.dueOn());
                case InvoiceApproved invoice -> page.invoices.add(invoice.payment(), invoice.invoice());
                // Nothing else is an instruction to pay, or says when.
                default -> {}
            }
        }
        page.send(connection);
    }

    /** Where a payment has got; null leaves a value as it is. */
    private record Moved(
            @Nullable String standing,
            @Nullable LocalDate dueOn,
            @Nullable Integer attempt,
            @Nullable Money amount) {

        Moved then(Moved next) {
            return new Moved(
                    next.standing == null ? standing : next.standing,
                    next.dueOn == null ? dueOn : next.dueOn,
                    next.attempt == null ? attempt : next.attempt,
                    next.amount == null ? amount : next.amount);
        }
    }

    private static final class Page {

        private final Rows instructed =
                Rows.of("uuid", "int8", "uuid", "text", "uuid", "text", "text", "text", "bool", "date", "int8");
        private final Map<InvoiceId, LocalDate> due = new LinkedHashMap<>();
        private final Rows invoices = Rows.of("uuid", "uuid");
        private final Map<PaymentId, Moved> moved = new LinkedHashMap<>();

        void take(PaymentEvent event, Posted posted) {
            switch (event) {
                case PaymentInstructed e -> instruct(e, posted);
                case PaymentSubmitted e -> move(e, new Moved("SUBMITTED", null, null, null));
                case PaymentSettled e -> move(e, new Moved("SETTLED", null, null, null));
                case SettlementUndone e -> move(e, new Moved("SUBMITTED", null, null, null));
                case PaymentReturned e -> move(e, new Moved("RETURNED", null, null, null));
                case PaymentReissued e -> move(e, new Moved("INSTRUCTED", e.effectiveOn(), e.attempt(), null));
                case PaymentReduced e -> reduce(e);
            }
        }

        /** What an account pays itself, no bank of the council's does. */
        private void instruct(PaymentInstructed event, Posted posted) {
            BankPayee payee = payeeOf(event);
            if (payee == null) return;
            boolean regular = isRegular(event);
            instructed.add(
                    event.payment(),
                    posted.position(),
                    event.budget(),
                    payee.kind(),
                    payee.id(),
                    event.purpose(),
                    event.channel(),
                    event.servicePeriod(),
                    regular,
                    regular ? CALENDAR.period(event.servicePeriod()).first() : event.effectiveOn(),
                    event.split().total().pence());
        }

        private static @Nullable BankPayee payeeOf(PaymentInstructed event) {
            AccountId account = event.account();
            if (event.channel() == Channel.CARD && account != null) return BankPayee.of(account);
            return event.bankPayee();
        }

        /** Its id is made of budget, account and period: nothing else has such an id. */
        private static boolean isRegular(PaymentInstructed event) {
            AccountId account = event.account();
            return account != null
                    && event.payment().equals(PaymentId.regular(event.budget(), account, event.servicePeriod()));
        }

        private void reduce(PaymentReduced event) {
            Money left = event.remaining().total();
            move(event, new Moved(left.isZero() ? "CANCELLED" : null, null, null, left));
        }

        private void move(PaymentEvent event, Moved next) {
            moved.merge(event.payment(), next, Moved::then);
        }

        void send(Connection connection) throws SQLException {
            Rows dates = Rows.of("uuid", "date");
            due.forEach(dates::add);
            dates.send(connection, """
                    INSERT INTO due_invoice (invoice, due_on) SELECT * FROM unnest(?, ?)
                    ON CONFLICT (invoice) DO UPDATE SET due_on = excluded.due_on
                    """);
            invoices.send(connection, """
                    INSERT INTO due_invoice_payment (payment, invoice) SELECT * FROM unnest(?, ?)
                    ON CONFLICT (payment) DO NOTHING
                    """);
            instructed.send(connection, """
                    INSERT INTO payment_due (payment, position, budget, payee_kind, payee, purpose, channel,
                                             service_period, regular, due_on, amount, attempt, standing)
                    SELECT payment, position, budget, payee_kind, payee, purpose, channel,
                           service_period, regular, coalesce(due_invoice.due_on, i.due_on), amount, 1, 'INSTRUCTED'
                    FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS i (payment, position, budget, payee_kind, payee,
                                                       purpose, channel, service_period, regular, due_on, amount)
                    LEFT JOIN due_invoice_payment USING (payment) LEFT JOIN due_invoice USING (invoice)
                    ON CONFLICT (payment) DO NOTHING
                    """);
            Rows rows = Rows.of("uuid", "text", "date", "int4", "int8");
            moved.forEach((payment, move) -> rows.add(
                    payment,
                    move.standing,
                    move.dueOn,
                    move.attempt,
                    move.amount == null ? null : move.amount.pence()));
            rows.send(connection, """
                    UPDATE payment_due AS d
                    SET standing = coalesce(m.standing, d.standing), due_on = coalesce(m.due_on, d.due_on),
                        attempt = coalesce(m.attempt, d.attempt), amount = coalesce(m.amount, d.amount)
                    FROM unnest(?, ?, ?, ?, ?) AS m (payment, standing, due_on, attempt, amount)
                    WHERE d.payment = m.payment
                    """);
        }
    }
}
