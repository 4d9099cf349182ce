package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.SpendId;

/** Why a spend is not queried, judged or refunded. */
public sealed interface JudgementRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    record UnknownSpend(SpendId spend) implements JudgementRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record AlreadyUnderQuery(SpendId spend) implements JudgementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record NotUnderQuery(SpendId spend) implements JudgementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** It has been judged; another query needs another reason, and what was accepted stays what it was accepted as. */
    record AlreadyJudged(SpendId spend) implements JudgementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** All of it has come back: there is nothing to ask about. */
    record AllRefunded(SpendId spend) implements JudgementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The merchant is of a kind that the policy in force at the time excludes for good. */
    record NeverAccepted(SpendId spend) implements JudgementRefusal {}

    /** A query is raised within one monitoring cycle, or not at all. */
    record QueryOutOfTime(SpendId spend, LocalDate on, LocalDate lastDay) implements JudgementRefusal {}

    /** A query names the rules it is about. */
    record RuleNeeded() implements JudgementRefusal {}

    /** Nothing is reclaimed before the holder has answered, or the time for it is over. */
    record AnswerStillDue(SpendId spend, LocalDate answerBy) implements JudgementRefusal {}

    /** Law 7: nobody judges what they recorded or queried. */
    record RecorderMayNotJudge(ActorId actor, SpendId spend) implements JudgementRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    record ExceedsSpend(SpendId spend, Money amount, Money remaining) implements JudgementRefusal {}

    record BeforeSpend(String field, LocalDate date, LocalDate spentOn) implements JudgementRefusal {}
}
