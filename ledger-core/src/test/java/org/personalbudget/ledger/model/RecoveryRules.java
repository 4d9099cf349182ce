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
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/** What suppliers owe back of what they were paid, and how it comes back. */
final class RecoveryRules {

    private RecoveryRules() {}

    /** What is left of one period's part of a payment. */
    record Delivered(PeriodId period, Amounts split, Amounts used) {}

    /** What a supplier was paid for a line, as far as it has not been taken back. */
    record Supplied(
            LineId line, Category category, @Nullable Custody account, List<Delivered> parts) {

        BigDecimal left() {
            return Sums.sum(parts.stream().map(each -> each.split().total()).toList());
        }

        void add(PeriodId period, Amounts split, Amounts used) {
            for (Delivered each : parts) {
                if (!each.period().equals(period)) continue;
                each.split().addAll(split);
                each.used().addAll(used);
                return;
            }
            parts.add(new Delivered(period, split.copy(), used.copy()));
        }
    }

    static BigDecimal left(List<Supplied> payment) {
        return Sums.sum(payment.stream().map(Supplied::left).toList());
    }

    /** This much of a payment, in proportion between its lines and the periods of each. */
    record Back(Supplied of, int part, Delivered taken) {}

    static List<Back> part(List<Supplied> payment, BigDecimal amount, Funder lead) {
        List<Back> back = new ArrayList<>();
        List<BigDecimal> lines =
                Sums.apportion(amount, payment.stream().map(Supplied::left).toList());
        for (int line = 0; line < lines.size(); line++) {
            Supplied of = payment.get(line);
            List<BigDecimal> parts = Sums.apportion(
                    lines.get(line),
                    of.parts().stream().map(each -> each.split().total()).toList());
            for (int i = 0; i < parts.size(); i++) {
                Delivered from = of.parts().get(i);
                Amounts split = Bought.part(from.split(), parts.get(i), lead);
                Amounts used = Bought.part(from.used(), parts.get(i), lead);
                back.add(new Back(of, i, new Delivered(from.period(), split, used)));
            }
        }
        return back;
    }

    /** It is taken off what can be taken back. */
    static void off(Back back) {
        Delivered from = back.of().parts().get(back.part());
        from.split().takeAll(back.taken().split());
        from.used().takeAll(back.taken().used());
    }

    /** What a supplier still owes back. */
    record OwedBack(@Nullable Custody account, Amounts outstanding) {}

    static Opinion due(RecordSupplierRefund command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        List<Supplied> payment = dossier.supplied.get(command.payment());
        doubts.when(payment == null, "unknown-payment");
        setting.positive(command.amount(), doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        if (payment == null) return Opinion.no(doubts);
        boolean arrived = dossier.payments.get(command.payment()).where == Dossier.Whereabouts.WITH_PROVIDER;
        doubts.when(!arrived, "payment-not-ready");
        doubts.when(amount.compareTo(left(payment)) > 0, "exceeds-paid");
        if (doubts.any()) return Opinion.no(doubts);
        Custody account = payment.getFirst().account();
        List<Back> back = part(payment, amount, dossier.lead());
        List<PeriodId> periods = back.stream()
                .filter(each -> each.taken().split().total().signum() != 0)
                .map(each -> each.taken().period())
                .distinct()
                .toList();
        Answer.Figures figures = new Answer.Figures();
        Amounts whole = new Amounts();
        for (Back each : back) {
            Delivered part = each.taken();
            whole.addAll(part.split());
            figures.add("owed-back " + part.period(), part.split()).add("freed " + part.period(), part.used());
        }
        Rebearing after = new Rebearing(dossier, dossier.course, setting);
        if (account == null)
            back.forEach(
                    each -> less(each.taken(), command.payment(), each.of().line(), dossier.lead(), after.outgoings));
        after.name(periods, figures);
        return Opinion.yes(figures, made -> {
            if (account == null) {
                back.forEach(each ->
                        less(each.taken(), command.payment(), each.of().line(), dossier.lead(), dossier.outgoings));
                whole.byBook()
                        .forEach((book, part) -> dossier.rechargeable.merge(book, part.negate(), BigDecimal::add));
            }
            after.take();
            for (Back each : back) {
                take(each.taken(), each.of(), dossier, setting);
                off(each);
            }
            OwedBack owed = new OwedBack(account, whole);
            dossier.owedBack.put(Opinion.the(SupplierRefundDue.class, made).refund(), owed);
        });
    }

    private static void less(Delivered back, PaymentId payment, LineId line, Funder lead, Outgoings outgoings) {
        outgoings.less(back.period(), payment, line, back.split().total(), back.split(), lead);
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
