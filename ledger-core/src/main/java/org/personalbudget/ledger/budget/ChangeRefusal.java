package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentStanding;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReviewId;

/** Why the course of a budget is not changed. */
public sealed interface ChangeRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** The budget has ended. */
    record BudgetHasEnded(LocalDate lastDay) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The line is suspended on that day and is not paid for. */
    record LineSuspended(LineId line, LocalDate day) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** All of it is suspended on that day already. */
    record AlreadySuspended(LocalDate from) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Nothing is suspended on that day. */
    record NotSuspended(LocalDate on) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The account pays for nothing any more. */
    record AccountHasClosed(AccountId account, LocalDate lastDay) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The account is of that kind already. */
    record SameKind(AccountId account, AccountKind kind) implements ChangeRefusal {}

    /** Money cannot be moved to where it is. */
    record SameAccount(AccountId account) implements ChangeRefusal {}

    /** The instalment has been handed to the bank. */
    record InstalmentNotOpen(PaymentId payment, PaymentStanding standing) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The payment is no instalment. */
    record NotAnInstalment(PaymentId payment) implements ChangeRefusal {}

    /** A budget is lowered only after a reassessment (Care Act 2014, section 27). */
    record ReassessmentNeeded(Money weekly, Money current) implements ChangeRefusal {}

    /** The reassessment was decided on with a higher amount: a lower one needs another (Care Act 2014, section 27). */
    record ReassessmentDecided(ReviewId reassessment, Money weekly, Money decided) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** No such reassessment has been held. */
    record UnknownReassessment(ReviewId reassessment) implements ChangeRefusal {}

    /** The batch proposes nothing for this budget. */
    record UnknownCut(BatchId cut) implements ChangeRefusal {}

    /** No line of the category has a price of one unit. */
    record NothingToUplift(Category category, LocalDate from) implements ChangeRefusal {}

    /** A rise or a cut is of more than nothing and at most 100.00 %. */
    record ChangeOutOfRange(int basisPoints) implements ChangeRefusal {}

    /** A proposal waits for its decision, and a batch does not take its place. */
    record ProposalOpen(int version) implements ChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** A rise above the policy's limit is decided plan by plan. */
    record AboveUpliftLimit(int basisPoints, int limit) implements ChangeRefusal {}

    /** An uplift never lowers a price. */
    record RateNotHigher(Money rate, Money current) implements ChangeRefusal {}
}
