package org.personalbudget.payments.ubl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of a document, asked by the local names of UBL. */
record UblNode(Element element) {

    /** The user data of an element that holds its line. */
    static final String LINE = "line";

    String name() {
        return element.getLocalName();
    }

    String text() {
        return element.getTextContent();
    }

    @Nullable
    String attribute(String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    List<UblNode> children(String name) {
        List<UblNode> found = new ArrayList<>();
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child && isUbl(child) && name.equals(child.getLocalName())) {
                found.add(new UblNode(child));
            }
        }
        return found;
    }

    private static boolean isUbl(Element element) {
        String namespace = element.getNamespaceURI();
        return namespace != null && namespace.startsWith(UblDocuments.UBL);
    }

    /**
     * What stands at the end of a path of names, or null.
     *
     * @throws FileUnreadable if one of those elements stands there twice
     */
    @Nullable
    UblNode find(String path) throws FileUnreadable {
        UblNode at = this;
        for (String name : path.split("/", -1)) {
            List<UblNode> found = at.children(name);
            if (found.isEmpty()) return null;
            if (found.size() > 1) {
                throw found.get(1).unreadable(Fault.ORDER, name + " stands twice in " + at.name() + ".");
            }
            at = found.getFirst();
        }
        return at;
    }

    UblNode require(String path) throws FileUnreadable {
        UblNode found = find(path);
        if (found == null) throw unreadable(Fault.MISSING, name() + " has no " + path + ".");
        if (found.text().isEmpty()) throw found.unreadable(Fault.MISSING, found.name() + " is empty.");
        return found;
    }

    /** To be thrown: what is wrong with this element. */
    FileUnreadable unreadable(Fault fault, String detail) {
        return new FileUnreadable(fault, place(), detail);
    }

    /** Such as {@code line 72, InvoiceLine[2]/Price}. */
    String place() {
        Object line = element.getUserData(LINE);
        return "line " + (line == null ? 1 : line) + ", " + path();
    }

    private String path() {
        if (!(element.getParentNode() instanceof Element parent)) return name();
        List<UblNode> alike = new UblNode(parent).children(name());
        String step = alike.size() > 1 ? name() + "[" + (alike.indexOf(this) + 1) + "]" : name();
        return parent.getParentNode() instanceof Element ? new UblNode(parent).path() + "/" + step : step;
    }
}
