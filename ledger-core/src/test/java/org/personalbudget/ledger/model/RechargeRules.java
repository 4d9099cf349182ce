package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import org.personalbudget.ledger.budget.BudgetCommand.RechargeFunder;
import org.personalbudget.ledger.budget.BudgetCommand.RecordRechargePayment;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.model.Dossier.Recharge;
import org.personalbudget.ledger.terms.Funder;

/** Asking co-funders for their part of what the council paid, and being paid by them. */
final class RechargeRules {

    private RechargeRules() {}

    static Opinion ask(RechargeFunder command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Funder funder = command.funder();
        boolean coFunder = dossier.terms.funders().stream().anyMatch(share -> share.funder() == funder)
                && funder != dossier.lead();
        doubts.when(!coFunder, "not-a-co-funder");
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
            dossier.recharges.put(Opinion.the(FunderRecharged.class, made).recharge(), new Recharge(funder, asked));
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
            recharge.outstanding = recharge.outstanding.subtract(paid);
            dossier.books
                    .entry(command.on())
                    .debit(1000, recharge.funder, paid)
                    .credit(1500, recharge.funder, paid)
                    .done();
        });
    }
}
