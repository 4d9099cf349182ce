package org.personalbudget.ledger.testing;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.personalbudget.ledger.budget.BudgetEvent.SpendHeld;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;

/** What the fixture has seen in the life of this JVM, so that a last test can tell what no test has brought about. */
public final class Seen {

    private static final Set<Class<?>> SEEN = new HashSet<>();
    private static final Set<SpendReason> REASONS = EnumSet.noneOf(SpendReason.class);

    private Seen() {}

    static void note(Command command, Decision decision) {
        SEEN.add(command.getClass());
        switch (decision) {
            case Decision.Accepted accepted -> accepted.events().forEach(Seen::note);
            case Decision.Refused refused -> SEEN.add(refused.refusal().getClass());
        }
    }

    private static void note(Event event) {
        SEEN.add(event.getClass());
        if (event instanceof SpendRecorded spent) REASONS.addAll(spent.reasons());
        if (event instanceof SpendHeld held) REASONS.addAll(held.reasons());
    }

    /** The records of these sealed families that no test has brought about. */
    public static List<String> missingOf(Class<?>... families) {
        return Stream.of(families)
                .flatMap(family -> Feature.membersOf(family).stream())
                .filter(member -> !SEEN.contains(member))
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    /** The reasons for which no test has queried or held a spend. */
    public static Set<SpendReason> missingReasons() {
        Set<SpendReason> missing = EnumSet.allOf(SpendReason.class);
        missing.removeAll(REASONS);
        return missing;
    }
}
