package org.personalbudget.payments.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.personalbudget.payments.csv.CsvUnreadable.Fault;

/** Reads tables: double quotes, a header, UTF-8 with or without a byte-order mark; what else they are like a shape says. */
public final class CsvTables {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvTables() {}

    /** @throws CsvUnreadable if these bytes are not a table of that shape, with the line at which that shows */
    public static CsvTable read(byte[] bytes, CsvShape shape) throws CsvUnreadable {
        Iterator<CsvRecord> records = records(text(bytes), shape);
        int skipped = 0;
        long line = 1;
        List<String> columns = List.of();
        List<CsvRow> rows = new ArrayList<>();
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                checkLengths(record, shape);
                if (columns.isEmpty() && skipped < shape.preamble() && !isHeader(record, shape)) skipped++;
                else if (columns.isEmpty()) columns = header(record, shape);
                else rows.add(row(record, columns));
                if (rows.size() > shape.mostRows()) throw tooMany(record, shape);
                line = after(record);
            }
        } catch (CsvParseException _) {
            throw notCsv(line);
        }
        if (columns.isEmpty()) throw new CsvUnreadable(Fault.EMPTY, 1, "The file has no header.");
        return new CsvTable(columns, rows);
    }

    private static String text(byte[] bytes) throws CsvUnreadable {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            long line = 1;
            for (int i = 0; i < in.position(); i++) if (bytes[i] == '\n') line++;
            throw new CsvUnreadable(Fault.NOT_UTF_8, line, "Line " + line + " is not UTF-8.");
        }
        String text = out.flip().toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static boolean isHeader(CsvRecord record, CsvShape shape) {
        return new HashSet<>(record.getFields()).containsAll(shape.required());
    }

    private static Iterator<CsvRecord> records(String text, CsvShape shape) {
        return CsvReader.builder()
                .fieldSeparator(shape.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text)
                .iterator();
    }

    private static List<String> header(CsvRecord record, CsvShape shape) throws CsvUnreadable {
        long line = record.getStartingLineNumber();
        Set<String> seen = new HashSet<>();
        for (String column : record.getFields()) {
            if (!shape.knows(column)) {
                throw new CsvUnreadable(
                        Fault.UNKNOWN_COLUMN,
                        line,
                        "The header has a column that is not known; the columns are " + names(shape) + ".");
            }
            if (!seen.add(column)) {
                throw new CsvUnreadable(Fault.COLUMN_TWICE, line, "The header has the column " + column + " twice.");
            }
        }
        Set<String> missing = new TreeSet<>(shape.required());
        missing.removeAll(seen);
        if (!missing.isEmpty()) {
            throw new CsvUnreadable(
                    Fault.COLUMN_MISSING, line, "The header has not the column " + String.join(", ", missing) + ".");
        }
        return record.getFields();
    }

    private static String names(CsvShape shape) {
        Set<String> names = new TreeSet<>(shape.required());
        names.addAll(shape.optional());
        return String.join(", ", names);
    }

    private static void checkLengths(CsvRecord record, CsvShape shape) throws CsvUnreadable {
        for (String field : record.getFields()) {
            if (field.length() <= shape.longestField()) continue;
            throw new CsvUnreadable(
                    Fault.FIELD_TOO_LONG,
                    record.getStartingLineNumber(),
                    "A field has at most " + shape.longestField() + " characters, not " + field.length() + ".");
        }
    }

    private static CsvRow row(CsvRecord record, List<String> columns) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
            if (!record.getField(i).isEmpty()) fields.put(columns.get(i), record.getField(i));
        }
        return new CsvRow(record.getStartingLineNumber(), record.getFieldCount(), fields);
    }

    /** The line after a record, whose fields may have line ends of their own. */
    private static long after(CsvRecord record) {
        long lines = 1;
        for (String field : record.getFields())
            lines += field.chars().filter(c -> c == '\n').count();
        return record.getStartingLineNumber() + lines;
    }

    private static CsvUnreadable tooMany(CsvRecord record, CsvShape shape) {
        return new CsvUnreadable(
                Fault.TOO_MANY_ROWS,
                record.getStartingLineNumber(),
                "A file has at most " + shape.mostRows() + " rows.");
    }

    /** The library's own words are left out: they may quote the file. */
    private static CsvUnreadable notCsv(long line) {
        return new CsvUnreadable(
                Fault.NOT_CSV,
                line,
                "The record from line " + line + " on is not CSV: a quote is not closed, or stands inside a field"
                        + " without being doubled.");
    }
}
