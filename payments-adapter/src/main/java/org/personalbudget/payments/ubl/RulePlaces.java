package org.personalbudget.payments.ubl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules say where they are broken by an XPath; a person looks for a line. */
final class RulePlaces {

    /** A step such as {@code /cac:InvoiceLine[2]} or {@code /*:Invoice[namespace-uri()='…'][1]}. */
    private static final Pattern STEP = Pattern.compile(
            "/(@?)(?:[\\w*]+:|Q\\{[^}]*})?(\\w+)(?:\\[namespace-uri\\(\\)='[^']*'])?(?:\\[([0-9]{1,9})])?");

    private RulePlaces() {}

    static String placeOf(@Nullable String path, UblNode root) {
        if (path == null) return root.place();
        Matcher step = STEP.matcher(path);
        UblNode at = root;
        boolean first = true;
        while (step.find()) {
            if (!step.group(1).isEmpty()) return at.place() + "/@" + step.group(2);
            if (!first) {
                List<UblNode> found = at.children(step.group(2));
                int index = step.group(3) == null ? 1 : Integer.parseInt(step.group(3));
                if (index < 1 || index > found.size()) return at.place();
                at = found.get(index - 1);
            }
            first = false;
        }
        return at.place();
    }
}
