package org.personalbudget.payments.bankcsv;

import java.time.format.DateTimeFormatter;
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
 * which are not read. Either one column holds the amount with its sign, or one what came in and one what went out.
 *
 * @param name of the bank or programme
 * @param dates the pattern of all its dates, as {@link DateTimeFormatter} has them, with {@code uuuu} for the year
 * @param amounts how it writes amounts
 * @param order in which its rows stand
 * @param columns which column holds what
 * @param statuses the words of the status column; none where there is no such column
 */
public record StatementMapping(
        String name,
        String dates,
        Amounts amounts,
        Order order,
        Columns columns,
        @Nullable Statuses statuses) {

    /** The sign of an amount in a column of its own; columns for in and out have none. */
    public enum Sign {
        /** What goes out has a minus, or stands in brackets. */
        OUT_IS_NEGATIVE,
        /** What goes out has no sign, what comes in has a minus or stands in brackets: a card's point of view. */
        IN_IS_NEGATIVE
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
     * @param amount with its sign; null if {@code in} and {@code out} are there
     * @param balance after the row; where a row has one, it has to follow from the row before
     * @param account the account the statement is of; the same in every row
     * @param currency where there is one, it has to say GBP
     * @param text the columns whose words make up the text, in this order
     * @param merchant the merchant category code of a card payment
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
            @Nullable String returnReason) {

        public Columns {
            Objects.requireNonNull(bookedOn, "bookedOn");
            text = text == null ? List.of() : List.copyOf(text);
            boolean one = amount != null && in == null && out == null;
            boolean two = amount == null && in != null && out != null;
            if (!one && !two) throw wrong("there is one column for amounts, or one for in and one for out");
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
                                            returnReason)
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

    public StatementMapping {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(amounts, "amounts");
        if ((columns.status() == null) != (statuses == null)) {
            throw wrong("a column for the status has words, and no other way round");
        }
        formatter(dates);
    }

    DateTimeFormatter formatter() {
        return formatter(dates);
    }

    private static DateTimeFormatter formatter(String dates) {
        return DateTimeFormatter.ofPattern(dates, Locale.UK).withResolverStyle(ResolverStyle.STRICT);
    }

    private static IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(reason);
    }
}
