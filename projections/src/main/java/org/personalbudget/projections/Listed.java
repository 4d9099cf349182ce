package org.personalbudget.projections;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page starts, to be handed back as the cursor; null on the last page
 */
public record Listed<T>(List<T> items, @Nullable Long next) {

    /** Makes a page of at most {@code limit} items out of up to one more, which only shows that there is a next page. */
    public static <T> Listed<T> page(List<T> items, int limit, ToLongFunction<T> position) {
        if (items.size() <= limit) return new Listed<>(items, null);
        List<T> page = List.copyOf(items.subList(0, limit));
        return new Listed<>(page, position.applyAsLong(page.getLast()));
    }
}
