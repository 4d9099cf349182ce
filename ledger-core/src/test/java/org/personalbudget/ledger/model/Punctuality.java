package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.payment.SettlementLeg;

/** What has to happen at once, before anything else does, for NET and GROSS to hold the same money on every day. */
final class Punctuality {

    private Punctuality() {}

    static @Nullable Command due(Dossier dossier, World world) {
        for (Instruction payment : dossier.payments.values()) {
            if (payment.where == Whereabouts.WITH_COUNCIL) {
                return new SubmitPayment(dossier.terms.budget(), payment.id);
            }
            if (payment.where == Whereabouts.ON_ITS_WAY) {
                return new SettlePayment(dossier.terms.budget(), payment.id, world.today, SettlementLeg.BOTH);
            }
        }
        for (Dossier.Custody account : dossier.accounts.values()) {
            BigDecimal waiting = account.keptBack.subtract(account.paidIn);
            if (waiting.signum() > 0) {
                return new RecordContributionPayment(
                        dossier.terms.budget(), account.id, Sums.money(waiting), world.today);
            }
        }
        return null;
    }
}
