package org.personalbudget.payments.ubl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.payments.Codes;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/** The texts of a document as values of the domain, exactly or not at all. */
final class UblValues {

    static final String POUNDS = "GBP";

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,10})?");
    private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);

    private UblValues() {}

    static Money amount(UblNode node) throws FileUnreadable {
        if (!POUNDS.equals(node.attribute("currencyID"))) {
            throw node.unreadable(Fault.CURRENCY, node.name() + " must be in GBP.");
        }
        return Money.ofPence(hundredths(node, decimal(node)));
    }

    static Units units(UblNode node) throws FileUnreadable {
        long hundredths = hundredths(node, decimal(node));
        try {
            return new Units(hundredths);
        } catch (IllegalArgumentException _) {
            throw node.unreadable(Fault.BAD_VALUE, node.name() + " is more than anybody delivers.");
        }
    }

    /** Hundredths of a percent. */
    static int basisPoints(UblNode node) throws FileUnreadable {
        BigDecimal percent = decimal(node);
        if (percent.signum() < 0 || percent.compareTo(MOST_PERCENT) > 0) {
            throw node.unreadable(Fault.BAD_VALUE, node.name() + " is no rate of VAT.");
        }
        return (int) hundredths(node, percent);
    }

    /** The price of one unit, which may be given for several. */
    static Money rate(UblNode price) throws FileUnreadable {
        Money amount = amount(price.require("PriceAmount"));
        UblNode base = price.find("BaseQuantity");
        if (base == null) return amount;
        BigDecimal units = decimal(base);
        if (units.signum() <= 0) throw base.unreadable(Fault.BAD_VALUE, "BaseQuantity must be more than nothing.");
        try {
            BigDecimal pence = BigDecimal.valueOf(amount.pence()).divide(units, 0, RoundingMode.UNNECESSARY);
            return Money.ofPence(pence.longValueExact());
        } catch (ArithmeticException _) {
            throw price.unreadable(Fault.BAD_VALUE, "The price of one unit must come to whole pence.");
        }
    }

    static LocalDate date(UblNode node) throws FileUnreadable {
        try {
            if (DATE.matcher(node.text()).matches()) return LocalDate.parse(node.text());
        } catch (DateTimeException _) {
            // Told below, as for any other text that is no day.
        }
        throw node.unreadable(Fault.BAD_VALUE, node.name() + " must be a date of this century, such as 2025-06-30.");
    }

    /** The days of a period, or null if there is none or it has not both its ends. */
    static @Nullable DateRange days(@Nullable UblNode period) throws FileUnreadable {
        if (period == null) return null;
        UblNode start = period.find("StartDate");
        UblNode end = period.find("EndDate");
        if (start == null || end == null) return null;
        LocalDate first = date(start);
        LocalDate last = date(end);
        if (last.isBefore(first)) throw end.unreadable(Fault.BAD_VALUE, "EndDate must not be before StartDate.");
        return new DateRange(first, last);
    }

    static String code(UblNode node) throws FileUnreadable {
        if (Codes.isCode(node.text())) return node.text();
        throw node.unreadable(
                Fault.BAD_VALUE,
                node.name() + " must be at most 64 letters, digits and . _ : - that start with a letter or digit.");
    }

    static String invoiceNumber(UblNode node) throws FileUnreadable {
        if (Codes.isInvoiceNumber(node.text())) return node.text();
        throw node.unreadable(
                Fault.BAD_VALUE,
                node.name() + " must be at most 64 letters, digits, spaces and . / _ # : - that start with a letter"
                        + " or digit.");
    }

    private static BigDecimal decimal(UblNode node) throws FileUnreadable {
        if (DECIMAL.matcher(node.text()).matches()) return new BigDecimal(node.text());
        throw node.unreadable(Fault.BAD_VALUE, node.name() + " must be a number of at most twelve digits.");
    }

    private static long hundredths(UblNode node, BigDecimal number) throws FileUnreadable {
        try {
            return number.movePointRight(2).longValueExact();
        } catch (ArithmeticException _) {
            throw node.unreadable(Fault.BAD_VALUE, node.name() + " must have at most two decimals.");
        }
    }
}
