package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.budget.BudgetEvent.SpendCleared;
import org.personalbudget.ledger.budget.BudgetEvent.SpendHeld;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SpendId;

/**
 * Money is spent from an account. What has been spent is never refused: it is recorded, and what does not meet the
 * flexible-spend rules is queried. What has not been paid yet is held instead.
 */
final class Spending {

    private Spending() {}

    static Decision record(RecordSpend command, Budget budget, Circumstances at) {
        Account account = budget.accounts().get(command.account());
        if (account == null) return refuse(new UnknownAccount(command.budget(), command.account()));
        Optional<BudgetRefusal> refusal = possible(command, account, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        PeriodId period = at.calendar().periodOf(command.on()).id();
        Draft draft = new Draft(budget);
        if (budget.plans().inForceOn(command.on()).isPresent()) Allocation.reach(period, draft, at);
        SpendRules rules = new SpendRules(command, draft.budget(), at);
        if (command.paid()) return paid(command, account, rules, draft, at);
        // What is not paid is judged as it will be when it is, and allocates nothing yet.
        return accept(notPaid(command, rules.reasons(), at));
    }

    private static Optional<BudgetRefusal> possible(RecordSpend command, Account account, Circumstances at) {
        AccountKind kind = account.opened().kind();
        LocalDate startsOn = account.opened().startsOn();
        return first(
                () -> when(
                        account.isStrangeTo(at.actor()),
                        () -> new NotTheHolder(at.actor().id(), command.account())),
                () -> positive("amount", command.amount()),
                () -> command.paid() ? happened("on", command.on(), at) : inTable("on", command.on(), at),
                () -> when(!kind.holdsMoney(), () -> new AccountHoldsNoMoney(command.account(), kind)),
                () -> when(
                        command.on().isBefore(startsOn),
                        () -> new BeforeAccountOpens("on", command.account(), command.on(), startsOn)),
                () -> ringFence(command, account));
    }

    private static Optional<BudgetRefusal> ringFence(RecordSpend command, Account account) {
        PaymentId ringFence = command.ringFence();
        if (ringFence == null || account.oneOffs().contains(ringFence)) return Optional.empty();
        return Optional.of(new UnknownRingFence(command.budget(), command.account(), ringFence));
    }

    private static Decision paid(
            RecordSpend command, Account account, SpendRules rules, Draft draft, Circumstances at) {
        Budget budget = draft.budget();
        SpendId spend = new SpendId(at.newId("spend"));
        List<SpendReason> reasons = rules.reasons();
        Attribution rule = at.policy().attribution();
        Split split = account.pots().attribute(command.amount(), rule, budget.lead(), command.ringFence());
        SpendRecorded recorded = new SpendRecorded(
                command.budget(),
                at.on(command.on()),
                spend,
                command.account(),
                account.opened().kind(),
                command.amount(),
                command.category(),
                lineOf(command, rules),
                outcomeOf(command, rules),
                rules.period(),
                split,
                rule,
                consumed(command, reasons, budget),
                budget.lead(),
                reasons,
                command.payee(),
                command.payeeName(),
                command.reference(),
                at.actor().id());
        draft.add(recorded);
        if (!recorded.accepted()) draft.add(query(recorded, at));
        Overdrafts.raise(account, draft, at);
        Excess.raise(spend, recorded.line(), rules.period(), budget, draft, at);
        return draft.accepted();
    }

    /** What does not meet the rules is asked about at once; it is nobody's expenditure yet, so nothing moves. */
    private static SpendQueried query(SpendRecorded recorded, Circumstances at) {
        return new SpendQueried(
                recorded.budget(),
                at.now(),
                recorded.spend(),
                recorded.reasons(),
                at.policy().version(),
                Queries.answerBy(at),
                null,
                recorded.account(),
                recorded.kind(),
                recorded.category(),
                recorded.line(),
                recorded.outcome(),
                recorded.servicePeriod(),
                Split.NOTHING,
                Split.NOTHING,
                recorded.lead(),
                at.actor().id());
    }

    /** Money set aside for a purpose of its own is no part of a line. */
    private static @Nullable LineId lineOf(RecordSpend command, SpendRules rules) {
        return command.ringFence() != null
                ? null
                : rules.line().map(PlanLine::id).orElse(null);
    }

    private static @Nullable OutcomeId outcomeOf(RecordSpend command, SpendRules rules) {
        if (command.outcome() != null) return rules.knows(command.outcome()) ? command.outcome() : null;
        return command.ringFence() != null
                ? null
                : rules.line().map(PlanLine::outcome).orElse(null);
    }

    private static Split consumed(RecordSpend command, List<SpendReason> reasons, Budget budget) {
        return reasons.isEmpty() ? Shares.byFunder(command.amount(), budget.fundersOn(command.on())) : Split.NOTHING;
    }

    private static BudgetEvent notPaid(RecordSpend command, List<SpendReason> reasons, Circumstances at) {
        SpendId spend = new SpendId(at.newId("spend"));
        if (reasons.isEmpty()) {
            return new SpendCleared(
                    command.budget(),
                    at.now(),
                    spend,
                    command.account(),
                    command.amount(),
                    command.category(),
                    command.payee(),
                    command.payeeName());
        }
        return new SpendHeld(
                command.budget(),
                at.now(),
                spend,
                command.account(),
                command.amount(),
                command.category(),
                command.payee(),
                command.payeeName(),
                reasons);
    }
}
