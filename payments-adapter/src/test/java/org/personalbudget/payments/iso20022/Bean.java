package org.personalbudget.payments.iso20022;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another library has read, asked by the names of the elements: its classes differ from version to version. */
record Bean(@Nullable Object value) {

    static Bean of(Object value) {
        return new Bean(value);
    }

    boolean isThere() {
        return value != null;
    }

    /** Nothing has nothing in it. */
    Bean get(String element) {
        if (value == null) return this;
        for (Method method : value.getClass().getMethods()) {
            if (method.getName().equals("get" + element) && method.getParameterCount() == 0) {
                try {
                    return new Bean(method.invoke(value));
                } catch (ReflectiveOperationException broken) {
                    throw new LinkageError(element, broken);
                }
            }
        }
        return new Bean(null);
    }

    List<Bean> list(String element) {
        Object list = get(element).value;
        if (list == null) return List.of();
        return ((List<?>) list).stream().map(Bean::new).toList();
    }

    @Nullable
    String text() {
        return value == null ? null : value.toString();
    }

    /** The text of an element inside, if there is one, else of this one: codes became choices. */
    String firstOf(String element) {
        Bean inside = value instanceof Enum<?> ? new Bean(null) : get(element);
        return String.valueOf(inside.isThere() ? inside.text() : text());
    }
}
