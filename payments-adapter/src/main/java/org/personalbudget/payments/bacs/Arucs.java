package org.personalbudget.payments.bacs;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.ReportKind;
import org.personalbudget.ledger.payrun.ReportOrigin;
import org.personalbudget.ledger.payrun.ReportOrigin.Kind;
import org.personalbudget.ledger.payrun.ReportedOutcome;
import org.personalbudget.ledger.payrun.ReportedPayment;
import org.personalbudget.payments.AccountNumbers;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlCursor;
import org.personalbudget.payments.xml.XmlElement;
import org.personalbudget.payments.xml.XmlLimits;
import org.personalbudget.payments.xml.XmlShape;

/**
 * Reads the report of the Bacs automated return of unapplied credits (ARUCS), as XML in the manner of all Bacs advices:
 * what counts stands in attributes.
 *
 * <pre>{@code
 * BACSDocument / Data / ARUCS
 *   Header                      adviceNumber, currentProcessingDate
 *   ServiceLicenseInformation   userNumber
 *   Advice / OriginatingAccountRecords / OriginatingAccountRecord
 *     OriginatingAccount        number, sortCode, name
 *     ReturnedCreditItem        ref, transCode 99, returnCode 0 2 3 5 B C, returnDescription,
 *                               originalProcessingDate, valueOf in pounds, currency GBP
 *       ReceiverAccount         number, sortCode, name
 *     Totals                    numberOf, valueOf, currency
 * }</pre>
 */
public final class Arucs {

    private static final XmlShape SHAPE = XmlShape.of("""
            BACSDocument: Data! SignatureMethod Signature
            Data: ARUCS!
            ARUCS: Header! AddresseeInformation ServiceLicenseInformation Advice*
            Advice: OriginatingAccountRecords*
            OriginatingAccountRecords: OriginatingAccountRecord*
            OriginatingAccountRecord: OriginatingAccount ReturnedCreditItem* Totals
            ReturnedCreditItem: ReceiverAccount
            """);

