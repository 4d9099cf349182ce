package org.personalbudget.payments.iso20022;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlElement;

/**
 * One transaction of an entry.
 *
 * @param amount with its sign; null if the bank gives none in pounds
 * @param file the payment information or message it was sent in
 * @param returnReason why it came back; null unless it did and the bank says why
 * @param returned whether it came back
 */
record CamtTransaction(
        XmlElement element,
        @Nullable Money amount,
        @Nullable String endToEndId,
        @Nullable String instructionId,
        @Nullable String file,
        @Nullable String bankReference,
        @Nullable String counterparty,
        @Nullable String counterpartyAccount,
        @Nullable MerchantCode merchant,
        @Nullable String returnReason,
        boolean returned) {

    private static final int LONGEST_TEXT = 10_000;

    /**
     * @param entryIn whether the entry is money that came in; a transaction may say otherwise of itself
     * @param batch the file all of them were sent in, if the bank says so for all
     */
    static CamtTransaction of(XmlElement each, boolean entryIn, @Nullable String batch) throws FileUnreadable {
        boolean in = each.find("CdtDbtInd") == null ? entryIn : IsoValues.isCredit(each);
        boolean returned = each.find("RtrInf") != null;
        String side = side(each, in != returned, returned);
        return new CamtTransaction(
                each,
                amount(each, in),
                IsoValues.reference(each, "Refs/EndToEndId"),
                IsoValues.reference(each, "Refs/InstrId"),
                file(each, batch),
                IsoValues.reference(each, "Refs/AcctSvcrRef"),
                name(each.find("RltdPties/" + side)),
                IsoValues.account(each.find("RltdPties/" + side + "Acct"), each.find("RltdAgts/" + side + "Agt")),
                merchant(each),
                IsoValues.code(each, "RtrInf/Rsn"),
                returned);
    }

    /**
     * Who is on the other side: the debtor of what came in. What came back names the parties of what had gone out; if
     * the bank has turned them round, the one that it names is taken.
     */
    private static String side(XmlElement each, boolean debtor, boolean returned) throws FileUnreadable {
        String side = debtor ? "Dbtr" : "Cdtr";
        String other = debtor ? "Cdtr" : "Dbtr";
        boolean named = each.find("RltdPties/" + side) != null || each.find("RltdPties/" + side + "Acct") != null;
        return returned && !named ? other : side;
    }

    private static @Nullable Money amount(XmlElement each, boolean in) throws FileUnreadable {
        for (String path : new String[] {"Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"}) {
            XmlElement amount = each.find(path);
            if (amount == null) continue;
            if (!path.equals("Amt") && !"GBP".equals(amount.attribute("Ccy"))) continue;
            return IsoValues.signed(IsoValues.amount(amount), in);
        }
        return null;
    }

    private static @Nullable String file(XmlElement each, @Nullable String batch) throws FileUnreadable {
        String id = IsoValues.reference(each, "Refs/PmtInfId");
        if (id == null) id = IsoValues.reference(each, "Refs/MsgId");
        return id != null ? id : batch;
    }

    static @Nullable String batch(XmlElement details) throws FileUnreadable {
        String id = IsoValues.reference(details, "Btch/PmtInfId");
        return id != null ? id : IsoValues.reference(details, "Btch/MsgId");
    }

    private static @Nullable String name(@Nullable XmlElement party) throws FileUnreadable {
        if (party == null) return null;
        String name = party.textAt("Nm");
        if (name == null) name = party.textAt("Pty/Nm");
        return name != null ? name : party.textAt("Agt/FinInstnId/Nm");
    }

    /** The category of a card payment, where the bank puts the four digits of the merchant there. */
    private static @Nullable MerchantCode merchant(XmlElement each) throws FileUnreadable {
        for (String path : new String[] {"CardTx/Tx/Indv/TxCtgy", "CardTx/Tx/Aggtd/TxCtgy"}) {
            String code = each.textAt(path);
            if (code != null && code.matches("[0-9]{4}")) return new MerchantCode(code);
        }
        return null;
    }

    /** The words about it, each once: what the payer wrote, then what the bank adds. */
    void words(Set<String> words) throws FileUnreadable {
        for (XmlElement info : element.children("RmtInf")) {
            for (XmlElement line : info.children("Ustrd")) words.add(line.text());
            for (XmlElement line : info.children("Strd")) {
                String reference = line.textAt("CdtrRefInf/Ref");
                if (reference != null) words.add(reference);
            }
        }
        String more = element.textAt("AddtlTxInf");
        if (more != null) words.add(more);
    }

    static String text(CamtEntry entry, Iterable<CamtTransaction> transactions) throws FileUnreadable {
        Set<String> words = new LinkedHashSet<>();
        for (CamtTransaction each : transactions) each.words(words);
        String more = entry.element().textAt("AddtlNtryInf");
        if (more != null) words.add(more);
        words.remove("");
        String text = String.join(" ", words);
        if (text.length() > LONGEST_TEXT) {
            throw entry.element()
                    .unreadable(Fault.TOO_LARGE, "The words of an entry have at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }
}
