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
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlCursor;
import org.personalbudget.payments.xml.XmlElement;

/**
 * Reads status reports of ISO 20022, pain.002.001.03 to pain.002.001.14, on payments in pounds sterling. A status of a
 * file, or of its payments together, is a reported payment without references; partly accepted ({@code PART}) says
 * nothing that its payments do not say one by one, and is none.
 */
public final class Pain002 {

    private final List<ReportedPayment> payments = new ArrayList<>();
    private final List<ReportOrigin> origins = new ArrayList<>();
    private String id = "";
    private LocalDate createdOn = LocalDate.EPOCH;
    private String file = "";
    private @Nullable String fileStatus;

    private Pain002() {}

    /** @throws FileUnreadable if it is no such file, or holds another currency */
    public static PaymentReport read(byte[] file) throws FileUnreadable {
        return new Pain002().report(file);
    }

    private PaymentReport report(byte[] bytes) throws FileUnreadable {
        XmlCursor xml = IsoMessage.PAIN_002.open(bytes);
        for (String name = xml.next(); name != null; name = xml.next()) {
            switch (name) {
                case "GrpHdr" -> {
                    XmlElement header = xml.element();
                    id = header.requireText("MsgId");
                    createdOn = IsoValues.date(header.require("CreDtTm"));
                }
                case "OrgnlGrpInfAndSts" -> group(xml.element());
                case "OrgnlPmtInfAndSts" -> new Batch().read(xml);
                default -> xml.skip();
            }
        }
        IsoMessage.PAIN_002.close(xml);
        return new PaymentReport(id, ReportKind.PAIN_002, createdOn, origins, payments);
    }

    private void group(XmlElement group) throws FileUnreadable {
        file = group.requireText("OrgnlMsgId");
        origins.add(new ReportOrigin(Kind.FILE, group.path() + "/OrgnlMsgId", file));
        XmlElement status = group.find("GrpSts");
        if (status == null) return;
        fileStatus = status.text();
        ReportedOutcome outcome = outcome(status);
        if (outcome != null) addAll(group.path(), file, outcome, reason(group.children("StsRsnInf")));
    }

    private void addAll(String place, String of, ReportedOutcome outcome, @Nullable String code) {
        payments.add(new ReportedPayment(payments.size() + 1, place, null, null, of, outcome, code, null, createdOn));
    }

    /** What {@code OrgnlPmtInfAndSts} says: the status of payments that were sent together, and of some of them. */
    private final class Batch {

        private final List<XmlElement> reasons = new ArrayList<>();
        private String batch = file;
        private @Nullable XmlElement status;
        private boolean told;

        void read(XmlCursor xml) throws FileUnreadable {
            String path = xml.path();
            for (String name = xml.next(); name != null; name = xml.next()) {
                switch (name) {
                    case "OrgnlPmtInfId" -> batch = xml.element().text();
                    case "PmtInfSts" -> status = xml.element();
                    case "StsRsnInf" -> reasons.add(xml.element());
                    case "TxInfAndSts" -> {
                        tell(path);
                        transaction(xml.element());
                    }
                    default -> xml.skip();
                }
            }
            tell(path);
        }

        /** Once, before its payments; not if the file has said the same already. */
        private void tell(String path) throws FileUnreadable {
            if (told || status == null) return;
            told = true;
            ReportedOutcome outcome = outcome(status);
            if (outcome == null || (batch.equals(file) && status.text().equals(fileStatus))) return;
            addAll(path, batch, outcome, reason(reasons));
        }

        private void transaction(XmlElement each) throws FileUnreadable {
            XmlElement own = each.find("TxSts");
            XmlElement said = own == null ? status : own;
            if (said == null) throw each.unreadable(Fault.MISSING, "The payment has no status, nor have all together.");
            ReportedOutcome outcome = outcome(said);
            if (outcome == null) throw said.unreadable(Fault.BAD_VALUE, "One payment is not partly accepted.");
            XmlElement accepted = each.find("AccptncDtTm");
            String endToEndId = IsoValues.reference(each, "OrgnlEndToEndId");
            String bacsReference = bacsReference(IsoValues.reference(each, "OrgnlInstrId"));
            payments.add(new ReportedPayment(
                    payments.size() + 1,
                    each.path(),
                    endToEndId,
                    bacsReference,
                    endToEndId == null && bacsReference == null ? null : batch,
                    outcome,
                    reason(each.children("StsRsnInf")),
                    amount(each),
                    accepted == null ? createdOn : IsoValues.date(accepted)));
        }
    }

    /** The reference for Bacs travels as the instruction id; what is longer is somebody else's. */
    static @Nullable String bacsReference(@Nullable String instruction) {
        return instruction == null || instruction.length() > 18 ? null : instruction;
    }

    private static @Nullable Money amount(XmlElement each) throws FileUnreadable {
        XmlElement amount = each.find("OrgnlTxRef/Amt/InstdAmt");
        if (amount == null) amount = each.find("OrgnlTxRef/IntrBkSttlmAmt");
        return amount == null ? null : IsoValues.amount(amount);
    }

    /** The first reason that has a code. */
    private static @Nullable String reason(List<XmlElement> reasons) throws FileUnreadable {
        for (XmlElement each : reasons) {
            String code = IsoValues.code(each, "Rsn");
            if (code != null) return code;
        }
        return null;
    }

    /** What a status code of ISO 20022 means, or null for partly accepted. */
    private static @Nullable ReportedOutcome outcome(XmlElement status) throws FileUnreadable {
        return switch (status.text()) {
            case "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "ACFC", "ACPD" -> ReportedOutcome.ACCEPTED;
            case "ACSC", "ACCC" -> ReportedOutcome.SETTLED;
            case "PDNG", "RCVD", "PRES", "PATC" -> ReportedOutcome.PENDING;
            case "RJCT", "CANC", "BLCK" -> ReportedOutcome.REJECTED;
            case "PART" -> null;
            default -> throw status.unreadable(Fault.BAD_VALUE, "This status is none of those that are read.");
        };
    }
}
