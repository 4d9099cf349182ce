package org.personalbudget.payments.iso20022;

import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.payments.FileOrders;
import org.personalbudget.payments.FileUnwritable;

/**
 * Writes credit transfers of ISO 20022, pain.001.001.09: one batch from one account, in pounds sterling, booked as one
 * debit. Accounts are named as banks in the United Kingdom name them, by sort code ({@code GBDSC}) and account number.
 * The same payments make the same bytes.
 *
 * <p>The end-to-end id is the order's own; the instruction id and the words for the payee are its Bacs reference.
 */
public final class Pain001 {

    private static final Pattern IDENTIFICATION = Pattern.compile("[A-Za-z0-9+/?:().,' -]{1,35}");
    private static final Pattern SORT_CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[0-9]{8}");
    private static final int LONGEST_NAME = 140;
    /** Digits of an amount as the message allows them, decimals included, are 18; a bank takes fewer. */
    private static final Money MOST = Money.of("9999999999.99");

    private Pain001() {}

    /**
     * Writes a file as its orders come. Whoever must not send half of one writes it to nowhere first.
     *
     * @throws FileUnwritable if something does not fit; what was written by then ends inside the batch
     */
    public static void write(PaymentFile file, OutputStream to) throws FileUnwritable, IOException {
        check(file);
        XmlText xml = new XmlText(to);
        xml.open("Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"");
        xml.open("CstmrCdtTrfInitn");
        header(xml, file);
        batch(xml, file);
        xml.close("CstmrCdtTrfInitn");
        xml.close("Document");
        xml.end();
    }

    /** @throws FileUnwritable if this payment does not fit */
    public static void check(PaymentOrder order, String place) throws FileUnwritable {
        identification(order.endToEndId(), place, "endToEndId");
        identification(order.bacsReference(), place, "bacsReference");
        name(order.payee(), place, "payee");
        account(order.sortCode(), order.accountNumber(), place);
        if (!order.amount().isPositive() || order.amount().exceeds(MOST)) {
            throw new FileUnwritable(place, "amount", "An amount is from 0.01 to " + MOST + ".");
        }
    }

    private static void check(PaymentFile file) throws FileUnwritable {
        identification(file.id(), "file", "id");
        name(file.payer().name(), "payer", "name");
        account(file.payer().sortCode(), file.payer().accountNumber(), "payer");
        if (file.count() < 1) throw new FileUnwritable("file", "orders", "A file holds a payment.");
    }

    private static void identification(String id, String place, String field) throws FileUnwritable {
        if (IDENTIFICATION.matcher(id).matches() && id.equals(id.strip())) return;
        throw new FileUnwritable(place, field, "It has 1 to 35 letters, digits and + / ? : ( ) . , ' -");
    }

    private static void name(String name, String place, String field) throws FileUnwritable {
        if (!name.isBlank() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Pain001::unwritable)) return;
        throw new FileUnwritable(
                place, field, "A name has 1 to " + LONGEST_NAME + " characters, no control characters and no emoji.");
    }

    private static boolean unwritable(int character) {
        return Character.isISOControl(character) || Character.isSurrogate((char) character) || character >= 0xFFFE;
    }

    private static void account(String sortCode, String accountNumber, String place) throws FileUnwritable {
        if (!SORT_CODE.matcher(sortCode).matches()) {
            throw new FileUnwritable(place, "sortCode", "A sort code has six digits.");
        }
        if (!ACCOUNT_NUMBER.matcher(accountNumber).matches()) {
            throw new FileUnwritable(place, "accountNumber", "An account number has eight digits.");
        }
    }

    private static void header(XmlText xml, PaymentFile file) throws IOException {
        xml.open("GrpHdr");
        xml.leaf("MsgId", file.id());
        xml.leaf("CreDtTm", file.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        totals(xml, file);
        xml.open("InitgPty");
        xml.leaf("Nm", file.payer().name());
        xml.close("InitgPty");
        xml.close("GrpHdr");
    }

    private static void totals(XmlText xml, PaymentFile file) throws IOException {
        xml.leaf("NbOfTxs", Integer.toString(file.count()));
        xml.leaf("CtrlSum", file.sum().toString());
    }

    private static void batch(XmlText xml, PaymentFile file) throws FileUnwritable, IOException {
        Payer payer = file.payer();
        xml.open("PmtInf");
        xml.leaf("PmtInfId", file.id());
        xml.leaf("PmtMtd", "TRF");
        xml.leaf("BtchBookg", "true");
        totals(xml, file);
        xml.open("ReqdExctnDt");
        xml.leaf("Dt", file.payOn().toString());
        xml.close("ReqdExctnDt");
        party(xml, "Dbtr", payer.name());
        account(xml, "DbtrAcct", payer.accountNumber());
        agent(xml, "DbtrAgt", payer.sortCode());
        xml.leaf("ChrgBr", "SHAR");
        FileOrders.each(file, (order, place) -> {
            check(order, place);
            order(xml, order);
        });
        xml.close("PmtInf");
    }

    private static void order(XmlText xml, PaymentOrder order) throws IOException {
        xml.open("CdtTrfTxInf");
        xml.open("PmtId");
        xml.leaf("InstrId", order.bacsReference());
        xml.leaf("EndToEndId", order.endToEndId());
        xml.close("PmtId");
        xml.open("Amt");
        xml.leaf("InstdAmt", " Ccy=\"GBP\"", order.amount().toString());
        xml.close("Amt");
        agent(xml, "CdtrAgt", order.sortCode());
        party(xml, "Cdtr", order.payee());
        account(xml, "CdtrAcct", order.accountNumber());
        xml.open("RmtInf");
        xml.leaf("Ustrd", order.bacsReference());
        xml.close("RmtInf");
        xml.close("CdtTrfTxInf");
    }

    private static void party(XmlText xml, String element, String name) throws IOException {
        xml.open(element);
        xml.leaf("Nm", name);
        xml.close(element);
    }

    private static void account(XmlText xml, String element, String number) throws IOException {
        xml.open(element);
        xml.open("Id");
        xml.open("Othr");
        xml.leaf("Id", number);
        xml.close("Othr");
        xml.close("Id");
        xml.leaf("Ccy", "GBP");
        xml.close(element);
    }

    private static void agent(XmlText xml, String element, String sortCode) throws IOException {
        xml.open(element);
        xml.open("FinInstnId");
        xml.open("ClrSysMmbId");
        xml.open("ClrSysId");
        xml.leaf("Cd", "GBDSC");
        xml.close("ClrSysId");
        xml.leaf("MmbId", sortCode);
        xml.close("ClrSysMmbId");
        xml.close("FinInstnId");
        xml.close(element);
    }
}
