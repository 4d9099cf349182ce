package org.personalbudget.payments.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.personalbudget.payments.FileText;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/** The JDK's own StAX reader, with everything switched off that could reach out or grow, and its faults named. */
final class XmlEvents {

    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII");

    private final XMLStreamReader reader;
    private final Source source;
    private Supplier<String> path = () -> "the start";

    private XmlEvents(XMLStreamReader reader, Source source) {
        this.reader = reader;
        this.source = source;
    }

    static XmlEvents of(byte[] file, XmlLimits limits) throws FileUnreadable {
        Source source = new Source(FileText.reader(file, limits.bytes()));
        try {
            return new XmlEvents(factory().createXMLStreamReader(source), source);
        } catch (XMLStreamException broken) {
            throw unreadable(broken, source, "the start");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** From here on, whoever is asked says where in the file this is. */
    void at(Supplier<String> path) {
        this.path = path;
    }

    /** Goes to the root element. */
    void toRoot() throws FileUnreadable {
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
            throw unreadable(Fault.ENCODING, "A file is in UTF-8; this one says that it is not.");
        }
        String version = reader.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw unreadable(Fault.UNKNOWN_FORMAT, "A file is XML 1.0; this one says that it is not.");
        }
        while (true) if (advance() == XMLStreamConstants.START_ELEMENT) return;
    }

    void toEnd() throws FileUnreadable {
        while (true) if (advance() == XMLStreamConstants.END_DOCUMENT) return;
    }

    /** The next event that is an element's start or end, text, or the end of the file. */
    int advance() throws FileUnreadable {
        while (true) {
            int event = step();
            switch (event) {
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    // Neither says anything about money.
                }
                case XMLStreamConstants.DTD -> throw unreadable(Fault.DOCTYPE, "A file declares no document type.");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw unreadable(Fault.DOCTYPE, "A file refers to no entity of its own.");
                default -> {
                    return event;
                }
            }
        }
    }

    private int step() throws FileUnreadable {
        try {
            return reader.next();
        } catch (XMLStreamException broken) {
            throw unreadable(broken, source, path.get());
        } catch (RuntimeException broken) {
            // The JDK's scanner has states of its own that it does not expect; the file is what led it there.
            throw unreadable(Fault.MALFORMED, "This is not XML.");
        }
    }

    String localName() {
        return reader.getLocalName();
    }

    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    String text() {
        return reader.getText();
    }

    int textLength() {
        return reader.getTextLength();
    }

    int attributeCount() {
        return reader.getAttributeCount();
    }

    String attributeName(int i) {
        return reader.getAttributeLocalName(i);
    }

    String attributeValue(int i) {
        return reader.getAttributeValue(i);
    }

    /** Whether an attribute has no namespace. */
    boolean attributeIsPlain(int i) {
        @Nullable String uri = reader.getAttributeNamespace(i);
        return uri == null || uri.isEmpty();
    }

    int line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    FileUnreadable unreadable(Fault fault, String detail) {
        return new FileUnreadable(fault, "line " + line() + ", " + path.get(), detail);
    }

    /** The parser's own words are left out: they may quote the file. */
    private static FileUnreadable unreadable(XMLStreamException broken, Source source, String path) {
        int line = broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNumber());
        String place = "line " + line + ", " + path;
        String message = String.valueOf(broken.getMessage());
        if (message.contains("JAXP00")) {
            return new FileUnreadable(Fault.TOO_LARGE, place, "A name or a list of attributes is too long.");
        }
        if (source.exhausted) return new FileUnreadable(Fault.TRUNCATED, place, "The file ends before its end.");
        return new FileUnreadable(Fault.MALFORMED, place, "This is not XML.");
    }

    /** The text, and whether somebody asked for more of it than there is. */
    private static final class Source extends Reader {

        private final Reader text;
        private boolean exhausted;

        Source(Reader text) {
            this.text = text;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = text.read(into, offset, length);
            if (read < 0) exhausted = true;
            return read;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
