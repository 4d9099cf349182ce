package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.budget.BudgetCommand.RecordRechargePayment;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.budget.CustodyCommand.NoteDecline;
import org.personalbudget.ledger.budget.CustodyCommand.RecordUnknownCredit;
import org.personalbudget.ledger.budget.CustodyCommand.UndoContributionPayment;
import org.personalbudget.ledger.budget.CustodyCommand.UndoSettlement;
import org.personalbudget.ledger.budget.CustodyCommand.WithdrawUnknownCredit;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.budget.ReclaimRoute;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.cardprogramme.CardProgrammeCommand.FundProgramme;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptCommand.RecordReceipt;
import org.personalbudget.ledger.receipt.ReceiptCommand.WithdrawReceipt;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.LineEffect.*;
import org.personalbudget.ledger.terms.SpendId;

/** The command that carries an effect out, and the one that takes it back. Functions of the match and its line. */
public final class LineCommands {

    private LineCommands() {}

    /**
     * The command that carries an effect out, or nothing where the ledger has the movement already.
     *
     * @param on the day the bank booked it
     */
    public static Optional<Command> carryingOut(
            MatchedItem item, StatementAccount account, LocalDate on, @Nullable Note words) {
        Money amount = item.amount();
        Money out = amount.negated();
        return switch (item.effect()) {
            case Confirms _ -> Optional.empty();
            case Settles it -> Optional.of(new SettlePayment(it.budget(), it.payment(), on, it.leg()));
            case Returns it -> Optional.of(new ReturnPayment(it.budget(), it.payment(), it.code(), on));
            case PaysContribution it ->
                Optional.of(new RecordContributionPayment(it.budget(), it.account(), amount, on));
            case Spends it -> Optional.of(spend(it, out, on, words));
            case Refunds it -> Optional.of(new RecordRefund(it.budget(), it.spend(), amount, on));
            case PaysReclaim it ->
                Optional.of(new ReceiveReclaim(
                        it.budget(), it.reclaim(), amount, on, route(it.account() == null, account), null));
            case PaysRecharge it -> Optional.of(new RecordRechargePayment(it.budget(), it.recharge(), amount, on));
            case PaysSupplierRefund it ->
                Optional.of(new ReceiveSupplierRefund(it.budget(), it.refund(), it.account(), amount, on));
            case Receives it -> Optional.of(new RecordReceipt(it.receipt(), amount, on, words));
            case HoldsUnknown it -> Optional.of(new RecordUnknownCredit(it.budget(), it.account(), amount, on, words));
            case FundsProgramme _ -> Optional.of(new FundProgramme(funding(amount, account), on));
            case NotesDecline it ->
                Optional.of(new NoteDecline(it.budget(), it.account(), amount.max(out), on, it.merchant()));
        };
    }

    private static ReclaimRoute route(boolean toCouncil, StatementAccount account) {
        if (!toCouncil) return ReclaimRoute.ACCOUNT;
        return account.equals(StatementAccount.CARD_PROGRAMME) ? ReclaimRoute.CARD_UNLOAD : ReclaimRoute.BANK;
    }

    private static Money funding(Money amount, StatementAccount account) {
        return account.equals(StatementAccount.BANK) ? amount.negated() : amount;
    }

    private static RecordSpend spend(Spends it, Money amount, LocalDate on, @Nullable Note words) {
        return new RecordSpend(
                it.budget(),
                it.account(),
                amount,
                on,
                it.category(),
                it.line(),
                it.outcome(),
                it.ringFence(),
                it.payee(),
                it.payeeName(),
                words,
                it.merchant(),
                it.evidence(),
                true);
    }

    /** What becomes of an effect when its match is undone. */
    public sealed interface Mirror {

        /** There is nothing to take back. */
        record Nothing() implements Mirror {}

        /** This takes it back exactly. */
        record By(Command command) implements Mirror {}

        /** It is a fact that others have relied on: it stays, and the movement waits for the line that shows it. */
        record Stays() implements Mirror {}
    }

    /**
     * What takes an effect back.
     *
     * @param effect the request by which it was carried out
     */
    public static Mirror takingBack(MatchedItem item, StatementAccount account, LocalDate on, CommandId effect) {
        Money amount = item.amount();
        return switch (item.effect()) {
            case Confirms _, NotesDecline _ -> new Mirror.Nothing();
            case Settles it -> new Mirror.By(new UndoSettlement(it.budget(), it.payment(), it.leg(), on));
            case PaysContribution it ->
                new Mirror.By(new UndoContributionPayment(it.budget(), it.account(), amount, on));
            case Spends it ->
                new Mirror.By(new RecordRefund(it.budget(), new SpendId(effect.derive("spend")), amount.negated(), on));
            case Receives it -> new Mirror.By(new WithdrawReceipt(it.receipt()));
            case HoldsUnknown it -> new Mirror.By(new WithdrawUnknownCredit(it.budget(), it.account(), amount, on));
            case FundsProgramme _ ->
                new Mirror.By(new FundProgramme(funding(amount, account).negated(), on));
            // A return ends an attempt; what was paid towards a debt has settled it.
            case Returns _, Refunds _, PaysReclaim _, PaysRecharge _, PaysSupplierRefund _ -> new Mirror.Stays();
        };
    }
}
