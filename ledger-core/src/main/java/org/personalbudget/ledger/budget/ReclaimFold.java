package org.personalbudget.ledger.budget;

import java.util.List;
import java.util.Objects;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReclaimEvent.*;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.SpendId;

/** Takes in what brings public money back, or lets it go. */
final class ReclaimFold {

    private ReclaimFold() {}

    static Budget evolve(Budget budget, ReclaimEvent event) {
        Reclaims reclaims = budget.reclaims();
        return switch (event) {
            case ReclaimNoticeGiven e -> budget.with(reclaims.notice(e));
            case ReconsiderationAsked e -> budget.with(reclaims.ask(e.reclaim()));
            case ReconsiderationDecided e -> reconsider(budget, e);
            case ReclaimNoticeWithdrawn e -> budget.with(reclaims.withdraw(e.reclaim()));
            case ReclaimDecided e -> decide(budget, e);
            case ReclaimReceived e -> receive(budget, e);
            case ReliefProposed e -> budget.with(reclaims.propose(e));
            case ReliefApproved e -> relieve(budget.with(reclaims.close(e.relief())), e);
            case ReliefRejected e -> budget.with(reclaims.close(e.relief()));
        };
    }

    /** What of a reclaimed spend is owed no more, is under query again. */
    private static Budget reconsider(Budget budget, ReconsiderationDecided event) {
        Demand before = budget.reclaims().find(event.reclaim());
        Budget lower = budget.with(budget.reclaims().reconsider(event.reclaim(), event.amount(), event.released()));
        SpendId spend = before == null ? null : before.about().spend();
        return spend == null ? lower : lower.with(lower.spends().release(spend, event.released()));
    }

    private static Budget decide(Budget budget, ReclaimDecided event) {
        Budget owed = budget.with(budget.reclaims().decide(event.reclaim(), event.split()))
                .with(budget.contributions().owedBack(event.clientPart()));
        Account account = owed.accounts().get(event.account());
        if (account == null) return owed;
        Account less = account.out(event.split(), event.effectiveOn());
        if (event.reclaimKind() != ReclaimKind.OVER_ADVANCE) return owed.with(event.account(), less);
        List<TakenBack> parts = event.takenBack();
        return owed.with(
                event.account(), parts == null ? less.takeBack(event.split().total()) : less.takeBack(parts));
    }

    /** What comes to the council takes co-funders' parts with it; what stays in an account, or goes there, does not. */
    private static Budget receive(Budget budget, ReclaimReceived event) {
        Budget received = budget.with(budget.reclaims().receive(event));
        return switch (event.route()) {
            case BANK, CARD_UNLOAD -> toCouncil(received, event);
            case ACCOUNT -> backInAccount(received, event);
            case INSTALMENT ->
                event.reclaimKind() == ReclaimKind.MISUSE ? received : arrive(toCouncil(received, event), event);
        };
    }

    private static Budget toCouncil(Budget budget, ReclaimReceived event) {
        return budget.with(budget.recharges()
                .paidIntoAccount(event.split().ofCoFunders(event.lead()).negated()));
    }

    /** What stays in the account is an arrival like any other: co-funders bear their parts of it from now on. */
    private static Budget arrive(Budget budget, ReclaimReceived event) {
        Budget borne =
                budget.with(budget.recharges().paidIntoAccount(event.kept().ofCoFunders(event.lead())));
        return in(borne, event, event.kept());
    }

    /** What was over-advanced is so again. */
    private static Budget backInAccount(Budget budget, ReclaimReceived event) {
        Budget back = in(budget, event, event.split());
        Account account = event.account() == null ? null : back.accounts().get(event.account());
        if (account == null || event.reclaimKind() != ReclaimKind.OVER_ADVANCE) return back;
        return back.with(account.id(), account.putBack(event.split().total()));
    }

    private static Budget in(Budget budget, ReclaimReceived event, Split split) {
        Account account = event.account() == null ? null : budget.accounts().get(event.account());
        return account == null ? budget : budget.with(account.id(), account.in(split, event.effectiveOn()));
    }

    private static Budget relieve(Budget budget, ReliefApproved event) {
        return switch (event.of()) {
            case CONTRIBUTION ->
                budget.with(budget.contributions().relieve(event.split().total()));
            case RECLAIM ->
                budget.with(budget.reclaims().settle(Objects.requireNonNull(event.reclaim()), event.split()));
            case ACCOUNT -> {
                Account account = budget.accounts().get(Objects.requireNonNull(event.account()));
                yield account == null
                        ? budget
                        : budget.with(account.id(), account.out(event.split(), event.effectiveOn()));
            }
        };
    }
}
