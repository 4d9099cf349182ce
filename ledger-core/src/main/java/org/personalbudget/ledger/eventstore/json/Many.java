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

    /** By their natural order if they have one, else by what they are called. */
    Comparator<Object> ORDER = (one, other) -> {
        if (one instanceof Comparable<?> comparable && one.getClass() == other.getClass()) {
            @SuppressWarnings("unchecked") // what is comparable is comparable to its own kind
            var natural = (Comparable<Object>) comparable;
            return natural.compareTo(other);
        }
        return one.toString().compareTo(other.toString());
    };

    static Many list(Shape element) {
        return list(element, List::copyOf);
    }

    static Many list(Shape element, Function<List<Object>, Object> collect) {
        return new Sequence(element, elements -> List.copyOf((Collection<?>) elements), collect);
    }

    static Many set(Shape element) {
        return set(element, elements -> Collections.unmodifiableSet(new LinkedHashSet<>(elements)));
    }

    static Many set(Shape element, Function<List<Object>, Object> collect) {
        return new Sequence(
                element,
                elements -> ((Collection<?>) elements).stream().sorted(ORDER).toList(),
                collect);
    }

    static Many map(Shape key, Shape element) {
        return map(key, element, Collections::unmodifiableMap);
    }

    static Many map(Shape key, Shape element, Function<Map<Object, Object>, Object> collect) {
        return key.isKey() ? new Mapping(key, element, collect) : new Pairs(key, element, collect);
    }

    /** A list, or a set in its order. */
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

    /** A map whose keys are names: an object. */
    record Mapping(Shape key, Shape element, Function<Map<Object, Object>, Object> collect) implements Many {
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
            return collect.apply(entries);
        }
    }

    /** A map whose keys have parts: key, value, key, value in one array. */
    record Pairs(Shape key, Shape element, Function<Map<Object, Object>, Object> collect) implements Many {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartArray();
            ((Map<?, ?>) value)
                    .entrySet().stream()
                            .sorted(Comparator.comparing(Map.Entry::getKey, ORDER))
                            .forEach(entry -> {
                                key.write(out, entry.getKey());
                                element.write(out, entry.getValue());
                            });
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in) {
            Scalar.expect(in, JsonToken.START_ARRAY);
            Map<Object, Object> entries = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                Object name = key.read(in);
                in.nextToken();
                entries.put(name, element.read(in));
            }
            return collect.apply(entries);
        }
    }
}
