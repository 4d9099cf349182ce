package org.personalbudget.payments.openbanking;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.payments.AccountNumbers;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import tools.jackson.databind.JsonNode;

/**
 * One transaction of an answer ({@code OBTransaction}).
 *
 * @param number its place in the list, from 1
 * @param line where it begins in the file
 */
record OpenBankingTransaction(JsonNode node, int number, int line) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,5})?");
    private static final Pattern REFERENCE = Pattern.compile("[\\x20-\\x7E]{1,35}");
    private static final Pattern LONGER_REFERENCE = Pattern.compile("[\\x20-\\x7E]{1,210}");
    private static final Pattern MERCHANT = Pattern.compile("[0-9]{4}");

    /** The bank's id of the account; letters and digits only. */
    String account() throws FileUnreadable {
        return account(require("AccountId"), "AccountId");
    }

    BankLine line(int inStatement) throws FileUnreadable {
        Money amount = amount();
        String other = amount.isNegative() ? "Creditor" : "Debtor";
        String reference = text("TransactionReference");
        String name = text(other + "Account/Name");
        String merchant = text("MerchantDetails/MerchantName");
        LocalDate valueOn = date("ValueDateTime");
        LocalDate bookedOn = date("BookingDateTime");
        if (bookedOn == null) bookedOn = valueOn;
        if (bookedOn == null) throw unreadable(Fault.MISSING, "There is no BookingDateTime.");
        return new BankLine(
                inStatement,
                path(),
                matching(text("TransactionId"), LONGER_REFERENCE),
                bookedOn,
                valueOn,
                amount,
                status(),
                matching(reference, REFERENCE),
                null,
                words(text("TransactionInformation"), reference, merchant),
                name == null ? merchant : name,
                otherAccount(other),
                merchantCode(),
                null);
    }

    private Money amount() throws FileUnreadable {
        if (!"GBP".equals(text("Amount/Currency"))) {
            throw unreadable(Fault.CURRENCY, "An Amount has the Currency GBP.");
        }
        String amount = require("Amount/Amount");
        if (!AMOUNT.matcher(amount).matches()) throw noAmount();
        try {
            Money money = Money.ofPence(new BigDecimal(amount).movePointRight(2).longValueExact());
            return isCredit() ? money : money.negated();
        } catch (ArithmeticException _) {
            throw noAmount();
        }
    }

    private FileUnreadable noAmount() {
        return unreadable(
                Fault.BAD_VALUE, "An Amount is a string with at most 10 digits of pounds, a point, and whole pence.");
    }

    private boolean isCredit() throws FileUnreadable {
        return switch (require("CreditDebitIndicator")) {
            case "Credit", "CRDT" -> true;
            case "Debit", "DBIT" -> false;
            default -> throw unreadable(Fault.BAD_VALUE, "CreditDebitIndicator is Credit or Debit.");
        };
    }

    /** The words of version 3 and the codes of version 4. */
    private LineStatus status() throws FileUnreadable {
        return switch (require("Status")) {
            case "Booked", "BOOK" -> LineStatus.BOOKED;
            case "Pending", "PDNG", "FUTR", "INFO" -> LineStatus.PENDING;
            case "Rejected", "RJCT" -> LineStatus.DECLINED;
            default -> throw unreadable(Fault.BAD_VALUE, "Status is Booked, Pending or Rejected, or a code for it.");
        };
    }

    private @Nullable LocalDate date(String field) throws FileUnreadable {
        String text = text(field);
        if (text == null) return null;
        try {
            return LocalDateTime.from(DateTimeFormatter.ISO_DATE_TIME.parse(text))
                    .toLocalDate();
        } catch (DateTimeException _) {
            throw unreadable(Fault.BAD_VALUE, field + " is a date and time of ISO 8601.");
        }
    }

    private @Nullable String otherAccount(String side) throws FileUnreadable {
        String identification = text(side + "Account/Identification");
        return identification == null ? null : account(identification, side + "Account");
    }

    private String account(String text, String field) throws FileUnreadable {
        String account = AccountNumbers.plain(text);
        if (!account.isEmpty() && account.length() <= 40) return account;
        throw unreadable(Fault.BAD_VALUE, field + " has 1 to 40 letters and digits.");
    }

    private @Nullable MerchantCode merchantCode() throws FileUnreadable {
        String code = text("MerchantDetails/MerchantCategoryCode");
        return code == null || !MERCHANT.matcher(code).matches() ? null : new MerchantCode(code);
    }

    private static @Nullable String matching(@Nullable String text, Pattern pattern) {
        return text == null || !pattern.matcher(text).matches() ? null : text;
    }

    private static String words(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).distinct().collect(Collectors.joining(" "));
    }

    private String require(String path) throws FileUnreadable {
        String text = text(path);
        if (text == null) throw unreadable(Fault.MISSING, "There is no " + path + ".");
        return text;
    }

    /** The string at a path of fields, or null if there is none. */
    private @Nullable String text(String path) throws FileUnreadable {
        JsonNode at = node.at("/" + path);
        if (at.isMissingNode() || at.isNull()) return null;
        if (!at.isString()) throw unreadable(Fault.BAD_VALUE, path + " is a string.");
        String text = at.stringValue().strip();
        return text.isEmpty() ? null : text;
    }

    private String path() {
        return "Data/Transaction[" + number + "]";
    }

    private FileUnreadable unreadable(Fault fault, String detail) {
        return new FileUnreadable(fault, "line " + line + ", " + path(), detail);
    }
}
