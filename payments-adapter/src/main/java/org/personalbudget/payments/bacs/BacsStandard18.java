package org.personalbudget.payments.bacs;

import static org.personalbudget.payments.bacs.BacsText.day;
import static org.personalbudget.payments.bacs.BacsText.digits;
import static org.personalbudget.payments.bacs.BacsText.left;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.payments.FileOrders;
import org.personalbudget.payments.FileUnwritable;

/**
 * Writes files of Bacs direct credits in Standard 18, for several processing days ({@code 4 MULTI}): labels of 80
 * characters, records of 106, each ended by a line feed. All credits are balanced by one contra from the payer's
 * account. The same payments make the same bytes.
 *
 * <p>The submission serial number is the last six letters and digits of the file's id, and the payer's statement shows
 * the last eighteen, so that a debit can be told apart from that of another file.
 */
public final class BacsStandard18 {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final Pattern FILE_ID = Pattern.compile("[A-Za-z0-9]{6,35}");
    private static final String CREDIT = "99";
    private static final String CONTRA = "17";
    private static final int TEXT = 18;
    /** Eleven digits of pence. */
    private static final Money MOST = Money.ofPence(99_999_999_999L);

    private final BacsCalendar calendar;

    public BacsStandard18(BacsCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Writes a file as its orders come. Whoever must not send half of one writes it to nowhere first.
     *
     * @throws FileUnwritable if something does not fit; what was written by then lacks contra and trailer
     */
    public void write(PaymentFile file, OutputStream to) throws FileUnwritable, IOException {
        check(file);
        PayRunDates days = calendar.datesFor(file.payOn());
        if (!days.payOn().equals(file.payOn())) {
            throw new FileUnwritable("file", "payOn", "No bank works on " + file.payOn() + ".");
        }
        Records records = new Records(new BufferedOutputStream(to));
        records.labelsBefore(file, days);
        FileOrders.each(file, (order, place) -> {
            check(order, place);
            records.credit(file.payer(), order, days.processing());
        });
        if (file.sum().exceeds(MOST)) {
            throw new FileUnwritable("file", "orders", "All payments of a file together are at most " + MOST + ".");
        }
        records.contra(file, days.processing());
        records.labelsAfter(file, days);
        records.to.flush();
    }

    /** @throws FileUnwritable if this payment does not fit */
    public static void check(PaymentOrder order, String place) throws FileUnwritable {
        account(order.sortCode(), order.accountNumber(), place);
        name(order.payee(), place, "payee");
        if (!order.amount().isPositive() || order.amount().exceeds(MOST)) {
            throw new FileUnwritable(place, "amount", "An amount is from 0.01 to " + MOST + ".");
        }
        String reference = order.bacsReference();
        if (reference.isBlank() || reference.length() > TEXT || !BacsText.isAllowed(reference)) {
            throw new FileUnwritable(place, "bacsReference", "It has 1 to 18 of A-Z, 0-9, . & / - and space.");
        }
    }

    private static void check(PaymentFile file) throws FileUnwritable {
        if (!FILE_ID.matcher(file.id()).matches() || serial(file).equals("000000")) {
            throw new FileUnwritable("file", "id", "It has 6 to 35 letters and digits, not six zeros at its end.");
        }
        Payer payer = file.payer();
        account(payer.sortCode(), payer.accountNumber(), "payer");
        name(payer.name(), "payer", "name");
        if (!SIX_DIGITS.matcher(payer.serviceUserNumber()).matches()) {
            throw new FileUnwritable("payer", "serviceUserNumber", "A service user number has six digits.");
        }
        if (file.count() < 1) throw new FileUnwritable("file", "orders", "A file holds a payment.");
    }

    private static void account(String sortCode, String accountNumber, String place) throws FileUnwritable {
        if (!SIX_DIGITS.matcher(sortCode).matches()) {
            throw new FileUnwritable(place, "sortCode", "A sort code has six digits.");
        }
        if (!EIGHT_DIGITS.matcher(accountNumber).matches()) {
            throw new FileUnwritable(place, "accountNumber", "An account number has eight digits.");
        }
    }

    private static void name(String name, String place, String field) throws FileUnwritable {
        if (BacsText.name(name, TEXT).chars().anyMatch(Character::isLetterOrDigit)) return;
        throw new FileUnwritable(place, field, "A name has a letter or digit that Bacs can carry.");
    }

    private static String serial(PaymentFile file) {
        return file.id().substring(file.id().length() - 6).toUpperCase(Locale.ROOT);
    }

    /** The labels and records, with the positions of each field as Standard 18 has them, from 1. */
    private record Records(OutputStream to) {

        void labelsBefore(PaymentFile file, PayRunDates days) throws IOException {
            volume(file);
            line("HDR1" + file(file, days));
            line("HDR2" + FORMAT);
            header(days.processing());
        }

        void labelsAfter(PaymentFile file, PayRunDates days) throws IOException {
            line("EOF1" + file(file, days));
            line("EOF2" + FORMAT);
            trailer(file.sum(), file.count());
        }

        /** 5–10 submission serial number, 42–47 service user number, 80 standard level. */
        private void volume(PaymentFile file) throws IOException {
            line(left("VOL1" + serial(file), 41) + left(file.payer().serviceUserNumber(), 38) + "1");
        }

        /**
         * 5–21 file identifier, 22–27 set identification, 28–31 section, 32–35 sequence, 42–47 created, 48–53 may be
         * overwritten from, 55–60 block count.
         */
        private static String file(PaymentFile file, PayRunDates days) {
            String user = file.payer().serviceUserNumber();
            LocalDate createdOn = LocalDate.ofInstant(file.createdAt(), LONDON);
            return left("A" + user + "S  1" + user + serial(file) + "00010001", 37)
                    + left(day(createdOn) + day(days.payOn()), 13)
                    + left("000000", 26);
        }

        /** 5 fixed length, 6–10 block of twenty records, 11–15 record, 51–52 buffer offset. */
        private static final String FORMAT = left(left("F0212000106", 46) + "00", 76);

        /** 5–10 processing day, 11–20 receiving party, 21–22 currency, 23–28 country, 29–37 work code, 38–40 file. */
        private void header(LocalDate processing) throws IOException {
            line(left("UHL1" + day(processing) + "999999    " + "00" + "000000" + "4 MULTI  " + "001", 80));
        }

        /** 5–17 debits, 18–30 credits, in pence; 31–37 and 38–44 how many of each. */
        private void trailer(Money total, int credits) throws IOException {
            String value = digits(total.pence(), 13);
            line(left("UTL1" + value + value + digits(1, 7) + digits(credits, 7), 80));
        }

        void credit(Payer payer, PaymentOrder order, LocalDate processing) throws IOException {
            record(
                    order.sortCode() + order.accountNumber(),
                    CREDIT,
                    payer,
                    order.amount(),
                    left(BacsText.name(payer.name(), TEXT), TEXT),
                    left(order.bacsReference(), TEXT),
                    left(BacsText.name(order.payee(), TEXT), TEXT),
                    processing);
        }

        /** The debit that balances all credits: to and from the payer's own account. */
        void contra(PaymentFile file, LocalDate processing) throws IOException {
            Payer payer = file.payer();
            String id = file.id().substring(Math.max(0, file.id().length() - TEXT));
            record(
                    payer.sortCode() + payer.accountNumber(),
                    CONTRA,
                    payer,
                    file.sum(),
                    left(id.toUpperCase(Locale.ROOT), TEXT),
                    left("CONTRA", TEXT),
                    left(BacsText.name(payer.name(), TEXT), TEXT),
                    processing);
        }

        /**
         * 1–14 destination, 15 its type, 16–17 transaction code, 18–31 originating account, 32–35 free, 36–46 pence,
         * 47–64 originator or narrative, 65–82 reference, 83–100 destination's name, 101–106 processing day.
         */
        private void record(
                String destination,
                String code,
                Payer payer,
                Money amount,
                String originator,
                String reference,
                String name,
                LocalDate processing)
                throws IOException {
            line(destination + "0" + code + payer.sortCode() + payer.accountNumber() + "    "
                    + digits(amount.pence(), 11) + originator + reference + name + day(processing));
        }

        private void line(String text) throws IOException {
            to.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
