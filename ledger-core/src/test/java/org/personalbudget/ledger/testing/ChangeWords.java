package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.BUDGET;
import static org.personalbudget.ledger.testing.BudgetWords.HOME;
import static org.personalbudget.ledger.testing.BudgetWords.LIFE;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.outcome;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.ChangeCommand.*;
import org.personalbudget.ledger.budget.EndReason;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.SuspensionReason;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReviewId;

/** What changes the course of a budget, in the words that tests use; each asked by whoever may. */
public final class ChangeWords {

    private ChangeWords() {}

    /** A plan that sets what the budget is a week. */
    public static Request proposeWeekly(String weekly, String effectiveFrom, PlanLine... lines) {
        return proposeWeekly(weekly, effectiveFrom, null, null, lines);
    }

    public static Request proposeWeekly(
            String weekly,
            String effectiveFrom,
            @Nullable ReviewId reassessment,
            @Nullable BatchId cut,
            PlanLine... lines) {
        return Request.of(new ProposePlan(
                BUDGET,
                day(effectiveFrom),
                List.of(outcome(HOME), outcome(LIFE)),
                List.of(lines),
                pounds(weekly),
                reassessment,
                cut));
    }

    public static Request suspend(String from, SuspensionReason reason, LineId... lines) {
        return Request.of(new SuspendBudget(BUDGET, day(from), List.of(lines), reason, null));
    }

    public static Request resume(String from) {
        return Request.of(new ResumeBudget(BUDGET, day(from)));
    }

    public static Request end(String on) {
        return Request.of(new EndBudget(BUDGET, day(on), EndReason.MOVED_AWAY, null));
    }

    public static Request died(String on) {
        return Request.of(new RecordDeath(BUDGET, day(on)));
    }

    /** The name foretells the account that takes the place: see {@link BudgetWords#accountNamed}. */
    public static Request move(
            String name, AccountId account, AccountKind kind, ContributionMethod method, String from) {
        return move(name, account, kind, method, null, from);
    }

    public static Request move(
            String name,
            AccountId account,
            AccountKind kind,
            ContributionMethod method,
            @Nullable PersonRef holder,
            String from) {
        return Request.of(new MoveAccount(BUDGET, account, kind, method, holder, day(from)))
                .named(name);
    }

    public static Request transfer(AccountId from, AccountId to, String amount, String on) {
        return Request.of(new RecordTransfer(BUDGET, from, to, pounds(amount), day(on)));
    }

    public static Request cancel(PaymentId payment) {
        return Request.of(new CancelInstalment(BUDGET, payment));
    }

    /** What a request of this name adds to a period that was paid before. */
    public static PaymentId adjustmentOf(String period, AccountId account, String name) {
        return PaymentId.adjustment(BUDGET, account, BudgetWords.period(period), Request.commandIdOf(name));
    }
}
