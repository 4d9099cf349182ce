package org.personalbudget.projections.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.AccountCredited;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaidFromAccount;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.JudgementEvent.SpendRefunded;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** What one page of the log posts to accounts that banks keep: one movement for each event and account. */
final class MovementRows {

    private final Rows movements = Rows.of(
            "text",
            "int8",
            "uuid",
            "text",
            "uuid",
            "uuid",
            "int4",
            "date",
            "timestamptz",
            "int8",
            "uuid",
            "uuid",
            "int4",
            "bool");
    private final List<UUID> commands = new ArrayList<>();
    private final List<UUID> events = new ArrayList<>();

    private record Sum(long pence, LocalDate on, @Nullable UUID budget) {
        Sum plus(Sum other) {
            return new Sum(Math.addExact(pence, other.pence), on, budget);
        }
    }

    void take(Posted event) {
        if (!(event.event() instanceof CommandRefused))
            commands.add(event.recorded().command().value());
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (JournalEntry entry : event.entries()) {
            for (JournalLine line : entry.lines()) {
                String account = bankOf(line);
                if (account == null) continue;
                UUID budget = entry.budget() == null ? null : entry.budget().value();
                long pence = line.debit().pence() - line.credit().pence();
                sums.merge(account, new Sum(pence, entry.effectiveOn(), budget), Sum::plus);
            }
        }
        sums.forEach((account, sum) -> add(event, account, sum));
    }

    private void add(Posted event, String account, Sum sum) {
        if (sum.pence == 0) return;
        events.add(event.recorded().id());
        movements.add(
                account,
                event.position(),
                event.recorded().id(),
                event.recorded().type(),
                sum.budget,
                subject(event.event()),
                attempt(event.event()),
                sum.on,
                event.recorded().recordedAt(),
                sum.pence,
                event.recorded().command().value(),
                null,
                null,
                false);
    }

    /** The name under which statements of the account are imported, or null for an account that no bank keeps. */
    private static @Nullable String bankOf(JournalLine line) {
        return switch (line.account()) {
            case BANK, CARD_PROGRAMME -> Integer.toString(line.account().code());
            case DIRECT_PAYMENT_ACCOUNTS, CARDS, MANAGED_ACCOUNTS, SERVICE_FUNDS ->
                line.about().account() == null ? null : line.about().account().toString();
            default -> null;
        };
    }

    /** What a bank may quote, or a person wants to see. */
    private static @Nullable UUID subject(Event event) {
        return switch (event) {
            case PaymentEvent payment -> payment.payment().value();
            case AccountCredited credited -> credited.payment().value();
            case ProviderPaidFromAccount paid -> paid.payment().value();
            case SpendRecorded spend -> spend.spend().value();
            case SpendRefunded refund -> refund.spend().value();
            case ReceiptEvent receipt -> receipt.receipt().value();
            // The event itself tells enough.
            default -> null;
        };
    }

    private static @Nullable Integer attempt(Event event) {
        return switch (event) {
            case PaymentSubmitted it -> it.attempt();
            case PaymentSettled it -> it.attempt();
            case PaymentReturned it -> it.attempt();
            // Only a payment is tried more than once.
            default -> null;
        };
    }

    /** The requests that this page shows to have been carried out: a refusal is recorded too, and does nothing. */
    List<UUID> commands() {
        return commands;
    }

    /** The events of this page that moved money at a bank. */
    List<UUID> events() {
        return events;
    }

    void send(Connection connection) throws SQLException {
        movements.copy(connection, "bank_movement");
    }
}
