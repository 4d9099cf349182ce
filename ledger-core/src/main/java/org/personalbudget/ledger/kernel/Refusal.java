package org.personalbudget.ledger.kernel;

import java.util.Locale;

/**
 * A reason why a command changes nothing. A value with the figures that explain it, never a sentence: it is recorded
 * with {@link CommandRefused}, replayed to a retry, and put into words at the edge.
 */
public interface Refusal {

    /** The stable code: the record's name in lower case with hyphens. */
    default String code() {
        return codeOf(getClass());
    }

    /** The name of a record in lower case, its words parted by hyphens. */
    static String codeOf(Class<?> record) {
        return record.getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** What kind of no this is. */
    Nature nature();

    /** The kinds of no that a caller can act on differently. */
    enum Nature {
        /** What the command names does not exist. */
        UNKNOWN,
        /** This person may not do this. */
        FORBIDDEN,
        /** It has been done already, or is in a state that rules it out. */
        CONFLICT,
        /** The rule named by the code is not met. */
        RULE
    }
}
