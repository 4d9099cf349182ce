package org.personalbudget.payments.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which elements stand in an element, and in which order. Written as a schema is spoken of, one element a line:
 *
 * <pre>{@code
 * Stmt: Id! CreDtTm Acct! Bal* Ntry*
 * }</pre>
 *
 * where {@code !} marks what has to be there and {@code *} what may be there several times. What stands in an element
 * without a line of its own is not looked at.
 */
public final class XmlShape {

    /** One element inside another. */
    public record Member(String name, boolean required, boolean repeats) {}

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, List<Member>> members;

    private XmlShape(Map<String, List<Member>> members) {
        this.members = members;
    }

    /** Anything may stand anywhere: for files that are checked by a published schema. */
    public static XmlShape any() {
        return new XmlShape(Map.of());
    }

    public static XmlShape of(String text) {
        Map<String, List<Member>> members = new HashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            List<Member> inside = SPACES.splitAsStream(line.substring(colon + 1).strip())
                    .map(XmlShape::member)
                    .toList();
            members.put(line.substring(0, colon).strip(), inside);
        }
        return new XmlShape(Map.copyOf(members));
    }

    private static Member member(String word) {
        return new Member(word.replaceAll("[*!]", ""), word.contains("!"), word.contains("*"));
    }

    /** What stands in that element, in order, or null if that is not looked at. */
    public @Nullable List<Member> inside(String element) {
        return members.get(element);
    }
}
