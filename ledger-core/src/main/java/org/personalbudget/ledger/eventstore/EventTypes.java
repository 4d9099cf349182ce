package org.personalbudget.ledger.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;

/**
 * The stable name and newest revision of every event, found in the sealed families. The name is that of the record;
 * the revision counts the upcasters that lead to it, from 1.
 */
public final class EventTypes {

    /** @param revision the revision that is written now */
    record EventType(String name, int revision, Class<? extends Event> record, List<Upcaster> upcasters) {}

    private final Map<String, EventType> byName = new TreeMap<>();
    private final Map<Class<?>, EventType> byClass = new HashMap<>();

    /**
     * @throws IllegalArgumentException if two events have one name, or upcasters leave a revision out or are for no
     *     event
     */
    public EventTypes(Collection<Class<? extends Event>> families, Collection<? extends Upcaster> upcasters) {
        for (Class<? extends Event> family : families) {
            for (Class<? extends Event> event : Feature.membersOf(family)) add(event, upcasters);
        }
        for (Upcaster upcaster : upcasters) {
            if (!byName.containsKey(upcaster.type())) {
                throw new IllegalArgumentException("an upcaster is for " + upcaster.type() + ", which is no event");
            }
        }
    }

    private void add(Class<? extends Event> event, Collection<? extends Upcaster> upcasters) {
        List<Upcaster> steps = steps(event.getSimpleName(), upcasters);
        var type = new EventType(event.getSimpleName(), steps.size() + 1, event, steps);
        if (byName.putIfAbsent(type.name(), type) != null) {
            throw new IllegalArgumentException("two events are called " + type.name());
        }
        byClass.put(event, type);
    }

    private static List<Upcaster> steps(String name, Collection<? extends Upcaster> upcasters) {
        List<Upcaster> steps = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Upcaster upcaster : upcasters) {
            if (!upcaster.type().equals(name)) continue;
            if (!seen.add(upcaster.from())) {
                throw new IllegalArgumentException("two upcasters of " + name + " start from " + upcaster.from());
            }
            steps.add(upcaster);
        }
        steps.sort((one, other) -> Integer.compare(one.from(), other.from()));
        if (!steps.isEmpty() && (steps.getFirst().from() != 1 || steps.getLast().from() != steps.size())) {
            throw new IllegalArgumentException("the upcasters of " + name + " leave a revision out");
        }
        return List.copyOf(steps);
    }

    EventType of(Class<?> event) {
        EventType type = byClass.get(event);
        if (type == null) throw new IllegalArgumentException(event + " belongs to no family of events");
        return type;
    }

    EventType named(String name) {
        EventType type = byName.get(name);
        if (type == null) throw new IllegalArgumentException("the log holds a " + name + ", which is no event");
        return type;
    }

    Collection<EventType> all() {
        return byName.values();
    }

    /** Every event there is, by name. */
    public Map<String, Class<? extends Event>> records() {
        Map<String, Class<? extends Event>> records = new TreeMap<>();
        byName.forEach((name, type) -> records.put(name, type.record()));
        return records;
    }
}
