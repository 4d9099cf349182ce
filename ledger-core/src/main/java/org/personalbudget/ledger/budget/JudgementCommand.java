package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SpendId;

/** What can be asked about a spend that has been recorded. */
public sealed interface JudgementCommand extends BudgetCommand {

    SpendId spend();

    /** Ask about an accepted spend, within one monitoring cycle. */
    record QuerySpend(
            BudgetId budget,
            SpendId spend,
            List<SpendReason> rules,
            @Nullable Note question) implements JudgementCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, PRACTITIONER);
        }
    }

    /** Answer a query; evidence says that a receipt or the like is held now. */
    record AnswerQuery(BudgetId budget, SpendId spend, Note answer, boolean evidence) implements JudgementCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(ACCOUNT_HOLDER, RECONCILER);
        }
    }

    /**
     * Decide a query: accept all, reclaim all, or accept a part and reclaim the rest.
     *
     * @param accepted how much is accepted; null accepts all that is under query, zero reclaims all of it
     * @param category what it was really for, or null as recorded
     * @param line the line it counts on, or null as recorded
     * @param payBy until when what is reclaimed is to be paid, or null for as long as the policy gives
     */
    record JudgeSpend(
            BudgetId budget,
            SpendId spend,
            @Nullable Money accepted,
            @Nullable Category category,
            @Nullable LineId line,
            Note reason,
            @Nullable LocalDate payBy)
            implements JudgementCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** The merchant has paid some of it back into the account. */
    record RecordRefund(BudgetId budget, SpendId spend, Money amount, LocalDate on) implements JudgementCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, SYSTEM);
        }
    }
}
