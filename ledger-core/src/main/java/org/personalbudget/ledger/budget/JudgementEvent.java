package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SpendId;

/** What happens to a spend after it was recorded. */
public sealed interface JudgementEvent extends BudgetEvent {

    SpendId spend();

    /**
     * A spend is asked about.
     *
     * @param rules the flexible-spend rules that it may not meet
     * @param policyVersion the version they stand in
     * @param answerBy the last day on which the holder may take time over an answer
     * @param split what becomes nobody's expenditure, by source; nothing if the spend was recorded under query
     * @param consumed what of the budget is free again until it is judged
     */
    record SpendQueried(
            BudgetId budget,
            When when,
            SpendId spend,
            List<SpendReason> rules,
            int policyVersion,
            LocalDate answerBy,
            @Nullable Note question,
            AccountId account,
            AccountKind kind,
            Category category,
            @Nullable LineId line,
            @Nullable OutcomeId outcome,
            PeriodId servicePeriod,
            Split split,
            Split consumed,
            Funder lead,
            ActorId by)
            implements JudgementEvent {}

    /** The query was answered. */
    record QueryAnswered(BudgetId budget, When when, SpendId spend, Note answer, boolean evidence, ActorId by)
            implements JudgementEvent {}

    /** A spend under query, or a part of it, is accepted after all. */
    record SpendAccepted(
            BudgetId budget,
            When when,
            SpendId spend,
            AccountId account,
            Category category,
            @Nullable LineId line,
            @Nullable OutcomeId outcome,
            PeriodId servicePeriod,
            Split split,
            Split consumed,
            Funder lead,
            Note reason,
            ActorId by)
            implements JudgementEvent {}

    /** A spend under query, or a part of it, is to be paid back; this is the notice. */
    record SpendReclaimed(
            BudgetId budget,
            When when,
            SpendId spend,
            ReclaimId reclaim,
            AccountId account,
            AccountKind kind,
            PeriodId servicePeriod,
            Split split,
            List<SpendReason> rules,
            Note reason,
            @Nullable PersonRef payer,
            LocalDate payBy,
            LocalDate reconsiderBy,
            ActorId by)
            implements JudgementEvent {}

    /**
     * Money of a spend came back into the account, with the split it went out with.
     *
     * @param underQuery whether the spend is under query
     * @param consumed what of the budget is free again
     */
    record SpendRefunded(
            BudgetId budget,
            When when,
            SpendId spend,
            AccountId account,
            AccountKind kind,
            Category category,
            @Nullable LineId line,
            @Nullable OutcomeId outcome,
            PeriodId servicePeriod,
            Split split,
            Split consumed,
            boolean underQuery,
            Funder lead,
            ActorId by)
            implements JudgementEvent {}

    /** A spend took so much from what other lines left unused that somebody is told. */
    record VirementNotified(
            BudgetId budget,
            When when,
            SpendId spend,
            LineId line,
            PeriodId servicePeriod,
            Money vired,
            Money lineAllocated)
            implements JudgementEvent {}
}
