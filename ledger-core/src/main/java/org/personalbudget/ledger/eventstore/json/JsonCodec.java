package org.personalbudget.ledger.eventstore.json;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes immutable values as JSON and reads them back. The JSON is a function of the value: the same value is always
 * the same bytes. Reading refuses whatever it would not have written: an unknown property, a missing one, a number
 * where a text belongs.
 *
 * <ul>
 *   <li>a record is an object of its components in their order; one that is null is left out;
 *   <li>a record of one component is that component, so that an id is a UUID and money a number of pence;
 *   <li>a record with a {@code static parse(String)} is its {@code toString()};
 *   <li>a member of a sealed family, where the family is asked for, is an object that begins with its {@code type};
 *   <li>dates are ISO 8601, enums their names, maps objects sorted by key.
 * </ul>
 */
public final class JsonCodec {

    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final ObjectMapper trees = JsonMapper.builder(factory).build();
    private final Shapes shapes;

    /** @param families interfaces that are open, with the sealed interfaces that together make them up */
    public JsonCodec(Map<Class<?>, List<Class<?>>> families) {
        this.shapes = new Shapes(families);
    }

    /** How one type is written and read. Finding it is costly: keep it. */
    public Form formOf(Type type) {
        synchronized (shapes) {
            return new Form(shapes.of(type));
        }
    }

    /** How a record is written as an object, whatever it would be as a part of something else. */
    public Form objectFormOf(Class<?> type) {
        synchronized (shapes) {
            return new Form(shapes.product(type));
        }
    }

    /** JSON as a tree, for whoever changes it. */
    public JsonNode tree(byte[] json) {
        return trees.readTree(json);
    }

    /** A type's way in and out of JSON. Safe for use by many threads. */
    public final class Form {

        private final Shape shape;

        private Form(Shape shape) {
            this.shape = shape;
        }

        /** The value as JSON in UTF-8. */
        public byte[] write(Object value) {
            try (var bytes = new ByteArrayBuilder()) {
                try (JsonGenerator out = trees.createGenerator(bytes)) {
                    shape.write(out, value);
                }
                return bytes.toByteArray();
            }
        }

        /** @throws Malformed if the JSON is not what {@link #write} makes of a value of this type */
        public Object read(byte[] json) {
            try (JsonParser in = trees.createParser(json)) {
                return read(in);
            }
        }

        /** @throws Malformed if the tree is not what {@link #write} makes of a value of this type */
        public Object read(JsonNode tree) {
            try (JsonParser in = trees.treeAsTokens(tree)) {
                return read(in);
            }
        }

        private Object read(JsonParser in) {
            in.nextToken();
            Object value = shape.read(in);
            if (in.nextToken() != null) throw new Malformed("more than one value");
            return value;
        }
    }
}
