package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ReissuePayment;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/** The life of a payment: handed over, gone, arrived, come back, tried again. */
final class PaymentRules {

    private PaymentRules() {}

    static Opinion submit(SubmitPayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Instruction payment = find(command.payment(), dossier, doubts);
        if (payment == null) return Opinion.no(doubts);
        doubts.when(isPreparer(setting.step().actor().id(), payment), "instructor-may-not-submit");
        doubts.when(payment.where != Whereabouts.WITH_COUNCIL, "payment-not-ready");
        PayoutRules.ordered(command.order(), payment, dossier, setting, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(figures("submitted", payment), _ -> {
            payment.where = Whereabouts.ON_ITS_WAY;
            if (!payment.fromAccount()) move(dossier, setting.today(), payment, owed(payment), wayOut(payment));
        });
    }

    static Opinion settle(SettlePayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Instruction payment = find(command.payment(), dossier, doubts);
        setting.hasHappened(command.on(), doubts);
        if (payment == null) return Opinion.no(doubts);
        boolean leaves = command.leg() != SettlementLeg.ACCOUNT
                && (payment.where == Whereabouts.ON_ITS_WAY
                        || payment.fromAccount() && payment.where == Whereabouts.WITH_COUNCIL);
        boolean arrives = !payment.provider
                && !payment.isRefund()
                && command.leg() != SettlementLeg.BANK
                && (command.leg() == SettlementLeg.BOTH ? leaves : payment.where == Whereabouts.OUT_OF_BANK);
        doubts.when(!leaves && !arrives, "payment-not-ready");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures();
        if (leaves) figures.add("settled", payment.split);
        if (leaves && payment.fromAccount()) figures.add("paid from account", payment.split);
        if (arrives) figures.add("credited", payment.split);
        Rebearing after = new Rebearing(dossier, dossier.course, setting).arrived(payment.id);
        if (arrives) after.name(List.of(payment.period), figures);
        return Opinion.yes(figures, _ -> {
            after.take();
            if (leaves) leave(dossier, command.on(), payment);
            if (arrives) arrive(dossier, command.on(), payment);
        });
    }

    private static void leave(Dossier dossier, LocalDate on, Instruction payment) {
        boolean arrived = payment.provider || payment.isRefund();
        payment.where = arrived ? Whereabouts.WITH_PROVIDER : Whereabouts.OUT_OF_BANK;
        if (payment.fromAccount())
            move(dossier, on, payment, 2000, account(payment).code());
        else if (!payment.onCard()) move(dossier, on, payment, 1100, 1000);
    }

    private static void arrive(Dossier dossier, LocalDate on, Instruction payment) {
        payment.where = Whereabouts.IN_ACCOUNT;
        account(payment).put(payment.split, on);
        move(dossier, on, payment, account(payment).code(), 1190);
        coFunders(dossier, on, payment, 1500, 2500);
    }

    static Opinion bounce(ReturnPayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Instruction payment = find(command.payment(), dossier, doubts);
        setting.hasHappened(command.on(), doubts);
        if (payment == null) return Opinion.no(doubts);
        Whereabouts from = payment.where;
        boolean nothing =
                from == Whereabouts.WITH_COUNCIL || from == Whereabouts.BACK || from == Whereabouts.CALLED_OFF;
        doubts.when(nothing, "payment-not-ready", "nothing-to-return");
        if (doubts.any()) return Opinion.no(doubts);
        String stage = switch (from) {
            case ON_ITS_WAY -> "BEFORE_SETTLEMENT";
            case IN_ACCOUNT -> "AFTER_CREDIT";
            default -> "AFTER_SETTLEMENT";
        };
        Answer.Figures figures = figures("returned " + stage, payment);
        if (from == Whereabouts.IN_ACCOUNT) takenBack(dossier, payment, figures);
        if (from == Whereabouts.WITH_PROVIDER && payment.fromAccount()) figures.add("back in account", payment.split);
        boolean asks = PayoutRules.asksWhetherAlive(command, payment, dossier);
        if (asks) figures.note("death-asked");
        Rebearing after = new Rebearing(dossier, dossier.course, setting).gone(payment.id);
        if (from == Whereabouts.IN_ACCOUNT) after.name(List.of(payment.period), figures);
        return Opinion.yes(figures, _ -> {
            after.take();
            dossier.deathAsked |= asks;
            comeBack(dossier, command.on(), payment);
        });
    }

    /** A credit that is taken back may leave less than nothing of a source. */
    private static void takenBack(Dossier dossier, Instruction payment, Answer.Figures figures) {
        figures.add("credit reversed", payment.split);
        taken(payment).forEach((source, by) -> figures.add("overdrawn " + source, by));
    }

    /** What the account would lack without it. */
    static Map<Source, BigDecimal> taken(Instruction payment) {
        Amounts after = account(payment).pots.copy().takeAll(payment.split);
        return Overdraft.worse(account(payment).pots, after);
    }

    /** It was said to have arrived, and has not. */
    static void unarrive(Dossier dossier, LocalDate on, Instruction payment) {
        payment.where = Whereabouts.OUT_OF_BANK;
        account(payment).take(payment.split, on);
        move(dossier, on, payment, 1190, account(payment).code());
        coFunders(dossier, on, payment, 2500, 1500);
    }

    /** It was said to have gone, and has not. */
    static void unleave(Dossier dossier, LocalDate on, Instruction payment) {
        payment.where = Whereabouts.ON_ITS_WAY;
        if (payment.fromAccount()) move(dossier, on, payment, account(payment).code(), 2000);
        else if (!payment.onCard()) move(dossier, on, payment, 1000, 1100);
    }

    private static void comeBack(Dossier dossier, LocalDate on, Instruction payment) {
        payment.cameBackFrom = payment.where;
        payment.where = Whereabouts.BACK;
        switch (payment.cameBackFrom) {
            case ON_ITS_WAY -> {
                if (!payment.fromAccount()) move(dossier, on, payment, wayOut(payment), owed(payment));
            }
            case OUT_OF_BANK -> move(dossier, on, payment, payment.onCard() ? 1010 : 1000, 1190);
            case WITH_PROVIDER -> {
                int back = payment.fromAccount() ? account(payment).code() : 1000;
                move(dossier, on, payment, back, owed(payment));
            }
            case IN_ACCOUNT -> {
                account(payment).take(payment.split, on);
                move(
                        dossier,
                        on,
                        payment,
                        payment.onCard() ? 1010 : 1000,
                        account(payment).code());
                coFunders(dossier, on, payment, 2500, 1500);
            }
            case WITH_COUNCIL, BACK, CALLED_OFF -> throw new IllegalStateException("nothing had gone");
        }
    }

    static Opinion reissue(ReissuePayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Instruction payment = find(command.payment(), dossier, doubts);
        if (payment == null) return Opinion.no(doubts);
        doubts.when(payment.where != Whereabouts.BACK, "payment-not-ready");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(figures("reissued", payment), _ -> {
            boolean owedAnew =
                    !payment.provider && !payment.isRefund() && payment.cameBackFrom != Whereabouts.ON_ITS_WAY;
            if (owedAnew) move(dossier, setting.today(), payment, 1190, 2200);
            payment.where = Whereabouts.WITH_COUNCIL;
            payment.attempt++;
            payment.reissuer = setting.step().actor().id();
        });
    }

    private static boolean isPreparer(ActorId actor, Instruction payment) {
        return actor.equals(payment.instructor) || actor.equals(payment.reissuer);
    }

    private static @Nullable Instruction find(PaymentId id, Dossier dossier, Answer.Doubts doubts) {
        Instruction payment = dossier.payments.get(id);
        doubts.when(payment == null, "unknown-payment");
        return payment;
    }

    private static Answer.Figures figures(String what, Instruction payment) {
        return new Answer.Figures().add(what, payment.split);
    }

    private static Custody account(Instruction payment) {
        if (payment.account == null) throw new IllegalStateException("the payment concerns no account");
        return payment.account;
    }

    private static int owed(Instruction payment) {
        if (payment.isRefund()) return 2300;
        return payment.provider ? 2000 : 2200;
    }

    private static int wayOut(Instruction payment) {
        return payment.onCard() ? 1010 : 1100;
    }

    private static void move(Dossier dossier, LocalDate on, Instruction payment, int debit, int credit) {
        Books.Entry entry = dossier.books.entry(on).in(payment.account == null ? null : payment.account.id);
        payment.split.each((pot, amount) -> entry.debit(debit, pot, amount).credit(credit, pot, amount));
        entry.done();
    }

    /** What a co-funder bears of an account's money is due from it, and held for it. */
    private static void coFunders(Dossier dossier, LocalDate on, Instruction payment, int debit, int credit) {
        boolean owed = debit == 1500;
        Books.Entry entry = dossier.books.entry(on);
        payment.split.byBook().forEach((book, amount) -> {
            if (book == dossier.lead()) return;
            entry.debit(debit, book, amount).credit(credit, book, amount);
            dossier.advances.merge(book, owed ? amount : amount.negate(), BigDecimal::add);
        });
        entry.done();
    }
}
