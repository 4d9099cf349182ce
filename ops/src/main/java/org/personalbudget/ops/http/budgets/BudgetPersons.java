package org.personalbudget.ops.http.budgets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;

/** Whose budget it is: fixed when it is allocated, so it is looked up in the log once. */
public final class BudgetPersons {

    private static final int MOST = 10_000;

    private final EventReader log;
    private final Map<BudgetId, PersonRef> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BudgetId, PersonRef> eldest) {
            return size() > MOST;
        }
    };

    public BudgetPersons(EventReader log) {
        this.log = log;
    }

    /** The person whose budget it is, or null where there is no such budget. */
    public @Nullable PersonRef of(UUID budget) {
        BudgetId id = new BudgetId(budget);
        synchronized (known) {
            PersonRef person = known.get(id);
            if (person != null) return person;
        }
        Optional<PersonRef> found = log.stream(id.stream(), 1).stream()
                .findFirst()
                .map(first -> ((BudgetAllocated) first.event()).person());
        found.ifPresent(person -> {
            synchronized (known) {
                known.put(id, person);
            }
        });
        return found.orElse(null);
    }
}
