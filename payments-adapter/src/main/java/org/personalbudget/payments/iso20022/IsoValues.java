package org.personalbudget.payments.iso20022;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.payments.AccountNumbers;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlElement;

/** What stands in the elements of a message: amounts, dates, directions, accounts. */
final class IsoValues {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,5})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z0-9]{1,34}");
    private static final Pattern REFERENCE = Pattern.compile("[\\x20-\\x7E]{1,35}");

    private IsoValues() {}

    /** An amount in pounds, never below nothing. So many digits that the sum of a whole file still is an amount. */
    static Money amount(XmlElement element) throws FileUnreadable {
        if (!"GBP".equals(element.attribute("Ccy"))) {
            throw element.unreadable(Fault.CURRENCY, "An amount is in GBP, and says so in Ccy.");
        }
        return Money.ofPence(pence(element));
    }

    private static long pence(XmlElement element) throws FileUnreadable {
        if (!AMOUNT.matcher(element.text()).matches()) throw noAmount(element);
        try {
            return new BigDecimal(element.text()).movePointRight(2).longValueExact();
        } catch (ArithmeticException _) {
            throw noAmount(element);
        }
    }

    private static FileUnreadable noAmount(XmlElement element) {
        return element.unreadable(
                Fault.BAD_VALUE, "An amount has at most 10 digits of pounds, a point, and whole pence.");
    }

    /** The amount with the sign that {@code CdtDbtInd} beside it gives: out is negative. */
    static Money signed(Money amount, XmlElement owner) throws FileUnreadable {
        return signed(amount, isCredit(owner));
    }

    static Money signed(Money amount, boolean in) {
        return in ? amount : amount.negated();
    }

    /** Whether {@code CdtDbtInd} says that money came in. */
    static boolean isCredit(XmlElement owner) throws FileUnreadable {
        XmlElement direction = owner.require("CdtDbtInd");
        return switch (direction.text()) {
            case "CRDT" -> true;
            case "DBIT" -> false;
            default -> throw direction.unreadable(Fault.BAD_VALUE, "CdtDbtInd is CRDT or DBIT.");
        };
    }

    /** A date, or the date in a date and time, as it is written: in the zone of whoever wrote it. */
    static LocalDate date(XmlElement element) throws FileUnreadable {
        String text = element.text();
        try {
            if (DATE.matcher(text).matches()) return LocalDate.parse(text.substring(0, 10));
            return LocalDateTime.from(DateTimeFormatter.ISO_DATE_TIME.parse(text))
                    .toLocalDate();
        } catch (DateTimeException _) {
            throw element.unreadable(Fault.BAD_VALUE, element.name() + " is a date, or a date and time, of ISO 8601.");
        }
    }

    /** The date in a choice of {@code Dt} and {@code DtTm}, or null if the choice is not there. */
    static @Nullable LocalDate choiceOfDate(XmlElement owner, String name) throws FileUnreadable {
        XmlElement choice = owner.find(name);
        if (choice == null) return null;
        XmlElement date = choice.find("Dt");
        return date(date == null ? choice.require("DtTm") : date);
    }

    /**
     * An account by its IBAN, else by its own number, as {@link AccountNumbers} has them; a number of eight digits follows the sort code of its agent, if
     * that is named.
     */
    static @Nullable String account(@Nullable XmlElement account, @Nullable XmlElement agent) throws FileUnreadable {
        if (account == null) return null;
        XmlElement id = account.find("Id/IBAN");
        if (id == null) id = account.find("Id/Othr/Id");
        if (id == null) return null;
        String number = AccountNumbers.plain(id.text());
        if (!ACCOUNT.matcher(number).matches()) {
            throw id.unreadable(Fault.BAD_VALUE, "An account is named by at most 34 letters and digits.");
        }
        String sortCode = agent == null ? null : agent.textAt("FinInstnId/ClrSysMmbId/MmbId");
        if (number.matches("[0-9]{8}") && sortCode != null && sortCode.matches("[0-9]{6}")) return sortCode + number;
        return number;
    }

    /**
     * A reference at the end of a path, or null if there is none, or it says that there is none, or it has more than 35
     * characters or accents, as none of ours and none of a bank has.
     */
    static @Nullable String reference(XmlElement owner, String path) throws FileUnreadable {
        String text = owner.textAt(path);
        if (text == null
                || text.equals("NOTPROVIDED")
                || !REFERENCE.matcher(text).matches()) return null;
        return text;
    }

    /** A code, or the bank's own word instead of one, or null if there is neither. */
    static @Nullable String code(XmlElement owner, String path) throws FileUnreadable {
        String code = reference(owner, path + "/Cd");
        return code != null ? code : reference(owner, path + "/Prtry");
    }
}
