package org.personalbudget.ledger.kernel;

import java.util.ArrayList;
import java.util.List;

/** Lists the records of a sealed family, so that nobody keeps a list by hand. */
final class SealedFamily {

    private SealedFamily() {}

    static <T> List<Class<? extends T>> members(Class<T> family) {
        List<Class<? extends T>> members = new ArrayList<>();
        collect(family, family, members);
        return List.copyOf(members);
    }

    private static <T> void collect(Class<T> family, Class<?> type, List<Class<? extends T>> into) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) collect(family, permitted, into);
        } else {
            into.add(type.asSubclass(family));
        }
    }
}
