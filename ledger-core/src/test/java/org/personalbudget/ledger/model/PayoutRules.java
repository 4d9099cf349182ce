package org.personalbudget.ledger.model;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.PayoutCommand;
import org.personalbudget.ledger.budget.PayoutCommand.DismissDeathQuery;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payrun.RunOrder;

/** What keeps money from going out with a run, where nobody looks at each payment. */
final class PayoutRules {

    private PayoutRules() {}

    static Opinion on(PayoutCommand command, Dossier dossier) {
        return switch (command) {
            case DismissDeathQuery _ -> {
                Answer.Doubts doubts = new Answer.Doubts();
                if (doubts.when(!dossier.deathAsked, "no-death-query")) yield Opinion.no(doubts);
                yield Opinion.yes(new Answer.Figures().note("lives"), _ -> dossier.deathAsked = false);
            }
        };
    }

    /** What was approved is paid, to details that two people approved, and to nobody who may be dead or gets nothing. */
    static void ordered(
            @Nullable RunOrder order, Instruction payment, Dossier dossier, Setting setting, Answer.Doubts doubts) {
        if (order == null) return;
        boolean same = order.attempt() == payment.attempt
                && Sums.pounds(order.amount()).compareTo(payment.split.total()) == 0;
        doubts.when(!same, "payment-has-changed");
        // Nobody has ever approved bank details in these histories: what goes to a card needs none.
        doubts.when(!payment.onCard() && !payment.fromAccount(), "details-not-paid-to");
        if (payment.provider) return;
        doubts.when(dossier.course.died(), "person-has-died");
        doubts.when(dossier.deathAsked, "death-is-queried");
        doubts.when(dossier.course.isWithheldOn(setting.today()), "payments-are-suspended");
    }

    /** Whether the bank's word for why money came back makes somebody find out whether the person lives. */
    static boolean asksWhetherAlive(ReturnPayment command, Instruction payment, Dossier dossier) {
        boolean said = command.code() == ReturnCode.DECEASED && !payment.provider;
        return said && !dossier.course.died() && !dossier.deathAsked;
    }
}
