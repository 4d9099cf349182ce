package org.personalbudget.ledger.eventstore.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.kernel.Feature;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Finds the shape of a type, once. */
final class Shapes {

    private final Map<Class<?>, List<Class<?>>> families;
    private final Map<Type, Shape> known = new HashMap<>();

    /** @param families interfaces that are open, with the sealed interfaces that together make them up */
    Shapes(Map<Class<?>, List<Class<?>>> families) {
        this.families = families;
    }

    Shape of(Type type) {
        Shape shape = known.get(type);
        if (shape == null) {
            var placeholder = new Recursion(() -> known.get(type));
            known.put(type, placeholder);
            shape = find(type);
            known.put(type, shape);
        }
        return shape;
    }

    /** A record as an object, even where elsewhere it would be written as its only component. */
    Product product(Class<?> type) {
        if (!type.isRecord()) throw new IllegalArgumentException(type + " is not a record");
        List<Product.Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(new Product.Component(
                    component.getName(),
                    of(component.getGenericType()),
                    Reflected.accessor(component),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
        }
        return new Product(type, components);
    }

    private Shape find(Type type) {
        if (type instanceof ParameterizedType generic) return many(generic);
        if (!(type instanceof Class<?> plain)) throw new IllegalArgumentException("no JSON for " + type);
        Shape scalar = Scalar.of(plain);
        if (scalar != null) return scalar;
        if (families.containsKey(plain) || plain.isSealed()) return choice(plain);
        if (plain.isRecord()) return record(plain);
        throw new IllegalArgumentException("no JSON for " + plain);
    }

    private Shape many(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) return Many.list(of(arguments[0]));
        if (type.getRawType() == Set.class) return Many.set(of(arguments[0]));
        if (type.getRawType() == Map.class) return Many.map(of(arguments[0]), of(arguments[1]));
        if (type.getRawType() == PVector.class) return Many.list(of(arguments[0]), TreePVector::from);
        if (type.getRawType() == PSet.class) return Many.set(of(arguments[0]), HashTreePSet::from);
        if (type.getRawType() == PMap.class) return Many.map(of(arguments[0]), of(arguments[1]), HashTreePMap::from);
        throw new IllegalArgumentException("no JSON for " + type);
    }

    private Shape choice(Class<?> family) {
        List<Class<?>> members = families.getOrDefault(family, List.of(family)).stream()
                .flatMap(each -> Feature.membersOf(each).stream())
                .<Class<?>>map(member -> member)
                .toList();
        return new Choice(family, members, this::product);
    }

    private Shape record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1) {
            return new Wrapper(
                    of(components[0].getGenericType()), Reflected.accessor(components[0]), Reflected.constructor(type));
        }
        var parser = Reflected.parser(type);
        return parser == null
                ? product(type)
                : new Scalar.Text(Object::toString, text -> Reflected.parse(parser, text));
    }

    /** Stands in for a shape while that shape is being found: a type may hold values of its own kind. */
    private record Recursion(Supplier<@Nullable Shape> found) implements Shape {
        private Shape shape() {
            Shape shape = found.get();
            if (shape == null) throw new IllegalStateException("used before it was found");
            return shape;
        }

        @Override
        public void write(JsonGenerator out, Object value) {
            shape().write(out, value);
        }

        @Override
        public Object read(JsonParser in) {
            return shape().read(in);
        }
    }
}
