package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.notNegative;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownLine;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementEvent.SpendAccepted;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.JudgementRefusal.*;
import org.personalbudget.ledger.budget.ReclaimRefusal.PayByTooSoon;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Reclaiming;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.ReclaimId;

/**
 * A spend under query is judged by somebody who neither recorded it nor asked about it: accepted, reclaimed, or part of
 * each. To accept is never refused for want of room on a line; what it takes too much is said.
 */
final class Judging {

    private final JudgeSpend command;
    private final Spent spent;
    private final Query query;
    private final Budget budget;
    private final Circumstances at;
    private final Money accepted;
    private final Optional<PlanLine> line;

    private Judging(JudgeSpend command, Spent spent, Query query, Budget budget, Circumstances at) {
        this.command = command;
        this.spent = spent;
        this.query = query;
        this.budget = budget;
        this.at = at;
        this.accepted = command.accepted() == null ? spent.underQuery().total() : command.accepted();
        this.line = planned(command.line());
    }

    static Decision judge(JudgeSpend command, Spent spent, Budget budget, Circumstances at) {
        Query query = spent.query();
        if (query == null || !spent.isUnderQuery()) return refuse(new NotUnderQuery(command.spend()));
        return new Judging(command, spent, query, budget, at).judge();
    }

    private Decision judge() {
        Optional<BudgetRefusal> refusal = possible();
        if (refusal.isPresent()) return refuse(refusal.get());
        Split accept = spent.underQuery().part(accepted, budget.lead());
        Split reclaim = spent.underQuery().minus(accept);
        Draft draft = new Draft(budget);
        if (!accept.parts().isEmpty()) accept(accept, draft);
        if (!reclaim.parts().isEmpty()) draft.add(reclaimed(reclaim));
        return draft.accepted();
    }

    private Optional<BudgetRefusal> possible() {
        Money remaining = spent.underQuery().total();
        ActorId judge = at.actor().id();
        return first(
                () -> when(
                        judge.equals(spent.recordedBy()) || judge.equals(query.by()),
                        () -> new RecorderMayNotJudge(judge, command.spend())),
                () -> notNegative("accepted", accepted),
                () -> when(accepted.exceeds(remaining), () -> new ExceedsSpend(command.spend(), accepted, remaining)),
                () -> when(spent.barred() && accepted.isPositive(), () -> new NeverAccepted(command.spend())),
                () -> when(
                        command.line() != null && line.isEmpty(),
                        () -> new UnknownLine(Objects.requireNonNull(command.line()))),
                () -> when(isAcceptedOtherwise(), () -> new AlreadyJudged(command.spend())),
                () -> remaining.exceeds(accepted) ? reclaimable() : Optional.empty());
    }

    /** A part that was accepted before stays what it is, so that what may come back of it is found where it is. */
    private boolean isAcceptedOtherwise() {
        boolean moves = category() != spent.category() || !Objects.equals(acceptedLine(), spent.line());
        return moves && accepted.isPositive() && !spent.accepted().parts().isEmpty();
    }

    private @Nullable LineId acceptedLine() {
        return line.map(PlanLine::id).orElse(spent.line());
    }

    private Optional<BudgetRefusal> reclaimable() {
        LocalDate earliest = at.today().plusDays(policy().payDays());
        LocalDate payBy = command.payBy();
        return first(
                () -> when(!query.isRipe(at.today()), () -> new AnswerStillDue(command.spend(), query.answerBy())),
                () -> inTable("payBy", payBy, at),
                () -> payBy == null || !payBy.isBefore(earliest)
                        ? Optional.empty()
                        : Optional.of(new PayByTooSoon(payBy, earliest)));
    }

    private Reclaiming policy() {
        return at.policy().reclaiming();
    }

    private void accept(Split split, Draft draft) {
        if (budget.plans().inForceOn(spent.on()).isPresent()) Allocation.reach(spent.servicePeriod(), draft, at);
        Budget before = draft.budget();
        SpendAccepted fact = accepted(split);
        draft.add(fact);
        Excess.raise(command.spend(), fact.line(), spent.servicePeriod(), before, draft, at);
    }

    private SpendAccepted accepted(Split split) {
        return new SpendAccepted(
                command.budget(),
                at.now(),
                command.spend(),
                spent.account(),
                category(),
                acceptedLine(),
                outcome(),
                spent.servicePeriod(),
                split,
                Shares.byFunder(split.total(), budget.fundersOn(spent.on())),
                budget.lead(),
                command.reason(),
                at.actor().id());
    }

    private Category category() {
        return command.category() == null ? spent.category() : command.category();
    }

    private @Nullable OutcomeId outcome() {
        return line.isPresent() ? line.get().outcome() : spent.outcome();
    }

    private Optional<PlanLine> planned(@Nullable LineId id) {
        return budget.plans().inForceOn(spent.on()).stream()
                .flatMap(plan -> plan.lines().stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private SpendReclaimed reclaimed(Split split) {
        Account account = budget.account(spent.account());
        LocalDate payBy = command.payBy();
        return new SpendReclaimed(
                command.budget(),
                at.now(),
                command.spend(),
                new ReclaimId(at.newId("reclaim")),
                spent.account(),
                account.opened().kind(),
                spent.servicePeriod(),
                split,
                query.rules(),
                command.reason(),
                account.opened().holder(),
                payBy == null ? at.today().plusDays(policy().payDays()) : payBy,
                at.today().plusDays(policy().reconsiderationDays()),
                at.actor().id());
    }
}
