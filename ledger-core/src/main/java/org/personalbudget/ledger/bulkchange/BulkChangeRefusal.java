package org.personalbudget.ledger.bulkchange;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;

/** Every reason for which a bulk change is not ordered. */
public sealed interface BulkChangeRefusal extends Refusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** The batch has been ordered, and was to do something else. */
    record BatchHasOtherTerms(BatchId batch) implements BulkChangeRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** A cut is by a percentage; an uplift is by a percentage or to a price, never both. */
    record OneMeasureNeeded(BulkTerms.Kind kind) implements BulkChangeRefusal {}

    /** More than nothing and at most 100.00 %. */
    record BatchPercentOutOfRange(int basisPoints) implements BulkChangeRefusal {}

    /** Without a decision on each plan, prices rise by no more than the policy lets a batch go. */
    record AbovePolicyLimit(int basisPoints, int limit) implements BulkChangeRefusal {}

    record BatchRateNotPositive(Money rate) implements BulkChangeRefusal {}

    record BatchDateOutOfRange(LocalDate from, LocalDate first, LocalDate last) implements BulkChangeRefusal {}
}
