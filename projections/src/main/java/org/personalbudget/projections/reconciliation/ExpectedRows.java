package org.personalbudget.projections.reconciliation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.AccountCredited;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionReceived;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.budget.CustodyEvent.AccountCreditUndone;
import org.personalbudget.ledger.budget.CustodyEvent.ContributionPaymentUndone;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundReceived;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunItemsAdded;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** What a page of the log lets a bank be expected to show, and what it settles of that. Changes are in order. */
final class ExpectedRows {

    private record Key(String kind, UUID id) {}

    /** A row as this page leaves it; what is null stays as it was, and money is added to what was there. */
    private static final class Change {
        private @Nullable String account;
        private @Nullable BudgetId budget;
        private @Nullable Long amount;
        private long more;
        private @Nullable LocalDate on;
        private @Nullable Integer attempt;
        private @Nullable Boolean left;
        private @Nullable Boolean open;
        private @Nullable UUID run;
    }

    private final Map<Key, Change> changes = new LinkedHashMap<>();

    private Change at(String kind, UUID id) {
        return changes.computeIfAbsent(new Key(kind, id), _ -> new Change());
    }

    /** Payments that are paid in one file are shown by the bank as one debit. */
    void take(PayRunEvent event) {
        if (!(event instanceof PayRunItemsAdded added)) return;
        for (PayRunItem item : added.items()) {
            if (item.channel() == Channel.BANK)
                at("PAYMENT", item.payment().value()).run = added.run().value();
        }
    }

    void take(Posted posted) {
        switch (posted.event()) {
            case PaymentInstructed e -> instruct(e);
            case PaymentSubmitted e -> submit(e);
            case PaymentSettled e -> settle(e);
            case SettlementUndone e -> reopen(e);
            case PaymentReturned e -> close(e.payment().value());
            case PaymentReduced e -> reduce(e);
            case AccountCredited e -> at("ARRIVAL", e.payment().value()).open = false;
            case AccountCreditUndone e -> at("ARRIVAL", e.payment().value()).open = true;
            case ContributionFellDue e -> due(e);
            case ContributionAdjusted e ->
                at("CONTRIBUTION", due(e.budget(), e.servicePeriod().toString())).more +=
                        e.after().minus(e.before()).pence();
            case ContributionReceived e -> received(e.budget(), e.received().amount());
            case ContributionPaymentUndone e ->
                received(e.budget(), e.undone().amount().negated());
            case SupplierRefundDue e -> owed(e);
            case SupplierRefundReceived e ->
                at("SUPPLIER_REFUND", e.refund().value()).more -=
                        e.split().total().pence();
            case ReceiptApplied e -> applied(e);
            // Nothing else is waited for at a bank.
            default -> {}
        }
    }

    private void instruct(PaymentInstructed e) {
        if (e.account() != null && e.channel() != Channel.ACCOUNT && e.purpose() == PaymentPurpose.INSTALMENT) {
            Change arrival = at("ARRIVAL", e.payment().value());
            arrival.account = e.account().toString();
            arrival.budget = e.budget();
            arrival.amount = e.split().total().pence();
            arrival.on = e.effectiveOn();
            arrival.open = false;
        }
        if (e.channel() == Channel.CARD) return;
        Change payment = at("PAYMENT", e.payment().value());
        payment.account = e.channel() == Channel.ACCOUNT ? accountOf(e.account()) : StatementAccount.BANK.value();
        payment.budget = e.budget();
        payment.amount = -e.split().total().pence();
        payment.on = e.effectiveOn();
        payment.attempt = 1;
        payment.open = e.channel() == Channel.ACCOUNT;
        Change back = at("RETURN", e.payment().value());
        back.account = payment.account;
        back.budget = e.budget();
        back.amount = e.split().total().pence();
        back.on = e.effectiveOn();
        back.open = false;
    }

    private static @Nullable String accountOf(@Nullable AccountId account) {
        return account == null ? null : account.toString();
    }

    private void submit(PaymentSubmitted e) {
        UUID id = e.payment().value();
        if (e.channel() != Channel.CARD) {
            Change payment = at("PAYMENT", id);
            payment.amount = -e.split().total().pence();
            payment.attempt = e.attempt();
            payment.on = e.effectiveOn();
            payment.open = true;
            at("RETURN", id).attempt = e.attempt();
        }
        if (e.purpose() != PaymentPurpose.INSTALMENT || e.channel() == Channel.ACCOUNT) return;
        Change arrival = at("ARRIVAL", id);
        arrival.amount = e.split().total().pence();
        arrival.on = e.effectiveOn();
        arrival.attempt = e.attempt();
        arrival.left = false;
        arrival.open = true;
    }

