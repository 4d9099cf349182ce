package org.personalbudget.payments.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/**
 * Walks through a file element by element, so that a long statement is never held as a whole. Whatever it passes is
 * checked against the limits and the shape, also what is skipped.
 *
 * <p>{@link #next()} goes into the next element inside the current one; from there either {@link #next()} again, or
 * {@link #element()} or {@link #skip()}, which leave it.
 */
public final class XmlCursor {

    private final XmlEvents events;
    private final XmlLimits limits;
    private final XmlShape shape;
    private final Deque<XmlLevel> levels = new ArrayDeque<>();
    private final String root;
    private final String namespace;
    private int elements;

    private XmlCursor(XmlEvents events, XmlLimits limits, XmlShape shape) throws FileUnreadable {
        this.events = events;
        this.limits = limits;
        this.shape = shape;
        events.toRoot();
        this.root = events.localName();
        this.namespace = events.namespace();
        levels.push(XmlLevel.root(root, shape));
        events.at(this::path);
        elements = 1;
    }

    /** Goes into the root element. */
    public static XmlCursor open(byte[] file, XmlLimits limits, XmlShape shape) throws FileUnreadable {
        return new XmlCursor(XmlEvents.of(file, limits), limits, shape);
    }

    public String root() {
        return root;
    }

    /** The namespace of the root; empty if it has none. */
    public String namespace() {
        return namespace;
    }

    /** Where the current element stands below the message, such as {@code Stmt[1]}. */
    public String path() {
        return levels.isEmpty() ? root : level().path();
    }

    /** Goes into the next element and says its name; null if there is none, and then the current element is left. */
    public @Nullable String next() throws FileUnreadable {
        while (true) {
            switch (events.advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return enter().name();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    leave();
                    return null;
                }
                default -> noText();
            }
        }
    }

    /** All that stands in the current element, which is left. */
    public XmlElement element() throws FileUnreadable {
        XmlLevel level = level();
        int line = events.line();
        Map<String, String> attributes = attributes();
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (true) {
            switch (events.advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    children.add(element());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String words = text.toString().strip();
                    if (!children.isEmpty() && !words.isEmpty()) {
                        throw unreadable(
                                Fault.MALFORMED, "There is text between the elements of " + level.name() + ".");
                    }
                    leave();
                    return new XmlElement(level, line, words, attributes, List.copyOf(children));
                }
                default -> append(text);
            }
        }
    }

    /** Leaves the current element, whatever stands in it. */
    public void skip() throws FileUnreadable {
        int depth = levels.size();
        while (levels.size() >= depth) {
            switch (events.advance()) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> leave();
                default -> append(new StringBuilder());
            }
        }
    }

    /** @throws FileUnreadable if anything but comments and spaces follows the root */
    public void end() throws FileUnreadable {
        events.toEnd();
    }

    /** To be thrown: what is wrong at the current element. */
    public FileUnreadable unreadable(Fault fault, String detail) {
        return events.unreadable(fault, detail);
    }

    private XmlLevel level() {
        return levels.getFirst();
    }

    private XmlLevel enter() throws FileUnreadable {
        String name = events.namespace().equals(namespace)
                ? events.localName()
                : "{" + events.namespace() + "}" + events.localName();
        XmlLevel entered = level().inside(name, shape);
        levels.push(entered);
        String wrong = entered.wrong();
        if (wrong != null) throw unreadable(Fault.ORDER, wrong);
        if (levels.size() > limits.depth()) {
            throw unreadable(Fault.TOO_DEEP, "Elements stand in each other at most " + limits.depth() + " deep.");
        }
        if (++elements > limits.elements()) {
            throw unreadable(Fault.TOO_LARGE, "A file has at most " + limits.elements() + " elements.");
        }
        return entered;
    }

    private void leave() throws FileUnreadable {
        String missing = level().missing();
        if (missing != null) throw unreadable(Fault.MISSING, level().name() + " has no " + missing + ".");
        levels.pop();
    }

    private Map<String, String> attributes() throws FileUnreadable {
        if (events.attributeCount() == 0) return Map.of();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < events.attributeCount(); i++) {
            if (events.attributeValue(i).length() > limits.characters()) throw tooLong();
            if (events.attributeIsPlain(i)) attributes.put(events.attributeName(i), events.attributeValue(i));
        }
        return Map.copyOf(attributes);
    }

    private void append(StringBuilder text) throws FileUnreadable {
        if (text.length() + events.textLength() > limits.characters()) throw tooLong();
        text.append(events.text());
    }

    private void noText() throws FileUnreadable {
        if (!events.text().isBlank()) {
            throw unreadable(Fault.MALFORMED, "There is text between the elements of " + level().name() + ".");
        }
    }

    private FileUnreadable tooLong() {
        return unreadable(Fault.TOO_LARGE, "A text has at most " + limits.characters() + " characters.");
    }
}
