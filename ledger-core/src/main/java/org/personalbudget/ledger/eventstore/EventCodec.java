package org.personalbudget.ledger.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.personalbudget.ledger.eventstore.EventTypes.EventType;
import org.personalbudget.ledger.eventstore.json.JsonCodec;
import org.personalbudget.ledger.kernel.CommonRefusal;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON, by stable name and revision. The one decoder, for decisions and for everything that is read. */
public final class EventCodec {

    private final EventTypes types;
    private final JsonCodec json;
    private final Map<Class<?>, JsonCodec.Form> forms = new HashMap<>();

    /** @param refusals the sealed families of refusals, beside the common one */
    public EventCodec(EventTypes types, Collection<Class<? extends Refusal>> refusals) {
        this.types = types;
        this.json = new JsonCodec(Map.of(Refusal.class, with(CommonRefusal.class, refusals)));
        for (EventType type : types.all()) forms.put(type.record(), json.objectFormOf(type.record()));
    }

    private static List<Class<?>> with(Class<?> common, Collection<Class<? extends Refusal>> others) {
        var all = new LinkedHashSet<Class<?>>();
        all.add(common);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** The stable name of an event. */
    public String name(Event event) {
        return types.of(event.getClass()).name();
    }

    /** The revision an event is written in. */
    public int revision(Event event) {
        return types.of(event.getClass()).revision();
    }

    /** The event as JSON in UTF-8, in its newest revision. */
    public byte[] encode(Event event) {
        return formOf(event.getClass()).write(event);
    }

    /**
     * The event that the JSON stands for, taken through every revision since it was written.
     *
     * @throws org.personalbudget.ledger.eventstore.json.Malformed if the JSON is not of that name and revision
     * @throws IllegalArgumentException if there is no such event, or not in that revision yet
     */
    public Event decode(String name, int revision, byte[] payload) {
        EventType type = types.named(name);
        if (revision == type.revision()) return (Event) formOf(type.record()).read(payload);
        if (revision > type.revision()) {
            throw new IllegalArgumentException(name + " of revision " + revision + " is newer than this program");
        }
        var tree = (ObjectNode) json.tree(payload);
        for (Upcaster step :
                type.upcasters().subList(revision - 1, type.upcasters().size())) tree = step.upcast(tree);
        return (Event) formOf(type.record()).read(tree);
    }

    /** Every event there is. */
    public EventTypes types() {
        return types;
    }

    /** How the state of a stream is kept, by the same rules as events. */
    public JsonCodec json() {
        return json;
    }

    private JsonCodec.Form formOf(Class<?> event) {
        return Objects.requireNonNull(forms.get(event), () -> event + " belongs to no family of events");
    }
}
