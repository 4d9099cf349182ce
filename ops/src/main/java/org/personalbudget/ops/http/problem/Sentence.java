package org.personalbudget.ops.http.problem;

import org.jspecify.annotations.Nullable;

/**
 * A refusal in words.
 *
 * @param field what the caller would change, as a JSON pointer where it lies in the body, or null
 */
record Sentence(@Nullable String field, String text) {

    static Sentence say(String text) {
        return new Sentence(null, text);
    }

    static Sentence about(String field, String text) {
        return new Sentence(field, text);
    }
}
