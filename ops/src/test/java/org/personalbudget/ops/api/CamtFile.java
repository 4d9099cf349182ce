package org.personalbudget.ops.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A camt.053.001.08 of our own making, as a bank would send it for one account. */
final class CamtFile {

    private final String account;
    private final LocalDate from;
    private final LocalDate to;
    private final long opening;
    private final List<String> entries = new ArrayList<>();
    private long closing;

    CamtFile(String account, LocalDate from, LocalDate to, long opening) {
        this.account = account;
        this.from = from;
        this.to = to;
        this.opening = opening;
        this.closing = opening;
    }

    /** What the balance is after the last line so far, in pence. */
    long closing() {
        return closing;
    }

    /** A booked line: pence, positive for what came in. */
    CamtFile line(long pence, LocalDate on, @Nullable String endToEndId, String text) {
        return line(pence, on, endToEndId, text, null, null, null);
    }

    CamtFile line(
            long pence,
            LocalDate on,
            @Nullable String endToEndId,
            String text,
            @Nullable String name,
            @Nullable String other,
            @Nullable String returned) {
        closing += pence;
        boolean in = pence > 0;
        String party = in ? "Dbtr" : "Cdtr";
        String parties = name == null && other == null
                ? ""
                : "<RltdPties>"
                        + (name == null ? "" : "<" + party + "><Pty><Nm>" + name + "</Nm></Pty></" + party + ">")
                        + (other == null
                                ? ""
                                : "<" + party + "Acct><Id><Othr><Id>" + other + "</Id></Othr></Id></" + party + "Acct>")
                        + "</RltdPties>";
        entries.add("<Ntry><Amt Ccy=\"GBP\">" + Pence.text(Math.abs(pence)) + "</Amt><CdtDbtInd>"
                + (in ? "CRDT" : "DBIT") + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + on
                + "</Dt></BookgDt><BkTxCd><Prtry><Cd>BACS</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>"
                + "<Refs>" + (endToEndId == null ? "" : "<EndToEndId>" + endToEndId + "</EndToEndId>") + "</Refs>"
                + "<Amt Ccy=\"GBP\">" + Pence.text(Math.abs(pence)) + "</Amt><CdtDbtInd>" + (in ? "CRDT" : "DBIT")
                + "</CdtDbtInd>" + parties + "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>"
                + (returned == null ? "" : "<RtrInf><Rsn><Cd>" + returned + "</Cd></Rsn></RtrInf>")
                + "</TxDtls></NtryDtls></Ntry>");
        return this;
    }

    /** One debit for a whole file of payments, as banks book what came in one file. */
    CamtFile batch(long pence, LocalDate on, String file, int payments) {
        closing += pence;
        entries.add("<Ntry><Amt Ccy=\"GBP\">" + Pence.text(Math.abs(pence)) + "</Amt><CdtDbtInd>"
                + (pence > 0 ? "CRDT" : "DBIT") + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + on
                + "</Dt></BookgDt><BkTxCd><Prtry><Cd>BACS</Cd></Prtry></BkTxCd><NtryDtls><Btch><PmtInfId>" + file
                + "</PmtInfId><NbOfTxs>" + payments + "</NbOfTxs></Btch></NtryDtls></Ntry>");
        return this;
    }

    String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>M-%s</MsgId><CreDtTm>%sT07:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>S-%s</Id><CreDtTm>%sT07:00:00</CreDtTm><FrToDt><FrDtTm>%sT00:00:00</FrDtTm><ToDtTm>%sT23:59:59</ToDtTm></FrToDt>
                <Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>
                %s%s%s
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(
                        from,
                        to,
                        from,
                        to,
                        from,
                        to,
                        account,
                        balance("OPBD", opening, from),
                        balance("CLBD", closing, to),
                        String.join("\n", entries));
    }

    private static String balance(String code, long pence, LocalDate on) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">"
                + Pence.text(Math.abs(pence)) + "</Amt><CdtDbtInd>" + (pence < 0 ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Dt><Dt>" + on + "</Dt></Dt></Bal>\n";
    }

    Reply importedBy(Client who, String statementAccount) {
        return who.with("Content-Type", "application/xml").postJson("/statements?account=" + statementAccount, xml());
    }
}
