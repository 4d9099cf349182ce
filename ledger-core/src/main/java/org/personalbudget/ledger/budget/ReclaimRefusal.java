package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/** Why money is not reclaimed, received or let go. */
public sealed interface ReclaimRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    record UnknownReclaim(ReclaimId reclaim) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record UnknownRelief(ReliefId relief) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record NothingToReclaim(AccountId account, Money surplus, Money cap) implements ReclaimRefusal {}

    record ExceedsReclaimable(AccountId account, Money amount, Money reclaimable) implements ReclaimRefusal {}

    record NotAServiceFund(AccountId account, AccountKind kind) implements ReclaimRefusal {}

    /** A service fund may be above its cap for a time. */
    record HeldNotLongEnough(AccountId account, LocalDate since, LocalDate reclaimableFrom) implements ReclaimRefusal {}

    /** A closing reclaim needs an end: of the budget, or of the account. */
    record NotEnded(AccountId account) implements ReclaimRefusal {}

    /** Misuse is reclaimed by judging the spend. */
    record MisuseIsJudged() implements ReclaimRefusal {}

    record PayByTooSoon(LocalDate payBy, LocalDate earliest) implements ReclaimRefusal {}

    /** No money moves before the time for reconsideration is over, or it has been decided. */
    record ReconsiderationOpen(ReclaimId reclaim, LocalDate until) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record ReconsiderationOutOfTime(ReclaimId reclaim, LocalDate lastDay) implements ReclaimRefusal {}

    record ReconsiderationAskedAlready(ReclaimId reclaim) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record ReconsiderationNotAsked(ReclaimId reclaim) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** It has been decided, withdrawn or settled. */
    record ReclaimNotOpen(ReclaimId reclaim) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** It is not final yet. */
    record ReclaimNotDecided(ReclaimId reclaim) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Reconsideration never raises a demand. */
    record ExceedsDemand(ReclaimId reclaim, Money amount, Money demanded) implements ReclaimRefusal {}

    record ExceedsReclaim(ReclaimId reclaim, Money amount, Money outstanding) implements ReclaimRefusal {}

    /** It cannot become a debt: the notice is withdrawn, and notice given of what is there. */
    record AccountHoldsLess(AccountId account, Money amount, Money held) implements ReclaimRefusal {}

    /** Law 7. */
    record NoticeGiverMayNotDecide(ActorId actor, ReclaimId reclaim) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    /** Law 7. */
    record ProposerMayNotRelieve(ActorId actor, ReliefId relief) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    /** Above the limit the panel decides. */
    record AboveReliefLimit(Money amount, Money limit) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    record ReliefNotOpen(ReliefId relief) implements ReclaimRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** What is let go is named. */
    record ReliefNeeds(ReliefOf of, String field) implements ReclaimRefusal {}

    record ExceedsRelievable(ReliefOf of, Money amount, Money relievable) implements ReclaimRefusal {}

    /** To keep a reclaim back from an instalment, name it. */
    record InstalmentNeeded() implements ReclaimRefusal {}

    /** Only a card is unloaded, and only an account that is known can take money in or do without. */
    record RouteNotOfAccount(ReclaimRoute route, @Nullable AccountKind kind) implements ReclaimRefusal {}

    /** What is kept back is never more than is payable of the instalment, in the book of any funder. */
    record ExceedsInstalment(PaymentId payment, Money amount, Money payable) implements ReclaimRefusal {}
}
