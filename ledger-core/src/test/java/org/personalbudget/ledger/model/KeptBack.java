package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.Map;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.model.Claims.Claim;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.terms.Funder;

/** A demand that is paid by keeping a part of an instalment back: every funder gets back its own. */
final class KeptBack {

    private KeptBack() {}

    static void possible(
            ReceiveReclaim command, Claim claim, BigDecimal amount, Dossier dossier, Answer.Doubts doubts) {
        doubts.when(command.payment() == null, "instalment-needed");
        Instruction payment = command.payment() == null ? null : dossier.payments.get(command.payment());
        boolean instalment = payment != null && !payment.provider && !payment.isRefund();
        doubts.when(command.payment() != null && !instalment, "unknown-payment");
        if (payment == null || !instalment) return;
        doubts.when(!payment.isOpen(), "payment-not-ready");
        if (amount.signum() <= 0 || amount.compareTo(claim.owed.total()) > 0) return;
        Map<Funder, BigDecimal> payable = payment.split.byBook();
        ReclaimRules.part(claim.owed, amount, dossier.lead()).byBook().forEach((book, part) -> {
            boolean more = part.compareTo(payable.getOrDefault(book, Sums.NIL)) > 0;
            doubts.when(part.signum() < 0 || more, "exceeds-instalment");
        });
    }

    static Opinion of(ReceiveReclaim command, Claim claim, Amounts split, Answer.Figures figures, Dossier dossier) {
        Instruction payment = dossier.payments.get(command.payment());
        Amounts kept = new Amounts();
        split.byBook().forEach((book, amount) -> {
            Amounts own = new Amounts();
            payment.split.each((pot, part) -> {
                if (pot.book() == book) own.add(pot, part);
            });
            kept.addAll(ReclaimRules.part(own, amount, dossier.lead()));
        });
        return Opinion.yes(figures.add("kept back", kept), _ -> {
            claim.owed.takeAll(split);
            payment.split.takeAll(kept);
            payment.stayed = payment.stayed.add(kept.total());
            if (payment.split.total().signum() == 0) payment.where = Whereabouts.CALLED_OFF;
            if (claim.misused == null) stay(command, claim, split, kept, dossier);
            else makeGood(command, claim, split, kept, payment, dossier);
        });
    }

    /** What was demanded is still in the account: it stays there as this part of the instalment. */
    private static void stay(ReceiveReclaim command, Claim claim, Amounts split, Amounts kept, Dossier dossier) {
        claim.account.put(kept, command.on());
        Books.Entry entry = owed(command, claim, split, kept, dossier);
        kept.each((pot, part) -> entry.debit(claim.account.code(), pot, part).credit(1190, pot, part));
        ReclaimRules.ofCoFunders(kept, dossier.lead()).each((pot, part) -> {
            entry.debit(1500, pot.book(), part).credit(2500, pot.book(), part);
            dossier.advances.merge(pot.book(), part, BigDecimal::add);
        });
        ReclaimRules.ofCoFunders(split, dossier.lead()).each((pot, part) -> {
            entry.debit(2500, pot.book(), part).credit(1500, pot.book(), part);
            dossier.advances.merge(pot.book(), part.negate(), BigDecimal::add);
        });
        entry.done();
    }

    /** What was misused is gone: the public money that makes it good is spent. */
    private static void makeGood(
            ReceiveReclaim command, Claim claim, Amounts split, Amounts kept, Instruction payment, Dossier dossier) {
        payment.gone = payment.gone.add(kept.total());
        Books.Entry entry = owed(command, claim, split, kept, dossier);
        kept.each((pot, part) -> entry.debit(5900, pot.book(), part).credit(1190, pot, part));
        ReclaimRules.ofCoFunders(split, dossier.lead())
                .each((pot, part) -> entry.debit(2500, pot.book(), part).credit(4100, pot.book(), part));
        entry.done();
    }

    private static Books.Entry owed(ReceiveReclaim command, Claim claim, Amounts split, Amounts kept, Dossier dossier) {
        Books.Entry entry = dossier.books.entry(command.on()).in(claim.account.id);
        kept.each((pot, part) -> entry.debit(2200, pot, part));
        split.each((pot, part) -> entry.credit(1350, pot, part));
        return entry;
    }
}
