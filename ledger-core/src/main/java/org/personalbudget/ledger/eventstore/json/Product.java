package org.personalbudget.ledger.eventstore.json;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A record as an object, its components in their order; a component that is null is left out. */
final class Product implements Shape {

    private final Class<?> type;
    private final MethodHandle constructor;
    private final List<Component> components;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    record Component(String name, Shape shape, MethodHandle accessor, boolean nullable) {}

    Product(Class<?> type, List<Component> components) {
        this.type = type;
        this.constructor = Reflected.constructor(type);
        this.components = List.copyOf(components);
        for (int i = 0; i < components.size(); i++)
            indexes.put(components.get(i).name(), i);
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        out.writeStartObject();
        writeComponents(out, value);
        out.writeEndObject();
    }

    void writeComponents(JsonGenerator out, Object value) {
        for (Component component : components) {
            Object part = Reflected.get(component.accessor(), value);
            if (part != null) {
                out.writeName(component.name());
                component.shape().write(out, part);
            } else if (!component.nullable()) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no " + component.name());
            }
        }
    }

    @Override
    public Object read(JsonParser in) {
        Scalar.expect(in, JsonToken.START_OBJECT);
        return readComponents(in);
    }

    /** Reads up to the end of the object that {@code in} stands in. */
    Object readComponents(JsonParser in) {
        @Nullable Object[] parts = new @Nullable Object[components.size()];
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            Integer index = indexes.get(name);
            if (index == null) throw new Malformed(type.getSimpleName() + " has no " + name);
            in.nextToken();
            parts[index] = components.get(index).shape().read(in);
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null && !components.get(i).nullable()) {
                throw new Malformed(
                        type.getSimpleName() + " lacks its " + components.get(i).name());
            }
        }
        return Reflected.build(constructor, parts);
    }
}
