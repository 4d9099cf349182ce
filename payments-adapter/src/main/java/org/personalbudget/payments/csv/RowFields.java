package org.personalbudget.payments.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.payments.Codes;

/**
 * Reads the fields of one row into values of the domain, and collects what is wrong with them, so that whoever wrote the
 * row is told everything at once. A field that cannot be read yields a stand-in of its type; a row with anything rejected
 * is not used.
 */
public final class RowFields {

    /** The first and the last day that any file may name: beyond, somebody mistyped. */
    private static final DateRange DAYS = new DateRange(LocalDate.of(2000, 1, 1), LocalDate.of(2199, 12, 31));

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern QUANTITY = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,2})?");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

    private final CsvRow row;
    private final List<RejectedField> rejected = new ArrayList<>();

    public RowFields(CsvRow row) {
        this.row = row;
    }

    /** What is wrong so far, in the order in which it was read. */
    public List<RejectedField> rejected() {
        return List.copyOf(rejected);
    }

    public boolean isGood() {
        return rejected.isEmpty();
    }

    public void reject(String field, String rule, String reason) {
        rejected.add(new RejectedField(row.line(), field, rule, reason));
    }

    public boolean has(String field) {
        return row.get(field) != null;
    }

    public String code(String field) {
        return required(field, "", this::readCode);
    }

    public @Nullable String optionalCode(String field) {
        return optional(field, this::readCode);
    }

    public String invoiceNumber(String field) {
        return required(field, "", this::readInvoiceNumber);
    }

    public @Nullable String optionalInvoiceNumber(String field) {
        return optional(field, this::readInvoiceNumber);
    }

    /** Pounds with two decimals. */
    public Money money(String field) {
        return required(field, Money.ZERO, this::readMoney);
    }

    public @Nullable Money optionalMoney(String field) {
        return optional(field, this::readMoney);
    }

    public LocalDate date(String field) {
        return required(field, DAYS.first(), this::readDate);
    }

    public @Nullable LocalDate optionalDate(String field) {
        return optional(field, this::readDate);
    }

    /** Two days, both inclusive. */
    public DateRange dates(String from, String to) {
        int before = rejected.size();
        LocalDate first = date(from);
        LocalDate last = date(to);
        if (!last.isBefore(first)) return new DateRange(first, last);
        if (rejected.size() == before) reject(to, "ends-before-start", to + " must not be before " + from + ".");
        return new DateRange(first, first);
    }

    /** Two days, both inclusive, or neither. */
    public @Nullable DateRange optionalDates(String from, String to) {
        return has(from) || has(to) ? dates(from, to) : null;
    }

    /** A quantity with at most two decimals. */
    public Units units(String field) {
        return required(field, new Units(0), (name, text) -> {
            if (QUANTITY.matcher(text).matches() && new BigDecimal(text).signum() > 0) {
                return Units.of(new BigDecimal(text));
            }
            reject(
                    name,
                    "not-a-quantity",
                    name + " must be a number more than nothing, with at most two decimals, such as 12.5.");
            return new Units(0);
        });
    }

    /** A percentage as hundredths of a percent; nothing where none is written. */
    public int basisPoints(String field) {
        Integer read = this.<Integer>optional(field, (name, text) -> {
            if (PERCENT.matcher(text).matches())
                return new BigDecimal(text).movePointRight(2).intValueExact();
            reject(name, "not-a-percentage", name + " must be a percentage with at most two decimals.");
            return 0;
        });
        return read == null ? 0 : read;
    }

    /** A whole number of at most six digits. */
    public int count(String field) {
        return required(field, 0, (name, text) -> {
            if (COUNT.matcher(text).matches()) return Integer.parseInt(text);
            reject(name, "not-a-count", name + " must be a whole number of at most six digits.");
            return 0;
        });
    }

    public <E extends Enum<E>> E oneOf(String field, Class<E> type, E standard) {
        E read = this.<E>optional(field, (name, text) -> {
            for (E each : type.getEnumConstants()) if (each.name().equals(text)) return each;
            reject(name, "not-a-code", name + " must be one of " + List.of(type.getEnumConstants()) + ".");
            return standard;
        });
        return read == null ? standard : read;
    }

    /** Codes with {@code |} between them. */
    public List<String> codes(String field) {
        String text = row.get(field);
        if (text == null) return List.of();
        List<String> codes = List.of(text.split("\\|", -1));
        for (String code : codes) readCode(field, code);
        return codes;
    }

    private String readCode(String field, String text) {
        return matching(
                field,
                text,
                Codes::isCode,
                "not-a-code",
                " must be a code of at most 64 letters, digits and . _ : - that starts with a letter or digit.");
    }

    private String readInvoiceNumber(String field, String text) {
        return matching(
                field,
                text,
                Codes::isInvoiceNumber,
                "not-an-invoice-number",
                " must be at most 64 letters, digits, spaces and . / _ # : - and start with a letter or digit.");
    }

    private String matching(String field, String text, Predicate<String> good, String rule, String reason) {
        if (!good.test(text)) reject(field, rule, field + reason);
        return text;
    }

    private Money readMoney(String field, String text) {
        try {
            return Money.of(text);
        } catch (IllegalArgumentException _) {
            reject(field, "not-money", field + " must be pounds with two decimals, such as 1240.00.");
            return Money.ZERO;
        }
    }

    private LocalDate readDate(String field, String text) {
        try {
            if (DATE.matcher(text).matches() && DAYS.contains(LocalDate.parse(text))) return LocalDate.parse(text);
        } catch (DateTimeException _) {
            // Told below, as for any other text that is no day.
        }
        reject(field, "not-a-date", field + " must be a date of this century or the next, such as 2025-06-30.");
        return DAYS.first();
    }

    private <T> T required(String field, T standIn, BiFunction<String, String, T> read) {
        String text = row.get(field);
        if (text != null) return read.apply(field, text);
        reject(field, "missing-field", field + " is missing.");
        return standIn;
    }

    private <T> @Nullable T optional(String field, BiFunction<String, String, T> read) {
        String text = row.get(field);
        return text == null ? null : read.apply(field, text);
    }
}
