package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.holdsMoney;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidIntoPool;
import org.personalbudget.ledger.budget.FundingRefusal.*;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidIn;
import org.personalbudget.ledger.pooledfund.PoolState.Pool;

/**
 * Money of an account goes into a pool for one of the budget's lines, and is committed on that line until the pool
 * spends it. Decided here, where the money and the headroom are; the pool learns of it in the same append.
 */
final class PoolPayments {

    private PoolPayments() {}

    static Decision pay(PayIntoPool command, Budget budget, BudgetFacts facts) {
        Account account = budget.accounts().get(command.account());
        if (account == null) return refuse(new UnknownAccount(command.budget(), command.account()));
        if (!(facts.pool() instanceof Pool pool)) return refuse(new UnknownPool(command.pool()));
        Circumstances at = facts.at();
        Optional<BudgetRefusal> refusal = possible(command, pool, budget, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        Optional<PlanProposed> plan = budget.plans().inForceOn(command.on());
        if (plan.isEmpty()) return refuse(new NoPlanInForce(command.on()));
        Optional<PlanLine> line = plan.get().lines().stream()
                .filter(planned -> planned.id().equals(command.line()))
                .findFirst();
        if (line.isEmpty()) return refuse(new UnknownLine(command.line()));
        return pay(command, line.get(), account, new Draft(budget), at);
    }

    private static Optional<BudgetRefusal> possible(PayIntoPool command, Pool pool, Budget budget, Circumstances at) {
        LocalDate poolOpens = pool.opened().startsOn();
        return first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> holdsMoney(command.account(), command.on(), budget),
                () -> when(
                        command.on().isBefore(poolOpens),
                        () -> new BeforePoolStarts(command.pool(), command.on(), poolOpens)),
                () -> when(
                        !pool.isMemberOn(command.budget(), command.on()),
                        () -> new NotAMember(command.pool(), command.budget())));
    }

    private static Decision pay(PayIntoPool command, PlanLine line, Account account, Draft draft, Circumstances at) {
        PeriodId period = at.calendar().periodOf(command.on()).id();
        Allocation.reach(period, draft, at);
        Headroom headroom = Headroom.of(line.id(), period, draft.budget(), at.policy());
        Money free = account.pots().free();
        Optional<BudgetRefusal> broke = first(
                () -> when(command.amount().exceeds(headroom.available()), () -> exceeds(command, headroom)),
                () -> when(
                        command.amount().exceeds(free),
                        () -> new AccountCannotAfford(command.account(), command.amount(), free)));
        if (broke.isPresent()) return refuse(broke.get());
        Budget budget = draft.budget();
        Split split = account.pots().attribute(command.amount(), at.policy().attribution(), budget.lead(), null);
        Split committed = Shares.byFunder(command.amount(), budget.fundersOn(command.on()));
        return draft.add(paid(command, line, account, period, split, committed, budget, at))
                .add(new MemberPaidIn(
                        command.pool(),
                        at.on(command.on()),
                        command.budget(),
                        line.id(),
                        line.outcome(),
                        period,
                        split,
                        committed,
                        budget.lead()))
                .accepted();
    }

    private static PaidIntoPool paid(
            PayIntoPool command,
            PlanLine line,
            Account account,
            PeriodId period,
            Split split,
            Split committed,
            Budget budget,
            Circumstances at) {
        return new PaidIntoPool(
                command.budget(),
                at.on(command.on()),
                command.pool(),
                command.account(),
                account.opened().kind(),
                line.id(),
                line.outcome(),
                line.category(),
                period,
                split,
                committed,
                budget.lead(),
                at.actor().id());
    }

    private static ExceedsHeadroom exceeds(PayIntoPool command, Headroom headroom) {
        return new ExceedsHeadroom(
                command.line(),
                command.amount(),
                headroom.available(),
                headroom.figures().allocated(),
                headroom.figures().committed(),
                headroom.figures().consumed(),
                headroom.flex());
    }
}
