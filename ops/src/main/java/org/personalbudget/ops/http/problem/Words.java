package org.personalbudget.ops.http.problem;

import java.util.Locale;

/** Names of the domain as they stand in a sentence. */
final class Words {

    private Words() {}

    /** {@code BEFORE_SETTLEMENT} is "before settlement". */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
