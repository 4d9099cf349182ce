package org.personalbudget.ops.http.budgets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words behind the notes of events, as far as they have not been erased. */
@FunctionalInterface
public interface Statements {

    @Nullable
    String behind(UUID note);
}
