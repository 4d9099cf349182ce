package org.personalbudget.ledger.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;

/** What the fixture has seen in the life of this JVM, so that a last test can tell what no test has brought about. */
public final class Seen {

    private static final Set<Class<?>> SEEN = new HashSet<>();

    private Seen() {}

    static void note(Command command, Decision decision) {
        SEEN.add(command.getClass());
        switch (decision) {
            case Decision.Accepted accepted -> accepted.events().forEach(event -> SEEN.add(event.getClass()));
            case Decision.Refused refused -> SEEN.add(refused.refusal().getClass());
        }
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

    static boolean anything() {
        return !SEEN.isEmpty();
    }
}
