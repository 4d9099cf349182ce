package org.personalbudget.payments.ubl;

import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlCursor;
import org.personalbudget.payments.xml.XmlElement;
import org.personalbudget.payments.xml.XmlLimits;
import org.personalbudget.payments.xml.XmlShape;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Turns what the safe reader has read into the tree that schema and rules are written for. Rules and mapping see the same
 * tree, and no second parser sees the file.
 */
final class UblDocuments {

    static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    static final String INVOICE = "Invoice";
    static final String CREDIT_NOTE = "CreditNote";

    /**
     * Some five hundred lines, and a picture of the paper. The published rules compare lines with each other: ten times as
     * many would take a hundred times as long.
     */
    private static final XmlLimits LIMITS = new XmlLimits(5 << 20, 24, 12_000, 5 << 20);

    private static final Map<String, String> PREFIXES =
            Map.of(UBL + "CommonAggregateComponents-2", "cac:", UBL + "CommonBasicComponents-2", "cbc:");

    private UblDocuments() {}

    static UblNode parse(byte[] bytes) throws FileUnreadable {
        try {
            XmlCursor cursor = XmlCursor.open(bytes, LIMITS, XmlShape.any());
            checkRoot(cursor);
            XmlElement root = cursor.element();
            cursor.end();
            return new UblNode(tree(root, cursor.namespace()));
        } catch (FileUnreadable no) {
            throw new FileUnreadable(no.fault(), plain(no.place()), plain(no.detail()));
        }
    }

    private static void checkRoot(XmlCursor cursor) throws FileUnreadable {
        String root = cursor.root();
        boolean known = root.equals(INVOICE) || root.equals(CREDIT_NOTE);
        if (known && cursor.namespace().equals(UBL + root + "-2")) return;
        throw cursor.unreadable(Fault.UNKNOWN_FORMAT, "The file is neither an Invoice nor a CreditNote of UBL 2.1.");
    }

    private static Element tree(XmlElement root, String namespace) {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            return grow(document, document, root, namespace);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java builds empty documents", e);
        }
    }

    private static Element grow(Document document, Node into, XmlElement from, String rootNamespace) {
        String name = from.name();
        int brace = name.lastIndexOf('}');
        String namespace = brace < 0 ? rootNamespace : name.substring(1, brace);
        String local = name.substring(brace + 1);
        Element grown = document.createElementNS(
                namespace.isEmpty() ? null : namespace, PREFIXES.getOrDefault(namespace, "") + local);
        grown.setUserData(UblNode.LINE, from.line(), null);
        from.attributes().forEach(grown::setAttribute);
        if (!from.text().isEmpty()) grown.appendChild(document.createTextNode(from.text()));
        into.appendChild(grown);
        for (XmlElement child : from.children()) grow(document, grown, child, rootNamespace);
        return grown;
    }

    /** Names without the namespaces that everything here has. */
    private static String plain(String text) {
        return text.replaceAll("\\{[^}]*}", "");
    }
}
