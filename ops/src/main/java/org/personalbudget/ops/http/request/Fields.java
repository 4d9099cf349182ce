package org.personalbudget.ops.http.request;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;

/**
 * Reads the fields of a request into values of the domain, and collects what is wrong with them, so that a caller is
 * told everything at once. A field that cannot be read yields a stand-in of its type; {@link #verify()} then keeps the
 * result from being used.
 */
public final class Fields {

    /** What references and codes may look like: nothing that could carry a sentence, a name or an instruction. */
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}";

    private static final String CODE_RULE =
            "must be a code of at most 64 letters, digits and . _ : - that starts with a letter or digit";
    private static final Pattern CODE_FORMAT = Pattern.compile(CODE);
    private static final Pattern INVOICE_FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./_#:-]{0,63}");
    private static final Pattern MERCHANT_FORMAT = Pattern.compile("[0-9]{4}");
    private static final Pattern DECIMAL_FORMAT = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2})?");
    private static final Pattern UUID_FORMAT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORMAT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern SORT_CODE_FORMAT = Pattern.compile("[0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{2}");
    private static final Pattern ACCOUNT_FORMAT = Pattern.compile("[0-9]{6,8}");
    private static final LocalDate SOME_DAY = LocalDate.EPOCH;
    private static final UUID NO_UUID = new UUID(0, 0);
    private static final int MOST_ITEMS = 200;

    private final String path;
    private final List<FieldError> errors;
    private final @Nullable FreeText words;

    private Fields(String path, List<FieldError> errors, @Nullable FreeText words) {
        this.path = path;
        this.errors = errors;
        this.words = words;
    }

    /** The fields of a body, with the words that go to the register. */
    static Fields ofBody(FreeText words) {
        return new Fields("/", new ArrayList<>(), words);
    }

    /** The fields of a body whose words are read as they are. */
    public static Fields ofBody() {
        return new Fields("/", new ArrayList<>(), null);
    }

    /** The parameters of a path or query. */
    public static Fields ofParameters() {
        return new Fields("", new ArrayList<>(), null);
    }

    public Money money(String name, @Nullable String text) {
        return required(name, text, Money.ZERO, this::readMoney);
    }

    public @Nullable Money optionalMoney(String name, @Nullable String text) {
        return text == null ? null : readMoney(name, text);
    }

    public LocalDate date(String name, @Nullable String text) {
        return required(name, text, SOME_DAY, this::readDate);
    }

    public @Nullable LocalDate optionalDate(String name, @Nullable String text) {
        return text == null ? null : readDate(name, text);
    }

    /** Two dates, both inclusive, the second no earlier than the first. */
    public DateRange dates(String from, @Nullable String first, String to, @Nullable String last) {
        LocalDate start = date(from, first);
        LocalDate end = date(to, last);
        if (!end.isBefore(start)) return new DateRange(start, end);
        if (!start.equals(SOME_DAY) && !end.equals(SOME_DAY)) {
            wrong(to, "ends-before-start", "must not be before " + from + " (" + start + ")");
        }
        return new DateRange(start, start);
    }

    public PeriodId period(String name, @Nullable String text) {
        return required(name, text, new PeriodId(1, 1), this::readPeriod);
    }

    /** A code or reference: short, and of letters, digits and {@code . _ : -} only. */
    public String code(String name, @Nullable String text) {
        return required(name, text, "", this::readCode);
    }

    public @Nullable String optionalCode(String name, @Nullable String text) {
        return text == null ? null : readCode(name, text);
    }

    /** A supplier's own number of an invoice. */
    public String invoiceNumber(String name, @Nullable String text) {
        return required(name, text, "", this::readInvoiceNumber);
    }

    public @Nullable String optionalInvoiceNumber(String name, @Nullable String text) {
        return text == null ? null : readInvoiceNumber(name, text);
    }

    private String readInvoiceNumber(String name, String text) {
        return matching(
                INVOICE_FORMAT,
                name,
                text,
                "not-an-invoice-number",
                "must be at most 64 letters, digits, spaces and . / _ # : -");
    }

    public String merchantCode(String name, String text) {
        return matching(MERCHANT_FORMAT, name, text, "not-a-merchant-code", "must be four digits (ISO 18245)");
    }

    public @Nullable String optionalMerchantCode(String name, @Nullable String text) {
        return text == null ? null : merchantCode(name, text);
    }

    /** A quantity of at most two decimals, such as hours a week. */
    public @Nullable Units optionalUnits(String name, @Nullable String text) {
        if (text == null) return null;
        if (DECIMAL_FORMAT.matcher(text).matches()) return Units.of(new BigDecimal(text));
        wrong(name, "not-a-quantity", "must be a number with at most two decimals, such as 12.5");
        return new Units(0);
    }

    /** A percentage as hundredths of a percent. */
    public int percent(String name, @Nullable String text) {
        return required(name, text, 0, (field, given) -> {
            if (DECIMAL_FORMAT.matcher(given).matches()) {
                return new BigDecimal(given).movePointRight(2).intValueExact();
            }
            wrong(field, "not-a-percentage", "must be a percentage with at most two decimals, such as \"70.00\"");
            return 0;
        });
    }

    public UUID uuid(String name, @Nullable String text) {
        return required(name, text, NO_UUID, this::readUuid);
    }

    public @Nullable UUID optionalUuid(String name, @Nullable String text) {
        return text == null ? null : readUuid(name, text);
    }

    public <E extends Enum<E>> E oneOf(String name, @Nullable String text, Class<E> type) {
        E first = type.getEnumConstants()[0];
        return required(name, text, first, (field, given) -> readOneOf(field, given, type));
    }

    public <E extends Enum<E>> E oneOf(String name, @Nullable String text, Class<E> type, E otherwise) {
        return text == null ? otherwise : readOneOf(name, text, type);
    }

    /** Free text for the register: bounded, and without control characters. */
    public String text(String name, @Nullable String text, int longest) {
        return required(name, text, "", (field, given) -> readText(field, given, longest));
    }

    /** Free text that the register keeps: the event gets a note of it. */
    public Note note(String name, @Nullable String text, int longest) {
        return noteOf(name, text(name, text, longest));
    }

    public @Nullable Note optionalNote(String name, @Nullable String text, int longest) {
        return text == null ? null : note(name, text, longest);
    }

    private Note noteOf(String name, String text) {
        if (words == null) throw new IllegalStateException("words go to the register with a request only");
        return words.keep(path + name, text);
    }

    /** Six digits; hyphens and spaces between pairs are left out. */
    public String sortCode(String name, @Nullable String text) {
        return required(name, text, "", (field, given) -> {
            if (SORT_CODE_FORMAT.matcher(given).matches()) return given.replaceAll("[- ]", "");
            wrong(field, "not-a-sort-code", "must be six digits, such as \"08-99-99\"");
            return "";
        });
    }

    /** Eight digits; those of six or seven get zeros in front. */
    public String accountNumber(String name, @Nullable String text) {
        return required(name, text, "", (field, given) -> {
            if (ACCOUNT_FORMAT.matcher(given).matches()) return "0".repeat(8 - given.length()) + given;
            wrong(field, "not-an-account-number", "must be six to eight digits, such as \"66374958\"");
            return "";
        });
    }

    /** An account that the register keeps: the event gets a note of it. */
    public Note account(String sortCode, String accountNumber, String holder) {
        if (words == null) throw new IllegalStateException("accounts go to the register with a request only");
        return words.keep(path, sortCode, accountNumber, holder);
    }

    public @Nullable String optionalText(String name, @Nullable String text, int longest) {
        return text == null ? null : readText(name, text, longest);
    }

    /** Each item of a list, read with the fields of that item. */
    public <T extends @Nullable Object, R> List<R> each(
            String name, @Nullable List<T> items, BiFunction<Fields, T, R> read) {
        if (items == null) {
            wrong(name, "missing-field", "is missing");
            return List.of();
        }
        return eachOf(name, items, read);
    }

    /** As {@link #each}, where a list that is not given is an empty one. */
    public <T extends @Nullable Object, R> List<R> eachIfAny(
            String name, @Nullable List<T> items, BiFunction<Fields, T, R> read) {
        return items == null ? List.of() : eachOf(name, items, read);
    }

    /** Codes, if there are any. */
    public List<String> codes(String name, @Nullable List<String> items) {
        return eachIfAny(name, items, (item, text) -> item.matching(CODE_FORMAT, "", text, "not-a-code", CODE_RULE));
    }

    private <T extends @Nullable Object, R> List<R> eachOf(String name, List<T> items, BiFunction<Fields, T, R> read) {
        if (items.size() > MOST_ITEMS) {
            wrong(name, "too-many-items", "may have at most " + MOST_ITEMS + " items, not " + items.size());
            return List.of();
        }
        List<R> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            if (item == null) wrong(name + "/" + i, "missing-field", "must not be null");
            else all.add(read.apply(new Fields(path + name + "/" + i + "/", errors, words), item));
        }
        return all;
    }

    /** The same collection of errors; the words are about this person, whose erasure erases them. */
    public Fields about(@Nullable PersonRef person) {
        return new Fields(path, errors, words == null ? null : words.about(person));
    }

    /** The same collection of errors, one object deeper. */
    public Fields in(String name) {
        return new Fields(path + name + "/", errors, words);
    }

    public void wrong(String name, String code, String rule) {
        String field = name.isEmpty() ? path.substring(0, path.length() - 1) : path + name;
        errors.add(new FieldError(field, code, field + " " + rule + "."));
    }

    /** What is wrong so far, for whoever does not want to be stopped by it. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Refuses the request if anything was wrong with it. */
    public void verify() {
        if (errors.isEmpty()) return;
        FieldError first = errors.getFirst();
        String more = errors.size() == 1 ? "" : " In all, " + errors.size() + " fields are wrong: see errors.";
        throw new ProblemException(Problem.of(400, first.code(), first.detail() + more)
                .about(first.field())
                .with("errors", List.copyOf(errors)));
    }

    private <R> R required(String name, @Nullable String text, R standIn, BiFunction<String, String, R> read) {
        if (text != null) return read.apply(name, text);
        wrong(name, "missing-field", "is missing");
        return standIn;
    }

    private Money readMoney(String name, String text) {
        try {
            return Money.of(text);
        } catch (IllegalArgumentException e) {
            wrong(name, "not-money", "must be pounds with two decimals as a string, such as \"1240.00\"");
            return Money.ZERO;
        }
    }

    private LocalDate readDate(String name, String text) {
        try {
            if (!DATE_FORMAT.matcher(text).matches()) throw new DateTimeException(text);
            LocalDate date = LocalDate.parse(text);
            DateRange table = PeriodCalendar.standard().range();
            if (!table.contains(date)) {
                wrong(name, "date-out-of-range", "must be a date from " + table.first() + " to " + table.last());
                return SOME_DAY;
            }
            return date;
        } catch (DateTimeException e) {
            wrong(name, "not-a-date", "must be a date such as \"2025-06-02\"");
            return SOME_DAY;
        }
    }

    private PeriodId readPeriod(String name, String text) {
        try {
            PeriodId period = PeriodId.parse(text);
            if (PeriodCalendar.standard().knows(period)) return period;
            wrong(name, "period-out-of-range", "is not in the table of periods");
        } catch (IllegalArgumentException e) {
            wrong(name, "not-a-period", "must be a period such as \"2025-P03\", numbered P01 to P13");
        }
        return new PeriodId(1, 1);
    }

    private String readCode(String name, String text) {
        return matching(CODE_FORMAT, name, text, "not-a-code", CODE_RULE);
    }

    private UUID readUuid(String name, String text) {
        if (UUID_FORMAT.matcher(text).matches()) return UUID.fromString(text);
        wrong(name, "not-a-uuid", "must be a UUID");
        return NO_UUID;
    }

    private String readText(String name, String text, int longest) {
        if (text.isBlank()) wrong(name, "blank-text", "must not be blank");
        else if (text.length() > longest) wrong(name, "text-too-long", "may have at most " + longest + " characters");
        else if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
            wrong(name, "not-text", "must not contain control characters");
        return text;
    }

    private <E extends Enum<E>> E readOneOf(String name, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) if (constant.name().equals(text)) return constant;
        String names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        wrong(name, "not-one-of", "must be one of " + names);
        return type.getEnumConstants()[0];
    }

    private String matching(Pattern pattern, String name, String text, String code, String rule) {
        if (pattern.matcher(text).matches()) return text;
        wrong(name, code, rule);
        return text;
    }
}
