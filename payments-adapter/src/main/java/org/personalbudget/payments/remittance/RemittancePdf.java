package org.personalbudget.payments.remittance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.payments.remittance.RemittanceAdvice.Item;
import org.personalbudget.payments.remittance.RemittanceAdvice.Reason;

/** Remittance advices as documents to print or keep: A4, as many pages as it takes. */
public final class RemittancePdf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final String NOT_YET = "not yet";

    private static final float TITLE = 18;
    private static final float TEXT = 10;
    private static final float SMALL = 9;

    private static final float LABELS = 50;
    private static final float VALUES = 150;
    private static final float NUMBERS = 50;
    private static final float DAYS = 175;
    private static final float BILLED = 375;
    private static final float APPROVED = 460;
    private static final float DISPUTED = 545;
    private static final float EXPLANATIONS = 62;

    private RemittancePdf() {}

    /** The same bytes for the same advices; each starts on a page of its own. */
    public static byte[] write(String title, List<RemittanceAdvice> advices) {
        try (PdfPages pages = new PdfPages(title, RemittancePdf::heads)) {
            for (int i = 0; i < advices.size(); i++) {
                if (i > 0) pages.turn();
                advice(pages, advices.get(i));
            }
            return pages.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory was not written", e);
        }
    }

    private static void advice(PdfPages pages, RemittanceAdvice advice) {
        pages.text(LABELS, TITLE, "Remittance advice").next(TITLE + 10);
        about(pages, "From", advice.payer());
        about(pages, "To", advice.supplier());
        about(pages, "Payment", advice.payment());
        about(pages, "Reference", advice.reference());
        about(pages, "Due on", day(advice.dueOn()));
        about(pages, "Paid on", day(advice.paidOn()));
        about(pages, "Amount", pounds(advice.amount()));
        pages.next(TEXT);
        heads(pages);
        for (Item item : advice.invoices()) item(pages, item);
    }

    private static void about(PdfPages pages, String label, @Nullable String value) {
        pages.text(LABELS, TEXT, label).text(VALUES, TEXT, value == null ? NOT_YET : value);
        pages.next(TEXT + 5);
    }

    /** What stands over the columns, on every page. */
    private static void heads(PdfPages pages) {
        pages.text(NUMBERS, SMALL, "Invoice").text(DAYS, SMALL, "For");
        pages.textEnding(BILLED, SMALL, "Billed");
        pages.textEnding(APPROVED, SMALL, "Paid");
        pages.textEnding(DISPUTED, SMALL, "Not paid");
        pages.rule(SMALL / 2).next(SMALL + 8);
    }

    private static void item(PdfPages pages, Item item) {
        pages.keep(3 * TEXT);
        pages.text(NUMBERS, TEXT, item.number());
        DateRange service = item.service();
        if (service != null) pages.text(DAYS, TEXT, day(service.first()) + " to " + day(service.last()));
        pages.textEnding(BILLED, TEXT, item.billed().toString());
        pages.textEnding(APPROVED, TEXT, item.approved().toString());
        pages.textEnding(DISPUTED, TEXT, item.disputed().toString());
        pages.next(TEXT + 4);
        pages.paragraph(EXPLANATIONS, DISPUTED, SMALL, "Order " + item.order());
        for (Reason reason : item.reasons()) pages.paragraph(EXPLANATIONS, DISPUTED, SMALL, reason.words());
        pages.next(SMALL / 2);
    }

    private static String pounds(Money amount) {
        return "£" + amount;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }
}
