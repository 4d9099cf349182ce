package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.AccountHoldsNoMoney;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownAccount;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReclaimCommand.GiveReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimCommand.WithdrawReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeGiven;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeWithdrawn;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Reclaiming;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ReclaimId;

/** The notice: why, how much, by when and by whom money is to be paid back. It moves none. */
final class ReclaimNotices {

    private ReclaimNotices() {}

    static Decision give(GiveReclaimNotice command, Budget budget, Circumstances at) {
        if (command.kind() == ReclaimKind.MISUSE) return refuse(new MisuseIsJudged());
        Account account = budget.accounts().get(command.account());
        if (account == null) return refuse(new UnknownAccount(command.budget(), command.account()));
        Surplus surplus = new Surplus(account, budget, at);
        SurplusFigures figures = surplus.figures(command.kind());
        Money reclaimable = figures.reclaimable()
                .minus(budget.reclaims().noticed(command.account()))
                .atLeastZero();
        Money amount = command.amount() == null ? reclaimable : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> holds(account),
                () -> ofItsKind(command.kind(), account, budget, at),
                () -> when(
                        !reclaimable.isPositive(),
                        () -> new NothingToReclaim(command.account(), figures.surplus(), cap(figures))),
                () -> heldLongEnough(command.kind(), account.id(), surplus, at),
                () -> positive("amount", amount),
                () -> when(
                        amount.exceeds(reclaimable),
                        () -> new ExceedsReclaimable(command.account(), amount, reclaimable)),
                () -> inTime(command, at));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(notice(command, account, amount, figures, at));
    }

    /** Only before it is decided: a debt is let go by relief, which takes two. */
    static Decision withdraw(WithdrawReclaimNotice command, Budget budget, Circumstances at) {
        Demand demand = budget.reclaims().find(command.reclaim());
        if (demand == null) return refuse(new UnknownReclaim(command.reclaim()));
        if (demand.step() != Demand.Step.NOTICED) return refuse(new ReclaimNotOpen(command.reclaim()));
        return accept(new ReclaimNoticeWithdrawn(
                command.budget(),
                at.now(),
                command.reclaim(),
                command.reason(),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> holds(Account account) {
        AccountKind kind = account.opened().kind();
        return when(!kind.holdsMoney(), () -> new AccountHoldsNoMoney(account.id(), kind));
    }

    private static Optional<BudgetRefusal> ofItsKind(
            ReclaimKind kind, Account account, Budget budget, Circumstances at) {
        AccountKind accountKind = account.opened().kind();
        return switch (kind) {
            case SERVICE_FUND ->
                when(
                        accountKind != AccountKind.INDIVIDUAL_SERVICE_FUND,
                        () -> new NotAServiceFund(account.id(), accountKind));
            case CLOSING -> when(!hasEnded(account, budget, at.today()), () -> new NotEnded(account.id()));
            case SURPLUS, OVER_ADVANCE, MISUSE -> Optional.empty();
        };
    }

    /** The budget, or this account, has had its last day. */
    private static boolean hasEnded(Account account, Budget budget, LocalDate today) {
        LocalDate last = budget.lifecycle().lastDay();
        boolean budgetEnded = last != null && !last.isAfter(today);
        boolean accountClosed = budget.lifecycle()
                .lastDayOf(account.id())
                .filter(day -> !day.isAfter(today))
                .isPresent();
        return budgetEnded || accountClosed;
    }

    /** It may be above its cap for so many weeks; the day after, it has been for longer. */
    private static Optional<BudgetRefusal> heldLongEnough(
            ReclaimKind kind, AccountId account, Surplus surplus, Circumstances at) {
        if (kind != ReclaimKind.SERVICE_FUND) return Optional.empty();
        LocalDate since = surplus.aboveCapSince().orElse(at.today());
        LocalDate from =
                since.plusWeeks(at.policy().reclaiming().serviceFundHoldWeeks()).plusDays(1);
        return when(at.today().isBefore(from), () -> new HeldNotLongEnough(account, since, from));
    }

    private static Optional<BudgetRefusal> inTime(GiveReclaimNotice command, Circumstances at) {
        LocalDate payBy = command.payBy();
        LocalDate earliest = at.today().plusDays(at.policy().reclaiming().payDays());
        if (payBy == null) return Optional.empty();
        return first(
                () -> inTable("payBy", payBy, at),
                () -> when(payBy.isBefore(earliest), () -> new PayByTooSoon(payBy, earliest)));
    }

    private static Money cap(SurplusFigures figures) {
        return figures.weekly().times(figures.capWeeks());
    }

    private static ReclaimNoticeGiven notice(
            GiveReclaimNotice command, Account account, Money amount, SurplusFigures figures, Circumstances at) {
        Reclaiming policy = at.policy().reclaiming();
        return new ReclaimNoticeGiven(
                command.budget(),
                at.now(),
                new ReclaimId(at.newId("reclaim")),
                command.account(),
                account.opened().kind(),
                command.kind(),
                amount,
                figures,
                at.policy().attribution(),
                command.reasons(),
                command.payer() == null ? account.opened().holder() : command.payer(),
                command.payBy() == null ? at.today().plusDays(policy.payDays()) : command.payBy(),
                at.today().plusDays(policy.reconsiderationDays()),
                at.actor().id());
    }
}
