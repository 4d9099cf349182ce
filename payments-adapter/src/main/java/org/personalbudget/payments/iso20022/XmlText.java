package org.personalbudget.payments.iso20022;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** XML as it is written out: one element a line, two spaces a level, line feeds, UTF-8. */
final class XmlText {

    private final Writer to;
    private int depth;

    XmlText(OutputStream to) throws IOException {
        this.to = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        this.to.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    void open(String element) throws IOException {
        indent();
        to.write("<" + element + ">\n");
        depth++;
    }

    void close(String element) throws IOException {
        depth--;
        indent();
        to.write("</" + element + ">\n");
    }

    void leaf(String element, String text) throws IOException {
        leaf(element, "", text);
    }

    void leaf(String element, String attributes, String text) throws IOException {
        indent();
        to.write("<" + element + attributes + ">" + escaped(text) + "</" + element + ">\n");
    }

    void end() throws IOException {
        to.flush();
    }

    private void indent() throws IOException {
        to.write("  ".repeat(depth));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