    /** Details invalid, beneficiary deceased, account transferred, no account, account closed, asked for by remitter. */
    private static final Set<String> CODES = Set.of("0", "2", "3", "5", "B", "C");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}\\.[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Pattern REFERENCE = Pattern.compile("[\\x20-\\x7E]{0,18}");

    private final List<ReportedPayment> payments = new ArrayList<>();
    private final List<ReportOrigin> origins = new ArrayList<>();
    private String advice = "";
    private String user = "";
    private LocalDate on = LocalDate.EPOCH;

    private Arucs() {}

    /** @throws FileUnreadable if it is no such report, or its totals are not those of its items */
    public static PaymentReport read(byte[] file) throws FileUnreadable {
        return new Arucs().report(file);
    }

    private PaymentReport report(byte[] file) throws FileUnreadable {
        XmlCursor xml = XmlCursor.open(file, XmlLimits.BANK_FILE, SHAPE);
        if (!xml.root().equals("BACSDocument")) {
            throw xml.unreadable(Fault.UNKNOWN_FORMAT, "This is no BACSDocument with an ARUCS in it.");
        }
        each(xml, "Data", () -> each(xml, "ARUCS", () -> report(xml)));
        xml.end();
        String id = "ARUCS-" + user + "-" + on + "-" + advice;
        return new PaymentReport(id, ReportKind.ARUCS, on, origins, payments);
    }

    private void report(XmlCursor xml) throws FileUnreadable {
        for (String name = xml.next(); name != null; name = xml.next()) {
            switch (name) {
                case "Header" -> {
                    XmlElement header = xml.element();
                    advice = id(header, "adviceNumber");
                    on = date(header, "currentProcessingDate");
                }
                case "ServiceLicenseInformation" -> {
                    XmlElement licence = xml.element();
                    user = id(licence, "userNumber");
                    origins.add(new ReportOrigin(Kind.SERVICE_USER, licence.path(), user));
                }
                case "Advice" ->
                    each(
                            xml,
                            "OriginatingAccountRecords",
                            () -> each(xml, "OriginatingAccountRecord", () -> account(xml)));
                default -> xml.skip();
            }
        }
    }

    /** What is done inside an element. */
    private interface Inside {
        void read() throws FileUnreadable;
    }

    /** Every element of that name inside the current one, which is left. */
    private static void each(XmlCursor xml, String element, Inside inside) throws FileUnreadable {
        for (String name = xml.next(); name != null; name = xml.next()) {
            if (name.equals(element)) inside.read();
            else xml.skip();
        }
    }

    private void account(XmlCursor xml) throws FileUnreadable {
        int before = payments.size();
        Money sum = Money.ZERO;
        for (String name = xml.next(); name != null; name = xml.next()) {
            switch (name) {
                case "OriginatingAccount" -> from(xml.element());
                case "ReturnedCreditItem" -> sum = sum.plus(item(xml.element()));
                case "Totals" -> check(xml.element(), payments.size() - before, sum);
                default -> xml.skip();
            }
        }
    }

    private void from(XmlElement account) throws FileUnreadable {
        String number = AccountNumbers.plain(require(account, "sortCode") + require(account, "number"));
        origins.add(new ReportOrigin(Kind.ACCOUNT, account.path(), number));
    }

    private Money item(XmlElement item) throws FileUnreadable {
        String code = require(item, "returnCode");
        if (!CODES.contains(code)) {
            throw item.unreadable(Fault.BAD_VALUE, "A returnCode is one of 0, 2, 3, 5, B, C.");
        }
        String reference = require(item, "ref").strip();
        if (!REFERENCE.matcher(reference).matches()) {
            throw item.unreadable(Fault.BAD_VALUE, "A ref has at most 18 characters, without accents.");
        }
        Money amount = amount(item);
        payments.add(new ReportedPayment(
                payments.size() + 1,
                item.path(),
                null,
                reference.isEmpty() ? null : reference,
                null,
                ReportedOutcome.RETURNED,
                code,
                amount,
                on));
        return amount;
    }

    private static void check(XmlElement totals, int count, Money sum) throws FileUnreadable {
        Money said = amount(totals);
        String number = require(totals, "numberOf");
        if (said.equals(sum) && number.equals(Integer.toString(count))) return;
        throw totals.unreadable(
                Fault.OUT_OF_BALANCE,
                "The items are " + count + " of " + sum + " together; the total says otherwise: " + said + ".");
    }

    private static Money amount(XmlElement owner) throws FileUnreadable {
        if (!"GBP".equals(owner.attribute("currency"))) {
            throw owner.unreadable(Fault.CURRENCY, "An amount is in GBP, and says so in currency.");
        }
        String value = require(owner, "valueOf");
        if (!AMOUNT.matcher(value).matches()) {
            throw owner.unreadable(Fault.BAD_VALUE, "A valueOf has at most nine digits of pounds, a point, and pence.");
        }
        return Money.ofPence(new BigDecimal(value).movePointRight(2).longValueExact());
    }

    private static LocalDate date(XmlElement owner, String attribute) throws FileUnreadable {
        try {
            return LocalDate.parse(require(owner, attribute));
        } catch (DateTimeException _) {
            throw owner.unreadable(Fault.BAD_VALUE, attribute + " is a date of ISO 8601.");
        }
    }

    private static String id(XmlElement owner, String attribute) throws FileUnreadable {
        String id = require(owner, attribute);
        if (ID.matcher(id).matches()) return id;
        throw owner.unreadable(Fault.BAD_VALUE, attribute + " has at most 20 letters and digits.");
    }

    private static String require(XmlElement owner, String attribute) throws FileUnreadable {
        @Nullable String value = owner.attribute(attribute);
        if (value != null) return value;
        throw owner.unreadable(Fault.MISSING, owner.name() + " has no " + attribute + ".");
    }
}
