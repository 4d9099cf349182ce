package org.personalbudget.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.bankcsv.BankCsv;
import org.personalbudget.payments.bankcsv.StatementMappings;
import org.personalbudget.payments.iso20022.Camt053;
import org.personalbudget.payments.openbanking.OpenBankingTransactions;

/** A month of a large council's bank is read in every format. */
class LongStatementTest {

    private static final int LINES = 100_000;
    private static final String CAMT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
            <GrpHdr><MsgId>M</MsgId><CreDtTm>2025-06-30T07:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>S</Id><Acct><Id><Othr><Id>08999966374958</Id></Othr></Id></Acct>
            """;

    @Test
    void asCamt053() throws FileUnreadable {
        StringBuilder file = new StringBuilder(CAMT);
        for (int i = 1; i <= LINES; i++) file.append("""
            <Ntry>
              <NtryRef>%1$d</NtryRef>
              <Amt Ccy="GBP">0.01</Amt>
              <CdtDbtInd>CRDT</CdtDbtInd>
              <RvslInd>false</RvslInd>
              <Sts><Cd>BOOK</Cd></Sts>
              <BookgDt><Dt>2025-06-30</Dt></BookgDt>
              <ValDt><Dt>2025-06-30</Dt></ValDt>
              <AcctSvcrRef>B%1$08d</AcctSvcrRef>
              <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>
              <NtryDtls><TxDtls>
                <Refs><PmtInfId>P1</PmtInfId><InstrId>I%1$08d</InstrId><EndToEndId>E%1$08d</EndToEndId></Refs>
                <Amt Ccy="GBP">0.01</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd>
                <AmtDtls><TxAmt><Amt Ccy="GBP">0.01</Amt></TxAmt></AmtDtls>
                <RltdPties>
                  <Dbtr><Pty><Nm>A PERSON %1$d</Nm><PstlAdr><Ctry>GB</Ctry></PstlAdr></Pty></Dbtr>
                  <DbtrAcct><Id><Othr><Id>08999900000001</Id></Othr></Id></DbtrAcct>
                </RltdPties>
                <RltdAgts><DbtrAgt><FinInstnId><Nm>A BANK</Nm></FinInstnId></DbtrAgt></RltdAgts>
                <RmtInf><Ustrd>CONTRIBUTION %1$d</Ustrd></RmtInf>
              </TxDtls></NtryDtls>
            </Ntry>
            """.formatted(i));
        byte[] bytes =
                file.append("</Stmt></BkToCstmrStmt></Document>").toString().getBytes(UTF_8);

        BankStatement statement = Camt053.read(bytes).getFirst();

        assertThat(bytes.length).isBetween(80 << 20, 160 << 20);
        assertReadWhole(statement);
    }

    @Test
    void asCsv() throws FileUnreadable {
        StringBuilder file = new StringBuilder(
                "Date,Type,Description,Name,Other account,Reference,Paid in,Paid out,Balance,Account\n");
        for (int i = LINES; i > 0; i--) {
            file.append("30/06/2025,BGC,CONTRIBUTION,A PERSON,08999900000001,E%08d,0.01,,%s,08999966374958\n"
                    .formatted(i, Money.ofPence(i)));
        }
        byte[] bytes = file.toString().getBytes(UTF_8);

        assertThat(bytes.length).isBetween(8 << 20, 16 << 20);
        assertReadWhole(BankCsv.read(bytes, StatementMappings.sampleBank()));
    }

    @Test
    void asOpenBankingTransactions() throws FileUnreadable {
        StringBuilder file = new StringBuilder("{\"Data\": {\"Transaction\": [");
        for (int i = 1; i <= LINES; i++) {
            file.append(i == 1 ? "" : ",").append("""
                    {"AccountId": "22289", "TransactionId": "%1$d", "CreditDebitIndicator": "Credit", "Status": "Booked",
                     "BookingDateTime": "2025-06-30T00:00:00+00:00", "TransactionInformation": "CONTRIBUTION %1$d",
                     "Amount": {"Amount": "0.01", "Currency": "GBP"}}
                    """.formatted(i));
        }
        byte[] bytes = file.append("]}}").toString().getBytes(UTF_8);

        assertReadWhole(OpenBankingTransactions.read(bytes).getFirst());
    }

    private static void assertReadWhole(BankStatement statement) {
        Money sum = statement.lines().stream().map(line -> line.amount()).reduce(Money.ZERO, Money::plus);
        assertThat(statement.lines()).hasSize(LINES);
        assertThat(statement.lines().getLast().number()).isEqualTo(LINES);
        assertThat(sum).isEqualTo(Money.of("1000.00"));
    }
}
