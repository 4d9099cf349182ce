package org.personalbudget.payments.bankcsv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.payments.AccountNumbers;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.bankcsv.StatementMapping.Columns;
import org.personalbudget.payments.bankcsv.StatementMapping.Directions;
import org.personalbudget.payments.bankcsv.StatementMapping.Sign;
import org.personalbudget.payments.bankcsv.StatementMapping.Statuses;
import org.personalbudget.payments.csv.CsvRow;

/** One row of a table, read as a mapping says. */
final class RowReader {

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,10}(\\.[0-9]{2})?");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,3}(\\.[0-9]{2})?");
    private static final Pattern REFERENCE = Pattern.compile("[\\x20-\\x7E]{1,35}");
    private static final Pattern MERCHANT = Pattern.compile("[0-9]{4}");
    private static final int LONGEST_ACCOUNT = 34;

    private final CsvRow row;
    private final StatementMapping mapping;
    private final Columns columns;
    private final List<DateTimeFormatter> formatters;

    RowReader(CsvRow row, StatementMapping mapping) {
        this.row = row;
        this.mapping = mapping;
        this.columns = mapping.columns();
        this.formatters = mapping.formatters();
    }

    BankLine line(int number) throws FileUnreadable {
        String currency = text(columns.currency());
        if (columns.currency() != null && !"GBP".equals(currency)) {
            throw unreadable(Fault.CURRENCY, "The column " + columns.currency() + " says GBP in every row.");
        }
        String words = Objects.requireNonNullElse(columns.text(), List.<String>of()).stream()
                .map(this::text)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        String counterpartyAccount = text(columns.counterpartyAccount());
        return new BankLine(
                number,
                place(),
                reference(columns.bankReference()),
                Objects.requireNonNull(date(columns.bookedOn(), true)),
                columns.valueOn() == null ? null : date(columns.valueOn(), false),
                amount(),
                status(),
                reference(columns.endToEndId()),
                reference(columns.fileReference()),
                words,
                text(columns.counterparty()),
                counterpartyAccount == null ? null : account(counterpartyAccount),
                merchant(),
                reference(columns.returnReason()));
    }

    /** The account the row is of; empty if no column says. */
    String account() throws FileUnreadable {
        String column = columns.account();
        return column == null ? "" : account(require(column));
    }

    @Nullable
    Money balance() throws FileUnreadable {
        return text(columns.balance()) == null ? null : money(Objects.requireNonNull(columns.balance()));
    }

    FileUnreadable unreadable(Fault fault, String detail) {
        return new FileUnreadable(fault, place(), detail);
    }

    private String place() {
        return "line " + row.line();
    }

    private @Nullable String text(@Nullable String column) {
        String text = column == null ? null : row.get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private String require(String column) throws FileUnreadable {
        String text = text(column);
        if (text == null) throw unreadable(Fault.MISSING, "There is nothing in the column " + column + ".");
        return text;
    }

    private @Nullable LocalDate date(String column, boolean required) throws FileUnreadable {
        String text = required ? require(column) : text(column);
        if (text == null) return null;
        for (DateTimeFormatter each : formatters) {
            try {
                return LocalDate.from(each.parse(text));
            } catch (DateTimeException _) {
                // Another may read it.
            }
        }
        throw unreadable(Fault.BAD_VALUE, "The column " + column + " holds a date such as " + mapping.dates() + ".");
    }

    private Money amount() throws FileUnreadable {
        if (columns.amount() != null) {
            require(columns.amount());
            if (mapping.amounts().sign() == Sign.BY_DIRECTION) return directed(side(columns.amount()));
            Money amount = money(columns.amount());
            return mapping.amounts().sign() == Sign.IN_IS_NEGATIVE ? amount.negated() : amount;
        }
        Money in = side(columns.in());
        Money out = side(columns.out());
        if (!in.isZero() && !out.isZero()) throw unreadable(Fault.ORDER, "A row is either in or out.");
        if (text(columns.in()) == null && text(columns.out()) == null) {
            throw unreadable(Fault.MISSING, "There is nothing in " + columns.in() + " nor in " + columns.out() + ".");
        }
        return in.minus(out);
    }

    private Money directed(Money amount) throws FileUnreadable {
        String column = Objects.requireNonNull(columns.direction());
        Directions directions = Objects.requireNonNull(mapping.directions());
        String word = require(column);
        if (isIn(directions.in(), word)) return amount;
        if (isIn(directions.out(), word)) return amount.negated();
        throw unreadable(Fault.BAD_VALUE, "The column " + column + " has a word that the mapping lacks.");
    }

    private Money side(@Nullable String column) throws FileUnreadable {
        if (column == null || text(column) == null) return Money.ZERO;
        Money amount = money(column);
        if (amount.isNegative()) throw unreadable(Fault.BAD_VALUE, "The column " + column + " has no signs.");
        return amount;
    }

    /** Pounds, with or without pence, thousands and a pound sign; below nothing with a minus or in brackets. */
    private Money money(String column) throws FileUnreadable {
        String text = require(column).replace("£", "").strip();
        boolean brackets = text.startsWith("(") && text.endsWith(")");
        boolean minus = text.startsWith("-");
        if (brackets) text = text.substring(1, text.length() - 1);
        else if (minus || text.startsWith("+")) text = text.substring(1);
        String digits = text.replace("£", "").strip();
        if (mapping.amounts().decimal().equals(",")) digits = swapped(digits);
        if (!PLAIN.matcher(digits).matches() && !GROUPED.matcher(digits).matches()) {
            throw unreadable(Fault.BAD_VALUE, "The column " + column + " holds an amount of pounds and pence.");
        }
        Money money = Money.ofPence(
                new BigDecimal(digits.replace(",", "")).movePointRight(2).longValueExact());
        return brackets || minus ? money.negated() : money;
    }

    /** Points for commas and commas for points. */
    private static String swapped(String digits) {
        return digits.replace('.', '\u0000').replace(',', '.').replace('\u0000', ',');
    }

    private LineStatus status() throws FileUnreadable {
        Statuses statuses = mapping.statuses();
        if (statuses == null || columns.status() == null) return LineStatus.BOOKED;
        String word = require(columns.status());
        if (isIn(statuses.booked(), word)) return LineStatus.BOOKED;
        if (isIn(statuses.pending(), word)) return LineStatus.PENDING;
        if (isIn(statuses.declined(), word)) return LineStatus.DECLINED;
        throw unreadable(Fault.BAD_VALUE, "The column " + columns.status() + " has a word that the mapping lacks.");
    }

    private static boolean isIn(List<String> words, String word) {
        return words.stream().anyMatch(word::equalsIgnoreCase);
    }

    private @Nullable String reference(@Nullable String column) {
        String text = text(column);
        return text == null || !REFERENCE.matcher(text).matches() ? null : text;
    }

    private String account(String text) throws FileUnreadable {
        String account = AccountNumbers.plain(text);
        if (!account.isEmpty() && account.length() <= LONGEST_ACCOUNT) return account;
        throw unreadable(Fault.BAD_VALUE, "An account is named by at most 34 letters and digits.");
    }

    private @Nullable MerchantCode merchant() throws FileUnreadable {
        String text = text(columns.merchant());
        if (text == null) return null;
        if (MERCHANT.matcher(text).matches()) return new MerchantCode(text);
        throw unreadable(Fault.BAD_VALUE, "A merchant category code has four digits.");
    }
}
