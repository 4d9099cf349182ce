package org.personalbudget.payments.remittance;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Text that flows down pages of A4, in points from the left edge. The font is embedded, so that it looks the same
 * everywhere and its text can be searched and read aloud. Nothing in it comes from a clock.
 */
final class PdfPages implements Closeable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float TOP = PDRectangle.A4.getHeight() - 60;
    private static final float BOTTOM = 60;
    private static final float FOOT = 36;
    private static final float LEFT = 50;
    private static final float RIGHT = 545;
    private static final float FOOT_SIZE = 8;

    private final PDDocument document = new PDDocument();
    private final String title;
    private final Consumer<PdfPages> heads;
    private final PDFont font;
    private PDPageContentStream page;
    private float y = TOP;

    /** @param heads what is written again at the top of every further page */
    PdfPages(String title, Consumer<PdfPages> heads) throws IOException {
        this.title = title;
        this.heads = heads;
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, Objects.requireNonNull(in, FONT), true);
        }
        document.setVersion(1.7f);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("en-GB");
        document.setDocumentId(
                UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
        page = newPage();
    }

    /** Writes from {@code x} on; what the font has not is shown as a question mark. */
    PdfPages text(float x, float size, String text) {
        write(() -> {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, y);
            page.showText(shown(text));
            page.endText();
        });
        return this;
    }

    /** Writes so that it ends at {@code x}. */
    void textEnding(float x, float size, String text) {
        text(x - width(text, size), size, text);
    }

    /** Writes a text that is broken into lines between {@code from} and {@code to}. */
    void paragraph(float from, float to, float size, String text) {
        for (String line : lines(text, size, to - from)) {
            keep(size);
            text(from, size, line).next(size + 3);
        }
    }

    /** Draws a line {@code below} the text, across the page. */
    PdfPages rule(float below) {
        write(() -> {
            page.setLineWidth(0.5f);
            page.moveTo(LEFT, y - below);
            page.lineTo(RIGHT, y - below);
            page.stroke();
        });
        return this;
    }

    void next(float points) {
        y -= points;
    }

    /** Starts a new page unless there is that much left of this one. */
    void keep(float points) {
        if (y - points >= BOTTOM) return;
        turn();
        heads.accept(this);
    }

    /** Starts a new page. */
    void turn() {
        write(() -> {
            page.close();
            page = newPage();
        });
        y = TOP;
    }

    byte[] bytes() throws IOException {
        page.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) foot(document.getPage(i), title + ", page " + (i + 1) + " of " + pages);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void foot(PDPage of, String text) throws IOException {
        page = new PDPageContentStream(document, of, PDPageContentStream.AppendMode.APPEND, true, true);
        y = FOOT;
        text(LEFT, FOOT_SIZE, text);
        page.close();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage added = new PDPage(PDRectangle.A4);
        document.addPage(added);
        return new PDPageContentStream(document, added);
    }

    private List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text, float size) {
        try {
            return font.getStringWidth(shown(text)) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> shown.append(has(each) ? Character.toString(each) : "?"));
        return shown.toString();
    }

    private boolean has(int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return !Character.isISOControl(codePoint);
        } catch (IllegalArgumentException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory was not written", e);
        }
    }
}
