package org.personalbudget.ledger.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** What a matched line, or a part of it, does to the ledger; fixed when it is matched, carried out right after. */
public sealed interface LineEffect {

    /** Nothing: the ledger has this movement already, and the bank now confirms it. */
    record Confirms(UUID movement, int claim, @Nullable BudgetId budget) implements LineEffect {}

    /** A payment left the council's bank, or arrived in the account, or left the account. */
    record Settles(BudgetId budget, PaymentId payment, SettlementLeg leg) implements LineEffect {}

    /** A payment came back. */
    record Returns(BudgetId budget, PaymentId payment, ReturnCode code) implements LineEffect {}

    /** The person paid a contribution, into the account or (no account) to the council. */
    record PaysContribution(BudgetId budget, @Nullable AccountId account) implements LineEffect {}

    /** Money was spent from the account. */
    record Spends(
            BudgetId budget,
            AccountId account,
            Category category,
            @Nullable LineId line,
            @Nullable OutcomeId outcome,
            @Nullable PaymentId ringFence,
            Payee payee,
            @Nullable Note payeeName,
            @Nullable MerchantCode merchant,
            boolean evidence)
            implements LineEffect {}

    /** A merchant paid some of a spend back. */
    record Refunds(BudgetId budget, SpendId spend) implements LineEffect {}

    /** Somebody paid what was demanded back, to the council or into the account. */
    record PaysReclaim(
            BudgetId budget, ReclaimId reclaim, @Nullable AccountId account) implements LineEffect {}

    /** A co-funder paid its part. */
    record PaysRecharge(BudgetId budget, RechargeId recharge) implements LineEffect {}

    /** A supplier paid back. */
    record PaysSupplierRefund(
            BudgetId budget,
            SupplierRefundId refund,
            @Nullable AccountId account) implements LineEffect {}

    /** Money came to the council's bank, and nobody knows yet what for. */
    record Receives(ReceiptId receipt) implements LineEffect {}

    /** Money came into the account, and nobody knows yet whose. */
    record HoldsUnknown(BudgetId budget, AccountId account) implements LineEffect {}

    /** The council's bank paid into the card programme, or the programme paid back. */
    record FundsProgramme() implements LineEffect {}

    /** A card payment was declined. */
    record NotesDecline(
            BudgetId budget, AccountId account, @Nullable MerchantCode merchant) implements LineEffect {}
}
