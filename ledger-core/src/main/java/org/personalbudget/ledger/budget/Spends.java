package org.personalbudget.ledger.budget;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.JudgementEvent.QueryAnswered;
import org.personalbudget.ledger.budget.JudgementEvent.SpendAccepted;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.JudgementEvent.SpendRefunded;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.SpendId;

/** The spends that can still be queried, judged or refunded. */
record Spends(PMap<SpendId, Spent> spent) {

    static final Spends NONE = new Spends(HashTreePMap.empty());

    Spends record(SpendRecorded event) {
        boolean accepted = event.accepted();
        return new Spends(spent.plus(
                event.spend(),
                new Spent(
                        event.account(),
                        event.effectiveOn(),
                        event.servicePeriod(),
                        event.category(),
                        event.line(),
                        event.outcome(),
                        accepted ? event.split() : Split.NOTHING,
                        accepted ? Split.NOTHING : event.split(),
                        event.consumed(),
                        event.recordedBy(),
                        event.reasons().contains(SpendReason.EXCLUDED_MERCHANT),
                        null)));
    }

    Spends query(SpendQueried event) {
        return with(
                event.spend(),
                was -> was.move(
                                event.split().negated(),
                                event.split(),
                                event.consumed().negated())
                        .queried(new Query(rules(was, event.rules()), event.answerBy(), false, event.by())));
    }

    /** Every rule that it was asked about so far, each once. */
    private static List<SpendReason> rules(Spent spent, List<SpendReason> more) {
        Set<SpendReason> rules = EnumSet.noneOf(SpendReason.class);
        if (spent.query() != null) rules.addAll(spent.query().rules());
        rules.addAll(more);
        return List.copyOf(rules);
    }

    Spends answer(QueryAnswered event) {
        return with(event.spend(), Spent::answered);
    }

    Spends accept(SpendAccepted event) {
        return with(
                event.spend(),
                was -> was.move(event.split(), event.split().negated(), event.consumed())
                        .on(event.category(), event.line(), event.outcome()));
    }

    Spends reclaim(SpendReclaimed event) {
        return with(event.spend(), was -> was.move(Split.NOTHING, event.split().negated(), Split.NOTHING));
    }

    /** A reclaim was reconsidered: what of the spend is let off is under query again. */
    Spends release(SpendId spend, Split released) {
        return with(spend, was -> was.move(Split.NOTHING, released, Split.NOTHING));
    }

    Spends refund(SpendRefunded event) {
        Split back = event.split().negated();
        return with(
                event.spend(),
                was -> event.underQuery()
                        ? was.move(Split.NOTHING, back, Split.NOTHING)
                        : was.move(back, Split.NOTHING, event.consumed().negated()));
    }

    private Spends with(SpendId id, UnaryOperator<Spent> change) {
        Spent was = spent.get(id);
        return was == null ? this : new Spends(spent.plus(id, change.apply(was)));
    }
}
