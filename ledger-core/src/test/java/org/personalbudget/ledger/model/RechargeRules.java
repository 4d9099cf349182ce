package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.personalbudget.ledger.budget.BudgetCommand.RechargeFunder;
import org.personalbudget.ledger.budget.BudgetCommand.RecordRechargePayment;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.FundingCommand.RecordFunderAdvance;
import org.personalbudget.ledger.budget.FundingCommand.ReduceRecharge;
import org.personalbudget.ledger.budget.FundingCommand.UseFunderAdvance;
import org.personalbudget.ledger.model.Dossier.Recharge;
import org.personalbudget.ledger.terms.Funder;

/** Asking co-funders for their part of what the council paid, and being paid by them. */
final class RechargeRules {

    private RechargeRules() {}

    static Opinion ask(RechargeFunder command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Funder funder = command.funder();
        coFunder(funder, dossier, doubts);
        BigDecimal advances = dossier.advances.getOrDefault(funder, Sums.NIL);
        BigDecimal paid = dossier.rechargeable.getOrDefault(funder, Sums.NIL);
        BigDecimal open = paid.add(advances);
        BigDecimal asked = command.amount() == null ? open : Sums.pounds(command.amount());
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        doubts.when(asked.compareTo(open) > 0, "exceeds-rechargeable");
        doubts.when(command.amount() == null && open.signum() <= 0, "exceeds-rechargeable", "amount-not-positive");
        if (doubts.any()) return Opinion.no(doubts);
        BigDecimal advanced = asked.min(advances);
        BigDecimal rest = asked.subtract(advanced);
        Answer.Figures figures =
                new Answer.Figures().add("recharged " + funder, asked).add("of-advances", advanced);
        return Opinion.yes(figures, made -> {
            dossier.rechargeable.put(funder, paid.subtract(rest));
            dossier.advances.put(funder, advances.subtract(advanced));
            dossier.recharges.put(
                    Opinion.the(FunderRecharged.class, made).recharge(), new Recharge(funder, asked, rest.min(asked)));
            dossier.books
                    .entry(setting.today())
                    .debit(1500, funder, rest)
                    .credit(4100, funder, rest)
                    .done();
        });
    }

    static Opinion paid(RecordRechargePayment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Recharge recharge = dossier.recharges.get(command.recharge());
        setting.hasHappened(command.on(), doubts);
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        doubts.when(recharge == null, "unknown-recharge");
        if (recharge == null) return Opinion.no(doubts);
        BigDecimal paid = command.amount() == null ? recharge.outstanding : Sums.pounds(command.amount());
        doubts.when(paid.compareTo(recharge.outstanding) > 0, "exceeds-outstanding");
        doubts.when(
                command.amount() == null && recharge.outstanding.signum() <= 0,
                "exceeds-outstanding",
                "amount-not-positive");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().add("recharge paid", paid), _ -> {
            recharge.pay(paid);
            dossier.books
                    .entry(command.on())
                    .debit(1000, recharge.funder, paid)
                    .credit(1500, recharge.funder, paid)
                    .done();
        });
    }

    private static void coFunder(Funder funder, Dossier dossier, Answer.Doubts doubts) {
        doubts.when(!dossier.course.everBears(funder) || funder == dossier.lead(), "not-a-co-funder");
    }

    static Opinion inAdvance(RecordFunderAdvance command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        coFunder(command.funder(), dossier, doubts);
        setting.positive(command.amount(), doubts);
        setting.hasHappened(command.on(), doubts);
        if (doubts.any()) return Opinion.no(doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        return Opinion.yes(new Answer.Figures().add("prepaid " + command.funder(), amount), _ -> {
            dossier.prepaid.merge(command.funder(), amount, BigDecimal::add);
            between(1000, 2500, command.funder(), amount, command.on(), dossier);
        });
    }

    static Opinion use(UseFunderAdvance command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Recharge recharge = dossier.recharges.get(command.recharge());
        doubts.when(recharge == null, "unknown-recharge");
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        if (recharge == null) return Opinion.no(doubts);
        BigDecimal prepaid = dossier.prepaid.getOrDefault(recharge.funder, Sums.NIL);
        BigDecimal most = recharge.outstanding.min(prepaid);
        BigDecimal amount = command.amount() == null ? most : Sums.pounds(command.amount());
        doubts.when(command.amount() == null && most.signum() <= 0, "amount-not-positive");
        doubts.when(amount.compareTo(recharge.outstanding) > 0, "exceeds-outstanding");
        doubts.when(amount.compareTo(prepaid) > 0, "exceeds-advance");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().add("settled in advance", amount), _ -> {
            dossier.prepaid.merge(recharge.funder, amount.negate(), BigDecimal::add);
            recharge.pay(amount);
            between(2500, 1500, recharge.funder, amount, setting.today(), dossier);
        });
    }

    /** Less is asked for: what stems from accounts is owed for as long as it is there. */
    static Opinion reduce(ReduceRecharge command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Recharge recharge = dossier.recharges.get(command.recharge());
        doubts.when(recharge == null, "unknown-recharge");
        setting.positive(command.amount(), doubts);
        if (recharge == null) return Opinion.no(doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        doubts.when(amount.compareTo(recharge.reducible) > 0, "exceeds-reducible");
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().add("asked less", amount), _ -> {
            recharge.outstanding = recharge.outstanding.subtract(amount);
            recharge.reducible = recharge.reducible.subtract(amount);
            dossier.rechargeable.merge(recharge.funder, amount, BigDecimal::add);
            between(4100, 1500, recharge.funder, amount, setting.today(), dossier);
        });
    }

    private static void between(
            int debit, int credit, Funder funder, BigDecimal amount, LocalDate on, Dossier dossier) {
        dossier.books
                .entry(on)
                .debit(debit, funder, amount)
                .credit(credit, funder, amount)
                .done();
    }
}
