package org.personalbudget.ops.http.view;

import org.jspecify.annotations.Nullable;

/** Cursors as lists answer them. */
public final class Listing {

    private Listing() {}

    public static @Nullable String cursor(@Nullable Long next) {
        return next == null ? null : Long.toString(next);
    }
}
