package org.personalbudget.ops.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ops.bench.OwedBudget.Owed;

/** A camt.053 of one day of the council's bank, written line by line. */
final class BankFile {

    private static final String END = "</Stmt></BkToCstmrStmt></Document>\n";

    private final Path file;
    private final LocalDate on;

    BankFile(Path file, LocalDate on) {
        this.file = file;
        this.on = on;
    }

    /**
     * Debits for payments, then others of which nobody knows anything.
     *
     * @param opening in pence
     * @return the closing balance, in pence
     */
    long write(List<Owed> owed, int unknown, long opening) throws IOException {
        long out = owed.stream().mapToLong(Owed::pence).sum();
        long closing = opening - out - unknown;
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
            <GrpHdr><MsgId>M-%1$s</MsgId><CreDtTm>%1$sT07:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>S-%1$s</Id><CreDtTm>%1$sT07:00:00</CreDtTm>
            <FrToDt><FrDtTm>%1$sT00:00:00</FrDtTm><ToDtTm>%1$sT23:59:59</ToDtTm></FrToDt>
            <Acct><Id><Othr><Id>08999966374958</Id></Othr></Id></Acct>
            """.formatted(on));
            to.write(balance("OPBD", opening));
            to.write(balance("CLBD", closing));
            int number = 0;
            for (Owed each : owed) entry(to, ++number, each.pence(), EndToEnd.idOf(each.payment(), 1));
            for (int i = 0; i < unknown; i++) entry(to, ++number, 1, "NOTPROVIDED-" + on + "-" + i);
            to.write(END);
        }
        return closing;
    }

    private void entry(Writer to, int number, long pence, String endToEnd) throws IOException {
        to.write("""
            <Ntry><Amt Ccy="GBP">%1$s</Amt><CdtDbtInd>%2$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>%3$s</Dt></BookgDt><ValDt><Dt>%3$s</Dt></ValDt><AcctSvcrRef>B%4$010d</AcctSvcrRef>
            <BkTxCd><Prtry><Cd>BACS</Cd></Prtry></BkTxCd>
            <NtryDtls><TxDtls><Refs><EndToEndId>%5$s</EndToEndId></Refs>
            <Amt Ccy="GBP">%1$s</Amt><CdtDbtInd>%2$s</CdtDbtInd>
            <RltdPties><Cdtr><Pty><Nm>A PERSON %4$d</Nm></Pty></Cdtr>
            <CdtrAcct><Id><Othr><Id>089999%4$08d</Id></Othr></Id></CdtrAcct></RltdPties>
            <RmtInf><Ustrd>PAYMENT %4$d OF THE COUNCIL</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            """.formatted(Money.ofPence(pence), "DBIT", on, number, endToEnd));
    }

    private String balance(String code, long pence) {
        return """
            <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">%s</Amt><CdtDbtInd>%s</CdtDbtInd>\
            <Dt><Dt>%s</Dt></Dt></Bal>
            """.formatted(code, Money.ofPence(Math.abs(pence)), pence < 0 ? "DBIT" : "CRDT", on);
    }
}
