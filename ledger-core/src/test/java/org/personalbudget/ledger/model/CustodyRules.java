package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.CustodyCommand;
import org.personalbudget.ledger.budget.CustodyCommand.NoteDecline;
import org.personalbudget.ledger.budget.CustodyCommand.RecordUnknownCredit;
import org.personalbudget.ledger.budget.CustodyCommand.UndoContributionPayment;
import org.personalbudget.ledger.budget.CustodyCommand.UndoSettlement;
import org.personalbudget.ledger.budget.CustodyCommand.WithdrawUnknownCredit;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;

/** What statements show of money in custody, and what is taken back because it was something else. */
final class CustodyRules {

    private CustodyRules() {}

    static Opinion on(CustodyCommand command, Dossier dossier, Setting setting) {
        return switch (command) {
            case RecordUnknownCredit c -> unknown(c, dossier, setting);
            case WithdrawUnknownCredit c -> known(c, dossier, setting);
            case NoteDecline c -> declined(c, dossier, setting);
            case UndoSettlement c -> undo(c, dossier, setting);
            case UndoContributionPayment c -> undo(c, dossier, setting);
        };
    }

    private static Opinion unknown(RecordUnknownCredit command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Custody account = moved(command.account(), command.amount(), command.on(), dossier, setting, doubts);
        if (doubts.any() || account == null) return Opinion.no(doubts);
        return credited(1, account, command.amount(), command.on(), dossier);
    }

    private static Opinion known(WithdrawUnknownCredit command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Custody account = moved(command.account(), command.amount(), command.on(), dossier, setting, doubts);
        BigDecimal held = account == null ? Sums.NIL : account.pots.at(nobodys(dossier));
        doubts.when(Sums.pounds(command.amount()).compareTo(held) > 0, "not-so-much-unknown");
        if (doubts.any() || account == null) return Opinion.no(doubts);
        return credited(-1, account, command.amount(), command.on(), dossier);
    }

    private static Pot nobodys(Dossier dossier) {
        return new Pot(dossier.lead(), Source.UNKNOWN, null);
    }

    private static Opinion credited(int sign, Custody account, Money money, LocalDate on, Dossier dossier) {
        BigDecimal amount = Sums.pounds(money).multiply(BigDecimal.valueOf(sign));
        Amounts part = new Amounts().add(nobodys(dossier), amount);
        return Opinion.yes(new Answer.Figures().add("of nobody", part), _ -> {
            account.put(part, on);
            Books.Entry entry = dossier.books.entry(on).in(account.id);
            part.each((pot, each) -> entry.debit(account.code(), pot, each).credit(2400, pot, each));
            entry.done();
        });
    }

    /** Nothing moves; somebody may want to know. */
    private static Opinion declined(NoteDecline command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        moved(command.account(), command.amount(), command.on(), dossier, setting, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        boolean barred = command.merchant() != null
                && setting.policy().hardExcludedMerchants().contains(command.merchant());
        return Opinion.yes(new Answer.Figures().note(barred ? "declined-barred" : "declined"), _ -> {});
    }

    private static @Nullable Custody moved(
            AccountId id, Money amount, LocalDate on, Dossier dossier, Setting setting, Answer.Doubts doubts) {
        setting.positive(amount, doubts);
        setting.hasHappened(on, doubts);
        Custody account = dossier.accounts.get(id);
        doubts.when(account == null, "unknown-account");
        if (account == null) return null;
        doubts.when(!account.holdsMoney(), "account-holds-no-money");
        doubts.when(on.isBefore(account.opened.startsOn()), "before-account-opens");
        return account;
    }

    /** Only what was said last can be taken back: of what has arrived that it did, else that it had left. */
    private static Opinion undo(UndoSettlement command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Instruction payment = dossier.payments.get(command.payment());
        setting.hasHappened(command.on(), doubts);
        if (doubts.when(payment == null, "unknown-payment") || payment == null) return Opinion.no(doubts);
        boolean there = payment.where == Whereabouts.IN_ACCOUNT && command.leg() != SettlementLeg.BANK;
        boolean gone = switch (payment.where) {
            case IN_ACCOUNT -> command.leg() == SettlementLeg.BOTH;
            case WITH_PROVIDER -> command.leg() != SettlementLeg.ACCOUNT;
            case OUT_OF_BANK -> command.leg() == SettlementLeg.BANK;
            case WITH_COUNCIL, ON_ITS_WAY, BACK, CALLED_OFF -> false;
        };
        doubts.when(!there && !gone, "settlement-stands");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures();
        Rebearing after = new Rebearing(dossier, dossier.course, setting).gone(payment.id);
        if (there) {
            figures.add("not arrived", payment.split);
            PaymentRules.taken(payment).forEach((source, by) -> figures.add("overdrawn " + source, by));
            after.name(List.of(payment.period), figures);
        }
        if (gone) figures.add("not gone", payment.split);
        if (gone && payment.fromAccount()) figures.add("back in account", payment.split);
        return Opinion.yes(figures, _ -> {
            after.take();
            if (there) PaymentRules.unarrive(dossier, command.on(), payment);
            if (gone) PaymentRules.unleave(dossier, command.on(), payment);
        });
    }

    /** What was no contribution is owed again; nobody can lose more than was received and not promised back. */
    private static Opinion undo(UndoContributionPayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        BigDecimal amount = Sums.pounds(command.amount());
        Custody account = null;
        if (command.account() == null) {
            setting.positive(command.amount(), doubts);
            setting.hasHappened(command.on(), doubts);
        } else {
            account = moved(command.account(), command.amount(), command.on(), dossier, setting, doubts);
        }
        doubts.when(amount.compareTo(dossier.kept()) > 0, "not-so-much-contributed");
        if (doubts.any()) return Opinion.no(doubts);
        Funder council = dossier.council().orElseThrow();
        Pot client = new Pot(council, Source.CLIENT, null);
        boolean mistaken = account != null && account.opened.method() == ContributionMethod.GROSS;
        Pot pot = mistaken ? new Pot(council, council.source(), null) : client;
        Amounts part = new Amounts().add(pot, amount);
        Answer.Figures figures = new Answer.Figures().add("no contribution", part);
        if (account != null) {
            Overdraft.worse(account.pots, account.pots.copy().takeAll(part))
                    .forEach((source, by) -> figures.add("overdrawn " + source, by));
        }
        new Unpaid(dossier, setting.policy())
                .owing(dossier.outstanding().add(amount))
                .name(figures);
        Custody from = account;
        return Opinion.yes(figures, _ -> {
            if (from != null) from.take(part, command.on());
            if (from != null) from.paidIn = from.paidIn.subtract(amount);
            dossier.books
                    .entry(command.on())
                    .in(command.account())
                    .debit(1300, client, amount)
                    .credit(from == null ? 1000 : from.code(), pot, amount)
                    .done();
        });
    }
}
