package org.personalbudget.ledger.eventstore.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.personalbudget.ledger.kernel.Refusal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One of several records, told apart by a first property {@code type}: the record's name in lower case with hyphens. */
final class Choice implements Shape {

    private static final String TYPE = "type";

    private record Option(String name, Product product) {}

    private final Class<?> family;
    private final Map<Class<?>, Option> byClass = new HashMap<>();
    private final Map<String, Option> byName = new HashMap<>();

    Choice(Class<?> family, List<Class<?>> members, Function<Class<?>, Product> products) {
        this.family = family;
        for (Class<?> member : members) {
            var option = new Option(Refusal.codeOf(member), products.apply(member));
            byClass.put(member, option);
            if (byName.put(option.name(), option) != null) {
                throw new IllegalArgumentException(family + " has two members called " + option.name());
            }
        }
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        Option option = byClass.get(value.getClass());
        if (option == null) throw new IllegalArgumentException(value.getClass() + " is not known as a " + family);
        out.writeStartObject();
        out.writeName(TYPE);
        out.writeString(option.name());
        option.product().writeComponents(out, value);
        out.writeEndObject();
    }

    @Override
    public Object read(JsonParser in) {
        Scalar.expect(in, JsonToken.START_OBJECT);
        if (!TYPE.equals(in.nextName())) throw new Malformed(family.getSimpleName() + " starts with its type");
        in.nextToken();
        Option option = byName.get(in.getString());
        if (option == null) throw new Malformed(family.getSimpleName() + " has no " + in.getString());
        return option.product().readComponents(in);
    }
}
