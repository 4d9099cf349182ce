package org.personalbudget.payments.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.payments.xml.XmlShape.Member;

/** One of the elements that stand around the place where the reader is, and what it has passed in it so far. */
final class XmlLevel {

    /** The root and the message in it are in every path, so no path names them. */
    private static final int UNNAMED = 2;

    private final @Nullable XmlLevel above;
    private final String name;
    private final int index;
    private final int depth;
    private final @Nullable List<Member> expected;
    private final @Nullable String wrong;
    private Map<String, Integer> counts = Map.of();
    private int reached;

    private XmlLevel(
            @Nullable XmlLevel above,
            String name,
            int index,
            int depth,
            @Nullable List<Member> expected,
            @Nullable String wrong) {
        this.above = above;
        this.name = name;
        this.index = index;
        this.depth = depth;
        this.expected = expected;
        this.wrong = wrong;
    }

    static XmlLevel root(String name, XmlShape shape) {
        return new XmlLevel(null, name, 1, 1, shape.inside(name), null);
    }

    XmlLevel inside(String child, XmlShape shape) {
        if (counts.isEmpty()) counts = new HashMap<>();
        int count = counts.merge(child, 1, Integer::sum);
        return new XmlLevel(this, child, count, depth + 1, shape.inside(child), misplaced(child, count));
    }

    private @Nullable String misplaced(String child, int count) {
        if (expected == null) return null;
        for (int i = reached; i < expected.size(); i++) {
            Member member = expected.get(i);
            if (!member.name().equals(child)) continue;
            if (count > 1 && !member.repeats()) return child + " stands twice in " + name + ".";
            reached = i;
            return null;
        }
        boolean earlier = expected.stream().anyMatch(member -> member.name().equals(child));
        return earlier
                ? child + " stands too late in " + name + ", after "
                        + expected.get(reached).name() + "."
                : name + " holds no such element.";
    }

    /** Why this element may not stand where it stands, or null. */
    @Nullable
    String wrong() {
        return wrong;
    }

    /** The first element that has to be in here and is not, or null. */
    @Nullable
    String missing() {
        if (expected == null) return null;
        for (Member member : expected) {
            if (member.required() && !counts.containsKey(member.name())) return member.name();
        }
        return null;
    }

    String name() {
        return name;
    }

    String path() {
        if (above == null || depth <= UNNAMED) return name;
        String step = name + "[" + index + "]";
        return depth == UNNAMED + 1 ? step : above.path() + "/" + step;
    }
}
