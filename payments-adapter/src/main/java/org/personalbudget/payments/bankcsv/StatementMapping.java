package org.personalbudget.payments.bankcsv;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the table of one bank or card programme is read. Columns are named as in its header; a table may have others,
 * which are not read. Either one column holds the amount, with its sign or beside one that says which way it went, or
 * one holds what came in and one what went out.
 *
 * @param name of the bank or programme
 * @param dates the pattern of all its dates, as {@link DateTimeFormatter} has them, with {@code uuuu} for the year
 * @param amounts how it writes amounts
 * @param order in which its rows stand
 * @param columns which column holds what
 * @param statuses the words of the status column; none where there is no such column
 * @param directions the words of the direction column; none where there is no such column
 * @param locale in whose words months are written, such as {@code en-US} or {@code cy}; without, as in British and in
 *     American English (7 Sept, 7 Sep)
 * @param separator between two fields: {@code ,} if not given, or {@code ;}, a tab or {@code |}
 * @param preamble how many lines may stand before the header; none if not given
 */
public record StatementMapping(
        String name,
        String dates,
        Amounts amounts,
        Order order,
        Columns columns,
        @Nullable Statuses statuses,
        @Nullable Directions directions,
        @Nullable String locale,
        @Nullable String separator,
        @Nullable Integer preamble) {

    private static final int LONGEST_PREAMBLE = 50;

    /** The sign of an amount in a column of its own; columns for in and out have none. */
    public enum Sign {
        /** What goes out has a minus, or stands in brackets. */
        OUT_IS_NEGATIVE,
        /** What goes out has no sign, what comes in has a minus or stands in brackets: a card's point of view. */
        IN_IS_NEGATIVE,
        /** There is none: another column says which way it went. */
        BY_DIRECTION
    }

    /** In which order the rows stand. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /**
     * @param decimal what stands before the pence: {@code .} or {@code ,}; the other one may group the thousands
     */
    public record Amounts(String decimal, Sign sign) {

        public Amounts {
            if (!Set.of(".", ",").contains(decimal)) throw wrong("a decimal sign is a point or a comma");
            Objects.requireNonNull(sign, "sign");
        }
    }

    /**
     * @param bookedOn the day the bank booked it
     * @param amount null if {@code in} and {@code out} are there
     * @param balance after the row; where a row has one, it has to follow from the row before
     * @param account the account the statement is of; the same in every row
     * @param currency where there is one, it has to say GBP
     * @param text the columns whose words make up the text, in this order
     * @param merchant the merchant category code of a card payment
     * @param direction says which way the amount went, where that has no sign
     */
    public record Columns(
            String bookedOn,
            @Nullable String valueOn,
            @Nullable String amount,
            @Nullable String in,
            @Nullable String out,
            @Nullable String balance,
            @Nullable String account,
            @Nullable String currency,
            @Nullable String status,
            @Nullable String bankReference,
            @Nullable String endToEndId,
            @Nullable String fileReference,
            @Nullable List<String> text,
            @Nullable String counterparty,
            @Nullable String counterpartyAccount,
            @Nullable String merchant,
            @Nullable String returnReason,
            @Nullable String direction) {

        public Columns {
            Objects.requireNonNull(bookedOn, "bookedOn");
            text = text == null ? List.of() : List.copyOf(text);
            boolean one = amount != null && in == null && out == null;
            boolean two = amount == null && in != null && out != null;
            if (!one && !two) throw wrong("there is one column for amounts, or one for in and one for out");
            if (two && direction != null) throw wrong("columns for in and out say which way it went");
        }

        /** All that are named. */
        public Set<String> all() {
            return Stream.concat(
                            Stream.of(
                                            bookedOn,
                                            valueOn,
                                            amount,
                                            in,
                                            out,
                                            balance,
                                            account,
                                            currency,
                                            status,
                                            bankReference,
                                            endToEndId,
                                            fileReference,
                                            counterparty,
                                            counterpartyAccount,
                                            merchant,
                                            returnReason,
                                            direction)
                                    .filter(Objects::nonNull),
                            Objects.requireNonNull(text).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Words of the status column, in any case. A word that is in none of the lists is refused. */
    public record Statuses(List<String> booked, List<String> pending, List<String> declined) {

        public Statuses {
            booked = List.copyOf(booked);
            pending = List.copyOf(pending);
            declined = List.copyOf(declined);
        }
    }

    /** Words of the direction column, in any case. A word that is in neither list is refused. */
    public record Directions(List<String> in, List<String> out) {

        public Directions {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }

    public StatementMapping {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(amounts, "amounts");
        if ((columns.status() == null) != (statuses == null)) {
            throw wrong("a column for the status has words, and no other way round");
        }
        boolean directed = amounts.sign() == Sign.BY_DIRECTION;
        if (directed != (columns.direction() != null) || directed != (directions != null)) {
            throw wrong("a column for the direction has words, and amounts without a sign have such a column");
        }
        if (separator != null && !Set.of(",", ";", "\t", "|").contains(separator)) {
            throw wrong("fields are separated by a comma, a semicolon, a tab or a bar");
        }
        if (preamble != null && (preamble < 0 || preamble > LONGEST_PREAMBLE)) {
            throw wrong("at most " + LONGEST_PREAMBLE + " lines stand before the header");
        }
        var _ = formatters(dates, locale);
    }

    char separatorOrComma() {
        return separator == null ? ',' : separator.charAt(0);
    }

    int mostPreamble() {
        return preamble == null ? 0 : preamble;
    }

    /** A date is one that any of these reads. */
    List<DateTimeFormatter> formatters() {
        return formatters(dates, locale);
    }

    private static List<DateTimeFormatter> formatters(String dates, @Nullable String locale) {
        if (locale == null) return List.of(formatter(dates, Locale.UK), formatter(dates, Locale.US));
        Locale known = Locale.forLanguageTag(locale);
        if (known.getLanguage().isEmpty()) throw wrong("a locale is a language tag such as en-GB");
        return List.of(formatter(dates, known));
    }

    private static DateTimeFormatter formatter(String dates, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(dates)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(reason);
    }
}
