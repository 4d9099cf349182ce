package org.personalbudget.payments.xml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/** One element with all that stands in it, and where it was. */
public final class XmlElement {

    private final XmlLevel level;
    private final int line;
    private final String text;
    private final Map<String, String> attributes;
    private final List<XmlElement> children;

    XmlElement(XmlLevel level, int line, String text, Map<String, String> attributes, List<XmlElement> children) {
        this.level = level;
        this.line = line;
        this.text = text;
        this.attributes = attributes;
        this.children = children;
    }

    /** Its local name, or {@code {namespace}name} if it is of another namespace than the root. */
    public String name() {
        return level.name();
    }

    /** Where it stands below the message, such as {@code Stmt[1]/Ntry[3]}. */
    public String path() {
        return level.path();
    }

    /** Its text without spaces at its ends. */
    public String text() {
        return text;
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** All its attributes that have no namespace. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** The line of the file on which it starts. */
    public int line() {
        return line;
    }

    /** All that stands in it, in order. */
    public List<XmlElement> children() {
        return children;
    }

    public List<XmlElement> children(String child) {
        return children.stream().filter(it -> it.name().equals(child)).toList();
    }

    /**
     * What stands at the end of a path of names, such as {@code Refs/EndToEndId}, or null if there is nothing.
     *
     * @throws FileUnreadable if one of those elements stands there twice
     */
    public @Nullable XmlElement find(String names) throws FileUnreadable {
        XmlElement at = this;
        int from = 0;
        while (at != null && from <= names.length()) {
            int slash = names.indexOf('/', from);
            int end = slash < 0 ? names.length() : slash;
            at = at.only(names.substring(from, end));
            from = end + 1;
        }
        return at;
    }

    private @Nullable XmlElement only(String child) throws FileUnreadable {
        XmlElement found = null;
        for (XmlElement each : children) {
            if (!each.name().equals(child)) continue;
            if (found != null) throw each.unreadable(Fault.ORDER, child + " stands twice in " + name() + ".");
            found = each;
        }
        return found;
    }

    /** The text at the end of a path of names, or null if there is none. */
    public @Nullable String textAt(String names) throws FileUnreadable {
        XmlElement found = find(names);
        return found == null || found.text.isEmpty() ? null : found.text;
    }

    /** @throws FileUnreadable if there is nothing at the end of that path */
    public XmlElement require(String names) throws FileUnreadable {
        XmlElement found = find(names);
        if (found == null) throw unreadable(Fault.MISSING, name() + " has no " + names + ".");
        return found;
    }

    /** @throws FileUnreadable if there is no text at the end of that path */
    public String requireText(String names) throws FileUnreadable {
        XmlElement found = require(names);
        if (found.text.isEmpty()) throw found.unreadable(Fault.MISSING, found.name() + " is empty.");
        return found.text;
    }

    /** To be thrown: what is wrong with this element. */
    public FileUnreadable unreadable(Fault fault, String detail) {
        return new FileUnreadable(fault, "line " + line + ", " + path(), detail);
    }
}
