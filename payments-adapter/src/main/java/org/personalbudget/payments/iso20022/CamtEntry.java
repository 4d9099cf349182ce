package org.personalbudget.payments.iso20022;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlElement;

/**
 * One entry of a statement or a notification.
 *
 * @param bookedOn null if the bank has not booked it and names no day
 * @param transactions what it is made of, as far as the bank says; empty if it does not
 */
record CamtEntry(
        XmlElement element,
        Money amount,
        LineStatus status,
        @Nullable LocalDate bookedOn,
        @Nullable LocalDate valueOn,
        @Nullable String bankReference,
        List<CamtTransaction> transactions) {

    static CamtEntry of(XmlElement entry) throws FileUnreadable {
        Money amount = IsoValues.signed(IsoValues.amount(entry.require("Amt")), entry);
        LineStatus status = status(entry.require("Sts"));
        LocalDate valueOn = IsoValues.choiceOfDate(entry, "ValDt");
        LocalDate bookedOn = IsoValues.choiceOfDate(entry, "BookgDt");
        if (bookedOn == null) bookedOn = valueOn;
        if (bookedOn == null && status == LineStatus.BOOKED) {
            throw entry.unreadable(Fault.MISSING, "An entry that is booked has a BookgDt.");
        }
        List<CamtTransaction> transactions = new ArrayList<>();
        boolean in = IsoValues.isCredit(entry);
        for (XmlElement details : entry.children("NtryDtls")) {
            String batch = CamtTransaction.batch(details);
            for (XmlElement each : details.children("TxDtls")) transactions.add(CamtTransaction.of(each, in, batch));
        }
        return new CamtEntry(
                entry,
                amount,
                status,
                bookedOn,
                valueOn,
                IsoValues.reference(entry, "AcctSvcrRef"),
                List.copyOf(transactions));
    }

    /** Booked, or not yet: what is only announced or told for information never moves a balance. */
    private static LineStatus status(XmlElement status) throws FileUnreadable {
        String code = status.textAt("Cd");
        return switch (code == null ? status.text() : code) {
            case "BOOK" -> LineStatus.BOOKED;
            case "PDNG", "FUTR", "INFO" -> LineStatus.PENDING;
            default -> throw status.unreadable(Fault.BAD_VALUE, "Sts is BOOK, PDNG, FUTR or INFO.");
        };
    }

    /** Whether there are several transactions that together are the entry. */
    boolean addsUp() {
        if (transactions.size() < 2) return false;
        Money sum = Money.ZERO;
        for (CamtTransaction each : transactions) {
            if (each.amount() == null) return false;
            sum = sum.plus(each.amount());
        }
        return sum.equals(amount);
    }

    /** Whether the bank says that this entry takes another one back. */
    boolean reverses() throws FileUnreadable {
        return "true".equals(element.textAt("RvslInd")) || "1".equals(element.textAt("RvslInd"));
    }

    /** The file all its transactions were sent in, if the bank names one for the entry as a whole. */
    @Nullable
    String batch() throws FileUnreadable {
        for (XmlElement details : element.children("NtryDtls")) {
            String id = CamtTransaction.batch(details);
            if (id != null) return id;
        }
        return null;
    }
}
