package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Receipts.Receipt;
import org.personalbudget.ledger.receipt.ReceiptCommand.RecordReceipt;
import org.personalbudget.ledger.receipt.ReceiptCommand.WithdrawReceipt;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** Money that came to the council's bank before anybody knew what for, and what it turned out to be for. */
final class ReceiptRules {

    private static final BigDecimal LARGEST = new BigDecimal("100000000.00");
    private static final int UNALLOCATED = 2400;
    private static final Pot UNKNOWN = new Pot(Funder.LA, Source.UNKNOWN, null);

    private ReceiptRules() {}

    /**
     * Something that a budget waits for.
     *
     * @param code where it stands in the books
     * @param outstanding what is still to come of it
     * @param inAdvance whether co-funders had paid their parts into an account
     * @param settle what becomes of it when some of it has come
     */
    private record Awaited(int code, Amounts outstanding, boolean inAdvance, Settle settle) {}

    private interface Settle {
        void by(Amounts split);
    }

    static Opinion record(RecordReceipt command, Receipts receipts, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        BigDecimal amount = Sums.pounds(command.amount());
        doubts.when(receipts.known.containsKey(command.receipt()), "receipt-recorded-already");
        doubts.when(amount.signum() <= 0, "receipt-not-positive");
        doubts.when(amount.compareTo(LARGEST) > 0, "receipt-too-large");
        doubts.when(command.on().isAfter(setting.today()), "receipt-in-future");
        doubts.when(!setting.inTable(command.on()), "receipt-date-out-of-range");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().add("receipt", amount), _ -> {
            receipts.known.put(command.receipt(), new Receipt(amount, command.on()));
            bank(receipts, command.on(), amount);
        });
    }

    /** It never came; nothing may hang on it. */
    static Opinion withdraw(WithdrawReceipt command, Receipts receipts) {
        Answer.Doubts doubts = new Answer.Doubts();
        Receipt receipt = receipts.known.get(command.receipt());
        doubts.when(receipt == null, "no-such-receipt");
        if (receipt == null) return Opinion.no(doubts);
        doubts.when(receipt.left.compareTo(receipt.amount) != 0, "receipt-in-use");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().add("no receipt", receipt.amount), _ -> {
            receipts.known.remove(command.receipt());
            bank(receipts, receipt.on, receipt.amount.negate());
        });
    }

    private static void bank(Receipts receipts, LocalDate on, BigDecimal amount) {
        receipts.books
                .entry(on)
                .debit(1000, UNKNOWN, amount)
                .credit(UNALLOCATED, UNKNOWN, amount)
                .done();
    }

    static Opinion allocate(AllocateReceipt command, Dossier dossier, Receipts receipts, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Receipt receipt = receipts.known.get(command.receipt());
        doubts.when(receipt == null, "unknown-receipt");
        Awaited awaited = awaited(command, dossier, doubts);
        if (receipt == null || awaited == null) return Opinion.no(doubts);
        BigDecimal owed = awaited.outstanding.total();
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        BigDecimal amount = command.amount() == null ? owed.min(receipt.left) : Sums.pounds(command.amount());
        doubts.when(receipt.left.signum() == 0 || amount.compareTo(receipt.left) > 0, "exceeds-receipt");
        doubts.when(owed.signum() == 0 || amount.compareTo(owed) > 0, "exceeds-what-is-owed");
        if (doubts.any()) return Opinion.no(doubts);
        Amounts split = ReclaimRules.part(awaited.outstanding, amount, dossier.lead());
        Amounts settled = awaited.inAdvance ? Bought.ofCoFunders(split, dossier.lead()) : new Amounts();
        Answer.Figures figures = new Answer.Figures().add("applied", split).add("settled-applied", settled);
        return Opinion.yes(figures.note("for-" + command.to()).add("of receipt", amount), _ -> {
            receipt.left = receipt.left.subtract(amount);
            post(awaited.code, split, settled, dossier, setting.today());
            awaited.settle.by(split);
        });
    }

    /** The receipt lies in the council's book; what was for another book goes there through the bank. */
    private static void post(int code, Amounts split, Amounts settled, Dossier dossier, LocalDate on) {
        Books.Entry entry = dossier.books.entry(on);
        split.each((pot, part) -> {
            entry.debit(UNALLOCATED, UNKNOWN, part).credit(code, pot, part);
            if (pot.book() != UNKNOWN.book()) entry.debit(1000, pot, part).credit(1000, UNKNOWN, part);
        });
        settled.each((pot, part) -> {
            entry.debit(2500, pot.book(), part).credit(1500, pot.book(), part);
            dossier.advances.merge(pot.book(), part.negate(), BigDecimal::add);
        });
        entry.done();
    }

    private static @Nullable Awaited awaited(AllocateReceipt command, Dossier dossier, Answer.Doubts doubts) {
        UUID id = command.id();
        if (command.to() == ReceiptTarget.CONTRIBUTION) return contribution(dossier);
        doubts.when(id == null, "allocation-needs-id");
        if (id == null) return null;
        return switch (command.to()) {
            case RECLAIM -> reclaim(new ReclaimId(id), dossier, doubts);
            case SUPPLIER_REFUND -> refund(dossier.owedBack.get(new SupplierRefundId(id)), doubts);
            case RECHARGE -> recharge(dossier.recharges.get(new RechargeId(id)), doubts);
            case CONTRIBUTION -> throw new IllegalStateException("needs no id");
        };
    }

    /** All that the person owes. That it has come is in the books, where it is looked up. */
    private static Awaited contribution(Dossier dossier) {
        Amounts owed = new Amounts();
        Pot client = new Pot(dossier.council().orElse(dossier.lead()), Source.CLIENT, null);
        owed.add(client, Sums.atLeastNil(dossier.outstanding()));
        return new Awaited(1300, owed, false, _ -> {});
    }

    private static @Nullable Awaited reclaim(ReclaimId id, Dossier dossier, Answer.Doubts doubts) {
        Claims.Claim claim = ReclaimRules.find(id, dossier, doubts);
        if (claim == null) return null;
        doubts.when(claim.stage != Claims.Stage.OWED, "reclaim-not-decided");
        return doubts.any() ? null : new Awaited(1350, claim.owed, true, claim.owed::takeAll);
    }

    private static @Nullable Awaited refund(RecoveryRules.@Nullable OwedBack owed, Answer.Doubts doubts) {
        doubts.when(owed == null, "unknown-supplier-refund");
        if (owed == null) return null;
        return new Awaited(1400, owed.outstanding(), owed.account() != null, owed.outstanding()::takeAll);
    }

    private static @Nullable Awaited recharge(Dossier.@Nullable Recharge recharge, Answer.Doubts doubts) {
        doubts.when(recharge == null, "unknown-recharge");
        if (recharge == null) return null;
        Amounts asked = new Amounts();
        asked.add(new Pot(recharge.funder, recharge.funder.source(), null), recharge.outstanding);
        return new Awaited(1500, asked, false, split -> recharge.pay(split.total()));
    }
}
