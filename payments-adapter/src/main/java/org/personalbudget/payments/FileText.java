package org.personalbudget.payments;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.personalbudget.payments.FileUnreadable.Fault;

/** The text of a file in UTF-8, with or without a byte-order mark. */
public final class FileText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int PIECE = 8_192;

    private FileText() {}

    /** @throws FileUnreadable if it is empty, has more bytes than that, or is no UTF-8, with the line */
    public static String of(byte[] file, int mostBytes) throws FileUnreadable {
        check(file, mostBytes);
        int from = textAt(file);
        return new String(file, from, file.length - from, StandardCharsets.UTF_8);
    }

    /**
     * The same as it is read, so that a long file is not held as text as well.
     *
     * @throws FileUnreadable if it is empty, has more bytes than that, or is no UTF-8, with the line
     */
    public static Reader reader(byte[] file, int mostBytes) throws FileUnreadable {
        check(file, mostBytes);
        int from = textAt(file);
        return new InputStreamReader(new ByteArrayInputStream(file, from, file.length - from), StandardCharsets.UTF_8);
    }

    private static void check(byte[] file, int mostBytes) throws FileUnreadable {
        if (file.length > mostBytes) {
            throw new FileUnreadable(
                    Fault.TOO_LARGE,
                    "line 1",
                    "The file has " + file.length + " bytes; such a file has at most " + mostBytes + ".");
        }
        if (isBlank(file)) throw new FileUnreadable(Fault.EMPTY, "line 1", "There is nothing in the file.");
    }

    private static int textAt(byte[] file) {
        boolean marked = file.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(file, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? BYTE_ORDER_MARK.length : 0;
    }

    /** Goes through all of it, a piece at a time. */
    private static boolean isBlank(byte[] file) throws FileUnreadable {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int from = textAt(file);
        ByteBuffer in = ByteBuffer.wrap(file, from, file.length - from);
        CharBuffer out = CharBuffer.allocate(PIECE);
        boolean blank = true;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) throw notUtf8(file, in.position());
            blank = blank && out.flip().chars().allMatch(Character::isWhitespace);
            if (result.isUnderflow()) return blank;
            out.clear();
        }
    }

    private static FileUnreadable notUtf8(byte[] file, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) if (file[i] == '\n') line++;
        return new FileUnreadable(
                Fault.ENCODING, "line " + line, "The byte at " + (position + 1) + " of the file is no part of UTF-8.");
    }
}
