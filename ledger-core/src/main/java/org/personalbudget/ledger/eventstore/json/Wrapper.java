package org.personalbudget.ledger.eventstore.json;

import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** A record of one component, written as that component: an id as its UUID, money as its pence. */
record Wrapper(Shape inner, MethodHandle accessor, MethodHandle constructor) implements Shape {

    @Override
    public void write(JsonGenerator out, Object value) {
        inner.write(out, unwrapped(value));
    }

    @Override
    public Object read(JsonParser in) {
        return wrapped(inner.read(in));
    }

    @Override
    public boolean isKey() {
        return inner.isKey();
    }

    @Override
    public String toKey(Object value) {
        return inner.toKey(unwrapped(value));
    }

    @Override
    public Object fromKey(String key) {
        return wrapped(inner.fromKey(key));
    }

    private Object unwrapped(Object value) {
        return Objects.requireNonNull(Reflected.get(accessor, value));
    }

    private Object wrapped(Object part) {
        return Reflected.build(constructor, new @Nullable Object[] {part});
    }
}
