package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.FundingCommand.PayBackFromPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidBackFromPool;
import org.personalbudget.ledger.budget.FundingRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.pooledfund.MemberMoney;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.Membership;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidBack;
import org.personalbudget.ledger.pooledfund.PoolState.Pool;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.PoolId;

/**
 * Unspent money of a member leaves a pool the way it came: into the account that paid it in, with what is left of its
 * sources, and is no longer committed. The pool learns of it in the same append, and so never gives the same money twice.
 */
final class PoolRepayments {

    private PoolRepayments() {}

    static Decision payBack(PayBackFromPool command, Budget budget, BudgetFacts facts) {
        Account account = budget.accounts().get(command.account());
        if (account == null) return refuse(new UnknownAccount(command.budget(), command.account()));
        if (!(facts.pool() instanceof Pool pool)) return refuse(new UnknownPool(command.pool()));
        Circumstances at = facts.at();
        Membership member = pool.member(command.budget(), budget.lead());
        Money unspent = member.unspent(command.line());
        Money amount = command.amount() == null ? unspent : command.amount();
        Optional<BudgetRefusal> refusal = possible(command, amount, unspent, account, pool, budget, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        for (MemberPart part : MemberMoney.taken(
                command.budget(), amount, earmark -> earmark.line().equals(command.line()), member)) {
            draft.add(paidBack(command, part, account, at)).add(told(command, part, at));
        }
        return draft.accepted();
    }

    private static Optional<BudgetRefusal> possible(
            PayBackFromPool command,
            Money amount,
            Money unspent,
            Account account,
            Pool pool,
            Budget budget,
            Circumstances at) {
        AccountKind kind = account.opened().kind();
        LocalDate opens = account.opened().startsOn();
        LocalDate poolOpens = pool.opened().startsOn();
        return first(
                () -> when(!kind.holdsMoney(), () -> new AccountHoldsNoMoney(command.account(), kind)),
                () -> when(
                        command.amount() == null && unspent.isZero(),
                        () -> new ExceedsUnspent(command.pool(), command.line(), amount, unspent)),
                () -> positive("amount", amount),
                () -> happened("on", command.on(), at),
                () -> when(
                        command.on().isBefore(opens),
                        () -> new BeforeAccountOpens("on", command.account(), command.on(), opens)),
                () -> when(
                        command.on().isBefore(poolOpens),
                        () -> new BeforePoolStarts(command.pool(), command.on(), poolOpens)),
                () -> when(
                        amount.exceeds(unspent),
                        () -> new ExceedsUnspent(command.pool(), command.line(), amount, unspent)),
                () -> cameFrom(command, amount, budget));
    }

    private static Optional<BudgetRefusal> cameFrom(PayBackFromPool command, Money amount, Budget budget) {
        Money paidIn = paidIn(command.pool(), command.account(), budget);
        return when(amount.exceeds(paidIn), () -> new ExceedsPaidIn(command.pool(), command.account(), amount, paidIn));
    }

    /** By that account, and by those whose place it took. */
    private static Money paidIn(PoolId pool, AccountId account, Budget budget) {
        Money sum = budget.funding().paidInto(pool, account);
        Optional<AccountId> before = budget.lifecycle().predecessorOf(account);
        while (before.isPresent()) {
            sum = sum.plus(budget.funding().paidInto(pool, before.get()));
            before = budget.lifecycle().predecessorOf(before.get());
        }
        return sum.atLeastZero();
    }

    private static PaidBackFromPool paidBack(
            PayBackFromPool command, MemberPart part, Account account, Circumstances at) {
        return new PaidBackFromPool(
                command.budget(),
                at.on(command.on()),
                command.pool(),
                command.account(),
                account.opened().kind(),
                command.line(),
                part.outcome(),
                part.servicePeriod(),
                part.split(),
                part.fromCommitment(),
                part.lead(),
                at.actor().id());
    }

    private static MemberPaidBack told(PayBackFromPool command, MemberPart part, Circumstances at) {
        return new MemberPaidBack(
                command.pool(),
                at.on(command.on()),
                command.budget(),
                Objects.requireNonNull(part.line()),
                part.outcome(),
                part.servicePeriod(),
                part.split(),
                part.fromCommitment(),
                part.lead());
    }
}
