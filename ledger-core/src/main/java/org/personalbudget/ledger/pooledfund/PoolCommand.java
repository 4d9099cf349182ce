package org.personalbudget.ledger.pooledfund;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;

/** Everything that can be asked of a pooled fund. */
public sealed interface PoolCommand extends Command {

    PoolId pool();

    @Override
    default StreamId stream() {
        return pool().stream();
    }

    /** Open a pool that an organisation holds. */
    record OpenPool(PoolId pool, PersonRef holder, LocalDate startsOn) implements PoolCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** From a day on these budgets are its members, with these shares (in hundredths of a percent, together 10,000). */
    record AgreeShares(PoolId pool, LocalDate from, List<MemberShare> members) implements PoolCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** Money of the pool was spent for all its members. */
    record RecordPoolSpend(
            PoolId pool,
            Money amount,
            LocalDate on,
            Category category,
            @Nullable Note reference) implements PoolCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }
}
