package org.personalbudget.ledger.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Feature;

/**
 * Makes an instance of any record, the same one every time: so that a new event has a sample without anybody writing
 * one. Values differ from component to component, so that two that are mixed up do not go unnoticed.
 */
public final class Samples {

    /** Whether components that may be null are. */
    private final boolean sparse;

    private final Map<Class<?>, Class<?>> chosen;
    private int count;

    private Samples(boolean sparse, Map<Class<?>, Class<?>> chosen) {
        this.sparse = sparse;
        this.chosen = chosen;
    }

    /** An instance with everything it can have. */
    public static <T> T full(Class<T> type) {
        return type.cast(new Samples(false, Map.of()).record(type));
    }

    /** An instance with nothing it can do without: no value that may be null, no element in a list, set or map. */
    public static <T> T sparse(Class<T> type) {
        return type.cast(new Samples(true, Map.of()).record(type));
    }

    /** An instance whose components of an open or sealed type are of the member chosen for it. */
    public static <T> T full(Class<T> type, Map<Class<?>, Class<?>> chosen) {
        return type.cast(new Samples(false, chosen).record(type));
    }

    private Object record(Class<?> type) {
        if (type == PeriodId.class) return new PeriodId(2025, 1 + ++count % 13);
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean absent = sparse && components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = absent ? null : value(components[i].getGenericType(), components[i].getName());
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "no sample of " + type + ": it refuses " + List.of(values), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no sample of " + type, e);
        }
    }

    private Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) return many(generic, name);
        var plain = (Class<?>) type;
        if (chosen.containsKey(plain)) return record(chosen.get(plain));
        if (plain.isEnum()) return plain.getEnumConstants()[++count % plain.getEnumConstants().length];
        if (plain.isRecord()) return record(plain);
        if (plain.isSealed()) return record(Feature.membersOf(plain).getFirst());
        return scalar(plain, name);
    }

    private Object scalar(Class<?> type, String name) {
        int n = ++count;
        if (type == String.class) return name + "-" + n;
        if (type == UUID.class) return UUID.nameUUIDFromBytes((name + n).getBytes(StandardCharsets.UTF_8));
        if (type == LocalDate.class) return LocalDate.of(2025, 6, 2).plusDays(n);
        if (type == Instant.class) return Instant.parse("2025-06-02T09:00:00Z").plusSeconds(n);
        if (type == BigDecimal.class) return BigDecimal.valueOf(100 + n, 2);
        if (type == long.class) return 1_000L + n;
        if (type == int.class || type == Integer.class) return n;
        if (type == boolean.class) return n % 2 == 0;
        throw new IllegalArgumentException("no sample of " + type);
    }

    private Object many(ParameterizedType type, String name) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == List.class)
            return sparse ? List.of() : List.of(value(of[0], name), value(of[0], name));
        if (type.getRawType() == Set.class) return sparse ? Set.of() : Set.of(value(of[0], name));
        if (type.getRawType() == Map.class) return sparse ? Map.of() : Map.of(value(of[0], name), value(of[1], name));
        throw new IllegalArgumentException("no sample of " + type);
    }
}
