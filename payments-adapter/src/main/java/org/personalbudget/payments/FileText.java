package org.personalbudget.payments;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.personalbudget.payments.FileUnreadable.Fault;

/** The text of a file in UTF-8, with or without a byte-order mark. */
public final class FileText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /** @throws FileUnreadable if it is empty, has more bytes than that, or is no UTF-8, with the line */
    public static String of(byte[] file, int mostBytes) throws FileUnreadable {
        if (file.length > mostBytes) {
            throw new FileUnreadable(
                    Fault.TOO_LARGE,
                    "line 1",
                    "The file has " + file.length + " bytes; such a file has at most " + mostBytes + ".");
        }
        String text = decoded(file);
        if (text.isBlank()) throw new FileUnreadable(Fault.EMPTY, "line 1", "There is nothing in the file.");
        return text;
    }

    private static String decoded(byte[] file) throws FileUnreadable {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(file.length);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) result = decoder.flush(out);
        if (result.isError()) throw notUtf8(file, in.position());
        out.flip();
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) out.get();
        return out.toString();
    }

    private static FileUnreadable notUtf8(byte[] file, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) if (file[i] == '\n') line++;
        return new FileUnreadable(
                Fault.ENCODING, "line " + line, "The byte at " + (position + 1) + " of the file is no part of UTF-8.");
    }
}
