package org.personalbudget.projections.payables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.AccountCredited;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentHeld;
import org.personalbudget.ledger.budget.CustodyEvent.AccountCreditUndone;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.projections.payables.PaymentView.Standing;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** What one page of events changes about payments. A payment is held, then instructed, then moves, in this order. */
final class PaymentRows {

    /** A payment may be held more than once before it is instructed: the first position and the last reasons count. */
    private record Held(Posted first, ProviderPaymentHeld last) {}

    /** Where a payment has got; an attempt of null leaves the number as it is. */
    private record Moved(
            Standing standing,
            LocalDate on,
            @Nullable Integer attempt,
            @Nullable ReturnCode code) {
        Moved then(Moved next) {
            return next.attempt == null ? new Moved(next.standing, next.on, attempt, next.code) : next;
        }
    }

    private final Map<PaymentId, Held> held = new LinkedHashMap<>();
    private final Map<PaymentId, Moved> moved = new LinkedHashMap<>();
    private final Map<PaymentId, Money> remaining = new LinkedHashMap<>();
    private final Rows instructed = Rows.of(
            "uuid",
            "uuid",
            "int8",
            "timestamptz",
            "text",
            "text",
            "uuid",
            "uuid",
            "text",
            "text",
            "text",
            "int8",
            "date",
            "text");
    private final Rows instalments =
            Rows.of("uuid", "uuid", "uuid", "text", "text", "date", "date", "int8", "int8", "int8", "uuid", "text");

    void hold(ProviderPaymentHeld event, Posted posted) {
        held.merge(event.payment(), new Held(posted, event), (earlier, later) -> new Held(earlier.first, later.last));
    }

    void instruct(PaymentInstructed event, Posted posted) {
        moved.remove(event.payment());
        remaining.remove(event.payment());
        instructed.add(
                event.payment(),
                event.budget(),
                posted.position(),
                posted.recorded().recordedAt(),
                event.purpose(),
                event.channel(),
                event.account(),
                event.supplier(),
                event.invoice(),
                event.line(),
                event.servicePeriod(),
                event.split().total().pence(),
                event.effectiveOn(),
                event.instructedBy().value());
    }

    void move(PaymentEvent event, Standing standing, int attempt, @Nullable ReturnCode code) {
        move(event.payment(), new Moved(standing, event.effectiveOn(), attempt, code));
    }

    /** What is reduced to nothing is called off. */
    void reduce(PaymentReduced event) {
        Money left = event.remaining().total();
        remaining.put(event.payment(), left);
        if (left.isZero()) move(event.payment(), new Moved(Standing.CANCELLED, event.effectiveOn(), null, null));
    }

    void arrive(AccountCredited event) {
        move(event.payment(), new Moved(Standing.CREDITED, event.effectiveOn(), null, null));
    }

    void leave(AccountCreditUndone event) {
        move(event.payment(), new Moved(Standing.LEFT_BANK, event.effectiveOn(), null, null));
    }

    private void move(PaymentId payment, Moved next) {
        moved.merge(payment, next, Moved::then);
    }

    void approve(InstalmentApproved event) {
        instalments.add(
                event.payment(),
                event.budget(),
                event.account(),
                event.instalment(),
                event.servicePeriod(),
                event.service().first(),
                event.service().last(),
                event.gross().pence(),
                event.contribution().pence(),
                event.payable().total().pence(),
                event.purpose() == null ? null : event.purpose().ref(),
                event.approver().value());
    }

    void send(Connection connection) throws SQLException {
        heldRows().send(connection, """
                INSERT INTO payment (payment, budget, position, recorded_at, purpose, supplier, plan_line, amount,
                                     standing, standing_on, attempt, reasons)
                SELECT payment, budget, position, recorded_at, purpose, supplier, plan_line, amount,
                       'HELD', standing_on, 0, reasons
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS held
                     (payment, budget, position, recorded_at, purpose, supplier, plan_line, amount, standing_on, reasons)
                ON CONFLICT (payment) DO UPDATE
                SET plan_line = excluded.plan_line, amount = excluded.amount, standing_on = excluded.standing_on,
                    reasons = excluded.reasons
                """);
        instructed.send(connection, """
                INSERT INTO payment (payment, budget, position, recorded_at, purpose, channel, account, supplier, invoice,
                                     plan_line, service_period, amount, instructed, standing, standing_on, attempt,
                                     reasons, instructed_by)
                SELECT payment, budget, position, recorded_at, purpose, channel, account, supplier, invoice,
                       plan_line, service_period, amount, amount, 'INSTRUCTED', standing_on, 1, '', instructed_by
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS instructed
                     (payment, budget, position, recorded_at, purpose, channel, account, supplier, invoice,
                      plan_line, service_period, amount, standing_on, instructed_by)
                ON CONFLICT (payment) DO UPDATE
                SET budget = excluded.budget, channel = excluded.channel, account = excluded.account,
                    supplier = excluded.supplier, invoice = excluded.invoice, plan_line = excluded.plan_line,
                    service_period = excluded.service_period, amount = excluded.amount,
                    instructed = excluded.instructed, standing = excluded.standing, standing_on = excluded.standing_on, attempt = excluded.attempt, reasons = excluded.reasons,
                    return_code = NULL, instructed_by = excluded.instructed_by
                """);
        remainingRows().send(connection, """
                UPDATE payment AS p SET amount = r.amount
                FROM unnest(?, ?) AS r (payment, amount) WHERE p.payment = r.payment
                """);
        movedRows().send(connection, """
                UPDATE payment AS p
                SET standing = m.standing, standing_on = m.standing_on, attempt = coalesce(m.attempt, p.attempt),
                    return_code = m.return_code
                FROM unnest(?, ?, ?, ?, ?) AS m (payment, standing, standing_on, attempt, return_code)
                WHERE p.payment = m.payment
                """);
        instalments.copy(connection, "instalment");
    }

    private Rows heldRows() {
        Rows rows = Rows.of("uuid", "uuid", "int8", "timestamptz", "text", "uuid", "text", "int8", "date", "text");
        held.forEach((payment, hold) -> rows.add(
                payment,
                hold.last.budget(),
                hold.first.position(),
                hold.first.recorded().recordedAt(),
                PaymentPurpose.PROVIDER,
                hold.last.supplier(),
                hold.last.line(),
                hold.last.amount().pence(),
                hold.last.effectiveOn(),
                hold.last.reasons().stream().map(Enum::name).collect(Collectors.joining(","))));
        return rows;
    }

    private Rows remainingRows() {
        Rows rows = Rows.of("uuid", "int8");
        remaining.forEach((payment, left) -> rows.add(payment, left.pence()));
        return rows;
    }

    private Rows movedRows() {
        Rows rows = Rows.of("uuid", "text", "date", "int4", "text");
        moved.forEach((payment, move) -> rows.add(payment, move.standing, move.on, move.attempt, move.code));
        return rows;
    }
}
