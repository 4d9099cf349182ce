package org.personalbudget.payments.remittance;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.payments.remittance.RemittanceAdvice.Item;
import org.personalbudget.payments.remittance.RemittanceAdvice.Reason;

/** Remittance advices as tables (RFC 4180, UTF-8): a row for each invoice. */
public final class RemittanceCsv {

    private static final String[] HEADER = {
        "payment",
        "supplier",
        "reference",
        "due_on",
        "paid_on",
        "amount",
        "invoice",
        "order",
        "service_from",
        "service_to",
        "billed",
        "approved",
        "disputed",
        "reasons",
        "explanation"
    };

    /** With one of these in front, a spreadsheet takes a text for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private RemittanceCsv() {}

    /** The same bytes for the same advices. */
    public static byte[] write(List<RemittanceAdvice> advices) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            csv.writeRecord(HEADER);
            for (RemittanceAdvice advice : advices) {
                for (Item item : advice.invoices()) csv.writeRecord(row(advice, item));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a table in memory was not written", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String[] row(RemittanceAdvice advice, Item item) {
        return new String[] {
            text(advice.payment()),
            text(advice.supplier()),
            text(advice.reference()),
            day(advice.dueOn()),
            day(advice.paidOn()),
            advice.amount().toString(),
            text(item.number()),
            text(item.order()),
            item.service() == null ? "" : day(item.service().first()),
            item.service() == null ? "" : day(item.service().last()),
            item.billed().toString(),
            item.approved().toString(),
            item.disputed().toString(),
            item.reasons().stream().map(Reason::code).collect(Collectors.joining("|")),
            text(item.reasons().stream().map(Reason::words).collect(Collectors.joining(" ")))
        };
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        return FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
