package org.personalbudget.ledger.eventstore.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values without parts. Numbers are whole; there is no shape for a floating-point number, so none can be stored. */
sealed interface Scalar extends Shape {

    Map<Class<?>, Scalar> STANDARD = Map.ofEntries(
            Map.entry(String.class, new Text(Object::toString, text -> text)),
            Map.entry(UUID.class, new Text(Object::toString, UUID::fromString)),
            Map.entry(LocalDate.class, new Text(Object::toString, LocalDate::parse)),
            Map.entry(Instant.class, new Text(Object::toString, Instant::parse)),
            Map.entry(BigDecimal.class, new Text(value -> ((BigDecimal) value).toPlainString(), BigDecimal::new)),
            Map.entry(long.class, new Whole(in -> in.getLongValue(), Long::valueOf)),
            Map.entry(Long.class, new Whole(in -> in.getLongValue(), Long::valueOf)),
            Map.entry(int.class, new Whole(in -> in.getIntValue(), Integer::valueOf)),
            Map.entry(Integer.class, new Whole(in -> in.getIntValue(), Integer::valueOf)),
            Map.entry(boolean.class, new Truth()),
            Map.entry(Boolean.class, new Truth()));

    /** The shape of a simple type, or null if it is not one. */
    static @Nullable Scalar of(Class<?> type) {
        if (type.isEnum()) return new Text(value -> ((Enum<?>) value).name(), name -> constant(type, name));
        return STANDARD.get(type);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants())
            if (((Enum<?>) constant).name().equals(name)) return constant;
        throw new Malformed(type.getSimpleName() + " has no " + name);
    }

    /** Anything written as a string. */
    record Text(Function<Object, String> print, Function<String, Object> parse) implements Scalar {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeString(print.apply(value));
        }

        @Override
        public Object read(JsonParser in) {
            expect(in, JsonToken.VALUE_STRING);
            return fromKey(in.getString());
        }

        @Override
        public boolean isKey() {
            return true;
        }

        @Override
        public String toKey(Object value) {
            return print.apply(value);
        }

        @Override
        public Object fromKey(String key) {
            try {
                return parse.apply(key);
            } catch (RuntimeException e) {
                throw new Malformed("cannot read " + key, e);
            }
        }
    }

    /** A whole number. */
    record Whole(Function<JsonParser, Object> read, Function<String, Object> parse) implements Scalar {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeNumber(((Number) value).longValue());
        }

        @Override
        public Object read(JsonParser in) {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return read.apply(in);
        }

        @Override
        public boolean isKey() {
            return true;
        }

        @Override
        public String toKey(Object value) {
            return value.toString();
        }

        @Override
        public Object fromKey(String key) {
            return parse.apply(key);
        }
    }

    /** True or false. */
    record Truth() implements Scalar {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(JsonParser in) {
            return switch (in.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw new Malformed("expected true or false, found " + in.currentToken());
            };
        }
    }

    static void expect(JsonParser in, JsonToken token) {
        if (in.currentToken() != token) throw new Malformed("expected " + token + ", found " + in.currentToken());
    }
}
