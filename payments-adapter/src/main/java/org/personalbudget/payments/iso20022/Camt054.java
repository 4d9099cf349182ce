package org.personalbudget.payments.iso20022;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.ReportKind;
import org.personalbudget.ledger.payrun.ReportOrigin;
import org.personalbudget.ledger.payrun.ReportOrigin.Kind;
import org.personalbudget.ledger.payrun.ReportedOutcome;
import org.personalbudget.ledger.payrun.ReportedPayment;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.xml.XmlCursor;
import org.personalbudget.payments.xml.XmlElement;

/**
 * Reads notifications of ISO 20022, camt.054.001.02 and camt.054.001.08, in pounds sterling. What has left the account
 * is settled; what came back is returned, with the bank's reason. Other money that came in is no answer to a payment and
 * is left out: the statement brings it.
 */
public final class Camt054 {

    /** A payment that came back, in the bank transaction codes of ISO 20022. */
    private static final String RETURNED_TRANSFER = "RRTN";

    private final List<ReportedPayment> payments = new ArrayList<>();
    private final List<ReportOrigin> origins = new ArrayList<>();
    private String id = "";
    private LocalDate createdOn = LocalDate.EPOCH;

    private Camt054() {}

    /** @throws FileUnreadable if it is no such file, or holds another currency */
    public static PaymentReport read(byte[] file) throws FileUnreadable {
        return new Camt054().report(file);
    }

    private PaymentReport report(byte[] file) throws FileUnreadable {
        XmlCursor xml = IsoMessage.CAMT_054.open(file);
        for (String name = xml.next(); name != null; name = xml.next()) {
            switch (name) {
                case "GrpHdr" -> {
                    XmlElement header = xml.element();
                    id = header.requireText("MsgId");
                    createdOn = IsoValues.date(header.require("CreDtTm"));
                }
                case "Ntfctn" -> notification(xml);
                default -> xml.skip();
            }
        }
        IsoMessage.CAMT_054.close(xml);
        return new PaymentReport(id, ReportKind.CAMT_054, createdOn, origins, payments);
    }

    private void notification(XmlCursor xml) throws FileUnreadable {
        for (String name = xml.next(); name != null; name = xml.next()) {
            switch (name) {
                case "Acct" -> {
                    XmlElement account = xml.element();
                    origins.add(new ReportOrigin(Kind.ACCOUNT, account.path(), CamtStatement.account(account)));
                }
                case "Ntry" -> entry(CamtEntry.of(xml.element()));
                default -> xml.skip();
            }
        }
    }

    private void entry(CamtEntry entry) throws FileUnreadable {
        boolean back = entry.reverses() || cameBack(entry.element());
        if (entry.transactions().isEmpty()) {
            add(entry, null, entry.element().path(), entry.amount(), back);
        }
        for (CamtTransaction each : entry.transactions()) {
            boolean alone = entry.transactions().size() == 1;
            Money amount = each.amount() == null && alone ? entry.amount() : each.amount();
            add(entry, each, each.element().path(), amount, back || each.returned() || cameBack(each.element()));
        }
    }

    private static boolean cameBack(XmlElement element) throws FileUnreadable {
        return RETURNED_TRANSFER.equals(element.textAt("BkTxCd/Domn/Fmly/SubFmlyCd"));
    }

    private void add(
            CamtEntry entry, @Nullable CamtTransaction details, String place, @Nullable Money amount, boolean back)
            throws FileUnreadable {
        boolean in = (amount == null ? entry.amount() : amount).isPositive();
        if (in && !back) return;
        String endToEndId = details == null ? null : details.endToEndId();
        String bacsReference = details == null ? null : Pain002.bacsReference(details.instructionId());
        ReportedOutcome outcome = outcome(entry, in);
        payments.add(new ReportedPayment(
                payments.size() + 1,
                place,
                endToEndId,
                bacsReference,
                endToEndId == null && bacsReference == null ? wholeFile(entry, outcome) : file(details),
                outcome,
                details == null ? null : details.returnReason(),
                amount == null ? null : amount.max(amount.negated()),
                entry.bookedOn() == null ? createdOn : entry.bookedOn()));
    }

    private static @Nullable String file(@Nullable CamtTransaction details) {
        return details == null ? null : details.file();
    }

    /**
     * The file that a debit without references stands for: all its payments were booked as one. What came back, and one
     * transaction among several, is a payment that the bank does not identify.
     */
    private static @Nullable String wholeFile(CamtEntry entry, ReportedOutcome outcome) throws FileUnreadable {
        if (outcome == ReportedOutcome.RETURNED || entry.transactions().size() > 1) return null;
        String file = entry.transactions().isEmpty()
                ? null
                : entry.transactions().getFirst().file();
        return file == null ? entry.batch() : file;
    }

    /** What went out and is said to come back, such as a returned collection, has left the account all the same. */
    private static ReportedOutcome outcome(CamtEntry entry, boolean in) {
        if (entry.status() == LineStatus.PENDING) return ReportedOutcome.PENDING;
        return in ? ReportedOutcome.RETURNED : ReportedOutcome.SETTLED;
    }
}