    private void settle(PaymentSettled e) {
        UUID id = e.payment().value();
        if (e.channel() != Channel.CARD) {
            at("PAYMENT", id).open = false;
            Change back = at("RETURN", id);
            back.amount = e.split().total().pence();
            back.attempt = e.attempt();
            back.on = e.effectiveOn();
            back.open = e.channel() == Channel.BANK;
        }
        if (e.purpose() != PaymentPurpose.INSTALMENT || e.channel() == Channel.ACCOUNT) return;
        Change arrival = at("ARRIVAL", id);
        arrival.left = true;
        arrival.on = e.effectiveOn();
    }

    private void reopen(SettlementUndone e) {
        UUID id = e.payment().value();
        if (e.channel() != Channel.CARD) {
            at("PAYMENT", id).open = true;
            at("RETURN", id).open = false;
        }
        if (e.purpose() == PaymentPurpose.INSTALMENT && e.channel() != Channel.ACCOUNT) at("ARRIVAL", id).left = false;
    }

    private void close(UUID payment) {
        at("PAYMENT", payment).open = false;
        at("RETURN", payment).open = false;
        at("ARRIVAL", payment).open = false;
    }

    private void reduce(PaymentReduced e) {
        long left = e.remaining().total().pence();
        at("PAYMENT", e.payment().value()).amount = -left;
        at("ARRIVAL", e.payment().value()).amount = left;
        if (left == 0) at("PAYMENT", e.payment().value()).open = false;
    }

    /** One row for each budget and period; where a part of it is billed apart, the account is the first one's. */
    private void due(ContributionFellDue e) {
        Change due = at("CONTRIBUTION", due(e.budget(), e.servicePeriod().toString()));
        if (due.account == null) {
            due.account = e.account() == null
                    ? StatementAccount.BANK.value()
                    : e.account().toString();
        }
        due.budget = e.budget();
        due.more += e.amount().pence();
        due.on = e.effectiveOn();
        due.open = true;
    }

    private static UUID due(BudgetId budget, String period) {
        return UUID.nameUUIDFromBytes(("due/" + budget + "/" + period).getBytes(StandardCharsets.UTF_8));
    }

    private void received(BudgetId budget, Money amount) {
        Change row = at("RECEIVED", budget.value());
        row.account = "";
        row.budget = budget;
        row.on = LocalDate.EPOCH;
        row.open = false;
        row.more += amount.pence();
    }

    private void owed(SupplierRefundDue e) {
        Change row = at("SUPPLIER_REFUND", e.refund().value());
        row.account = e.account() == null
                ? StatementAccount.BANK.value()
                : e.account().toString();
        row.budget = e.budget();
        row.on = e.effectiveOn();
        row.open = true;
        row.more += e.split().total().pence();
    }

    private void applied(ReceiptApplied e) {
        if (e.to() == ReceiptTarget.CONTRIBUTION) received(e.budget(), e.split().total());
        if (e.to() == ReceiptTarget.SUPPLIER_REFUND && e.reference() != null) {
            at("SUPPLIER_REFUND", e.reference()).more -= e.split().total().pence();
        }
    }

    /** A change of something that was never expected is dropped: there is nothing to change. */
    void send(Connection connection) throws SQLException {
        Rows rows = Rows.of("text", "uuid", "text", "uuid", "int8", "int8", "date", "int4", "bool", "bool", "uuid");
        changes.forEach((key, it) -> rows.add(
                key.kind,
                key.id,
                it.account,
                it.budget,
                it.amount,
                it.more,
                it.on,
                it.attempt,
                it.left,
                it.open,
                it.run));
        rows.send(connection, """
                WITH page AS (
                    SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                         AS e (kind, id, account, budget, amount, more, on_day, attempt, left_bank, open, run)),
                changed AS (
                    UPDATE bank_expected AS x
                    SET amount = coalesce(e.amount, x.amount) + e.more, on_day = coalesce(e.on_day, x.on_day),
                        attempt = coalesce(e.attempt, x.attempt), left_bank = coalesce(e.left_bank, x.left_bank),
                        open = coalesce(e.open, x.open), run = coalesce(e.run, x.run)
                    FROM page AS e WHERE x.kind = e.kind AND x.id = e.id
                    RETURNING x.kind, x.id)
                INSERT INTO bank_expected (kind, id, account, budget, amount, on_day, attempt, left_bank, open, run)
                SELECT kind, id, account, budget, coalesce(amount, 0) + more, on_day, attempt,
                       coalesce(left_bank, false), coalesce(open, false), run
                FROM page
                WHERE account IS NOT NULL AND budget IS NOT NULL AND on_day IS NOT NULL
                  AND (kind, id) NOT IN (SELECT kind, id FROM changed)
                """);
    }
}
