package org.personalbudget.ledger.eventstore.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes records apart and puts them together, by handles found once. */
final class Reflected {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Reflected() {}

    /** States are made of records that their packages keep to themselves. */
    private static MethodHandles.Lookup into(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, LOOKUP);
    }

    /** The canonical constructor, from an array of all components to the record. */
    static MethodHandle constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return into(type)
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw unreachable(type, e);
        }
    }

    static MethodHandle accessor(RecordComponent component) {
        try {
            return into(component.getDeclaringRecord())
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw unreachable(component.getDeclaringRecord(), e);
        }
    }

    /** The record's {@code static parse(String)}, or null if it has none. */
    static @Nullable MethodHandle parser(Class<?> type) {
        try {
            return into(type)
                    .findStatic(type, "parse", MethodType.methodType(type, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw unreachable(type, e);
        }
    }

    static Object build(MethodHandle constructor, @Nullable Object[] components) {
        try {
            return constructor.invokeExact(components);
        } catch (Throwable e) {
            throw new Malformed("a record refused its components " + Arrays.toString(components), e);
        }
    }

    static @Nullable Object get(MethodHandle accessor, Object record) {
        try {
            return accessor.invokeExact(record);
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor failed", e);
        }
    }

    static Object parse(MethodHandle parser, String text) {
        try {
            return parser.invokeExact(text);
        } catch (Throwable e) {
            throw new Malformed("cannot read " + text, e);
        }
    }

    private static IllegalArgumentException unreachable(Class<?> type, Exception cause) {
        return new IllegalArgumentException(type + " cannot be taken apart", cause);
    }
}
