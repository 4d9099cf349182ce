package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/** What suppliers owe back of what they were paid, and how it comes back. */
final class RecoveryRules {

    private RecoveryRules() {}

    /** What is left of one period's part of a payment. */
    record Delivered(PeriodId period, Amounts split, Amounts used) {}

    /** What a supplier was paid, as far as it has not been taken back. */
    record Supplied(
            LineId line, Category category, @Nullable Custody account, List<Delivered> parts) {

        BigDecimal left() {
            return Sums.sum(parts.stream().map(each -> each.split().total()).toList());
        }
    }

    /** What a supplier still owes back. */
    record OwedBack(@Nullable Custody account, Amounts outstanding) {}

    static Opinion due(RecordSupplierRefund command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Supplied supplied = dossier.supplied.get(command.payment());
        doubts.when(supplied == null, "unknown-payment");
        setting.positive(command.amount(), doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        if (supplied == null) return Opinion.no(doubts);
        boolean arrived = dossier.payments.get(command.payment()).where == Dossier.Whereabouts.WITH_PROVIDER;
        doubts.when(!arrived, "payment-not-ready");
        doubts.when(amount.compareTo(supplied.left()) > 0, "exceeds-paid");
        if (doubts.any()) return Opinion.no(doubts);
        List<Delivered> back = new ArrayList<>();
        List<BigDecimal> parts = Sums.apportion(
                amount,
                supplied.parts().stream().map(each -> each.split().total()).toList());
        Answer.Figures figures = new Answer.Figures();
        Amounts whole = new Amounts();
        for (int i = 0; i < parts.size(); i++) {
            Delivered from = supplied.parts().get(i);
            Amounts split = Bought.part(from.split(), parts.get(i), dossier.lead());
            Amounts used = Bought.part(from.used(), parts.get(i), dossier.lead());
            back.add(new Delivered(from.period(), split, used));
            whole.addAll(split);
            figures.add("owed-back " + from.period(), split).add("freed " + from.period(), used);
        }
        Rebearing after = new Rebearing(dossier, dossier.course, setting);
        if (supplied.account() == null) back.forEach(each -> less(each, command.payment(), after.outgoings));
        after.name(back.stream().map(Delivered::period).toList(), figures);
        return Opinion.yes(figures, made -> {
            if (supplied.account() == null) back.forEach(each -> less(each, command.payment(), dossier.outgoings));
            after.take();
            for (int i = 0; i < back.size(); i++) {
                take(back.get(i), supplied, dossier, setting);
                supplied.parts().get(i).split().takeAll(back.get(i).split());
                supplied.parts().get(i).used().takeAll(back.get(i).used());
            }
            if (supplied.account() == null) {
                whole.byBook()
                        .forEach((book, part) -> dossier.rechargeable.merge(book, part.negate(), BigDecimal::add));
            }
            OwedBack owed = new OwedBack(supplied.account(), whole);
            dossier.owedBack.put(Opinion.the(SupplierRefundDue.class, made).refund(), owed);
        });
    }

    private static void less(Delivered back, PaymentId payment, Outgoings outgoings) {
        outgoings.less(back.period(), payment, back.split().total(), back.split());
    }

    private static void take(Delivered back, Supplied supplied, Dossier dossier, Setting setting) {
        Books.Entry entry = dossier.books.entry(setting.today()).of(supplied.line(), back.period());
        back.split()
                .each((pot, part) ->
                        entry.debit(1400, pot, part).credit(supplied.category().account(), pot.book(), part));
        if (supplied.account() != null) {
            Bought.ofCoFunders(back.split(), dossier.lead())
                    .each((pot, part) -> entry.debit(4100, pot.book(), part).credit(2500, pot.book(), part));
        }
        back.used().each((pot, part) -> entry.debit(9200, pot, part).credit(9010, pot, part));
        entry.done();
        Standing standing = dossier.cell(supplied.line(), back.period());
        standing.consumed = standing.consumed.subtract(back.used().total());
    }

    static Opinion receive(ReceiveSupplierRefund command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        OwedBack owed = dossier.owedBack.get(command.refund());
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        doubts.when(owed == null, "unknown-supplier-refund");
        if (owed == null) return Opinion.no(doubts);
        BigDecimal outstanding = owed.outstanding().total();
        BigDecimal amount = command.amount() == null ? outstanding : Sums.pounds(command.amount());
        doubts.when(amount.compareTo(outstanding) > 0, "exceeds-supplier-refund");
        boolean nothing = command.amount() == null && outstanding.signum() == 0;
        doubts.when(nothing, "amount-not-positive", "exceeds-supplier-refund");
        boolean here = owed.account() != null && owed.account().id.equals(command.account());
        doubts.when(command.account() != null && !here, "refund-of-another-account");
        if (doubts.any()) return Opinion.no(doubts);
        Amounts split = Bought.part(owed.outstanding(), amount, dossier.lead());
        boolean pastAccount = owed.account() != null && !here;
        Amounts settled = pastAccount ? Bought.ofCoFunders(split, dossier.lead()) : new Amounts();
        Answer.Figures figures = new Answer.Figures().add("paid-back", split).add("settled-back", settled);
        return Opinion.yes(figures, _ -> {
            owed.outstanding().takeAll(split);
            Books.Entry entry = dossier.books.entry(command.on()).in(command.account());
            int into = here ? owed.account().code() : 1000;
            split.each((pot, part) -> entry.debit(into, pot, part).credit(1400, pot, part));
            settled.each((pot, part) -> {
                entry.debit(2500, pot.book(), part).credit(1500, pot.book(), part);
                dossier.advances.merge(pot.book(), part.negate(), BigDecimal::add);
            });
            entry.done();
            if (here) owed.account().put(split, command.on());
        });
    }
}
