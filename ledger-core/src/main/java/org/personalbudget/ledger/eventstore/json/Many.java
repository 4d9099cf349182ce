package org.personalbudget.ledger.eventstore.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values with any number of parts of one kind. What has no order of its own is written sorted: one value, one JSON. */
sealed interface Many extends Shape {

    static Many list(Shape element) {
        return new Sequence(element, elements -> List.copyOf((Collection<?>) elements), List::copyOf);
    }

    static Many set(Shape element) {
        return new Sequence(
                element,
                elements -> ((Collection<?>) elements)
                        .stream().sorted(Comparator.comparing(element::toKey)).toList(),
                elements -> Collections.unmodifiableSet(new LinkedHashSet<>(elements)));
    }

    /** A list, or a set in the order of its elements as text. */
    record Sequence(Shape element, Function<Object, List<?>> order, Function<List<Object>, Object> collect)
            implements Many {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartArray();
            for (Object each : order.apply(value)) element.write(out, each);
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in) {
            Scalar.expect(in, JsonToken.START_ARRAY);
            List<Object> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) elements.add(element.read(in));
            return collect.apply(elements);
        }
    }

    /** A map, by its keys as text. */
    record Mapping(Shape key, Shape element) implements Many {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartObject();
            ((Map<?, ?>) value)
                    .entrySet().stream()
                            .map(entry -> Map.entry(key.toKey(entry.getKey()), entry.getValue()))
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(entry -> {
                                out.writeName(entry.getKey());
                                element.write(out, entry.getValue());
                            });
            out.writeEndObject();
        }

        @Override
        public Object read(JsonParser in) {
            Scalar.expect(in, JsonToken.START_OBJECT);
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                entries.put(key.fromKey(name), element.read(in));
            }
            return Collections.unmodifiableMap(entries);
        }
    }
}
