package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs of payments as the payments office works with them, through the API. */
final class PayRuns {

    /** A sort code and a number that belong together, and one that does not. */
    static final String SORT_CODE = "08-99-99";

    static final String NUMBER = "66374958";
    static final String WRONG_NUMBER = "66374959";

    private final RunningLedger ledger;

    PayRuns(RunningLedger ledger) {
        this.ledger = ledger;
    }

    /** Where somebody is paid, proposed and approved by the two who may; answers the approval. */
    Reply details(String payee, String number, LocalDate day) {
        String version = propose(payee, number, day).granted().text("/version");
        return approve(payee, version, day).granted();
    }

    Reply propose(String payee, String number, LocalDate day) {
        return ledger.as("payments-officer")
                .on(day)
                .post(payee + "/bank-details", "sortCode", SORT_CODE, "accountNumber", number, "name", "Ms A Person");
    }

    Reply approve(String payee, String version, LocalDate day) {
        return ledger.as("payments-approver")
                .on(day)
                .post(
                        payee + "/bank-details/" + version + "/approval",
                        "evidence",
                        "Called back on the number of the contract");
    }

    Reply build(String kind, LocalDate dueBy, LocalDate today) {
        return ledger.as("payments-officer")
                .on(today)
                .post("/pay-runs", "kind", kind, "dueBy", dueBy)
                .granted();
    }

    /** Approved with the hash that it was built with. */
    Reply approve(Reply built, LocalDate today) {
        Reply approved = ledger.as("payments-approver")
                .on(today)
                .post("/pay-runs/" + built.text("/runId") + "/approval", "hash", built.text("/hash"))
                .granted();
        assertThat(approved.text("/status")).isEqualTo("RELEASED");
        return approved;
    }

    /** The items of a run that are paid from one budget. */
    List<JsonNode> itemsOf(Reply run, String budget) {
        return of(run, "items", budget);
    }

    /** Any list of a run, of one budget. */
    List<JsonNode> of(Reply run, String list, String budget) {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode each : run.json().get(list)) {
            if (each.get("budgetId").asString().equals(budget)) items.add(each);
        }
        return items;
    }

    String file(Reply run, String format) {
        return ledger.as("payments-officer")
                .get("/pay-runs/" + run.text("/runId") + "/file?format=" + format)
                .granted()
                .body();
    }

    /** The items that go to the bank come to the control totals. */
    void addsUp(Reply run) {
        long amount = 0;
        int payments = 0;
        for (JsonNode item : run.json().get("items")) {
            if (!item.get("channel").asString().equals("BANK")) continue;
            payments++;
            amount += Pence.of(item.get("amount").asString());
        }
        assertThat(run.json().at("/totals/payments").asInt()).isEqualTo(payments);
        assertThat(run.text("/totals/amount")).isEqualTo(Pence.text(amount));
    }

    /** A bank's report in ISO 20022: one payment, out on that day. */
    static String camt054(String id, LocalDate on, String endToEndId, String amount, boolean back, String reason) {
        String direction = back ? "CRDT" : "DBIT";
        String returned = back ? "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>" : "";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">
                  <BkToCstmrDbtCdtNtfctn>
                    <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT18:00:00Z</CreDtTm></GrpHdr>
                    <Ntfctn>
                      <Id>N1</Id>
                      <CreDtTm>%sT18:00:00Z</CreDtTm>
                      <Acct><Id><Othr><Id>08999966374958</Id></Othr></Id></Acct>
                      <Ntry>
                        <Amt Ccy="GBP">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                        <BookgDt><Dt>%s</Dt></BookgDt>
                        <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>
                        <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>%s</TxDtls></NtryDtls>
                      </Ntry>
                    </Ntfctn>
                  </BkToCstmrDbtCdtNtfctn>
                </Document>
                """.formatted(id, on, on, amount, direction, on, endToEndId, returned);
    }

    /** A Bacs report of returned credits: one credit. */
    static String arucs(
            String advice, LocalDate on, LocalDate processed, String reference, String amount, String code) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <BACSDocument><Data><ARUCS>
                  <Header reportType="REFT1019" adviceNumber="%s" currentProcessingDate="%s"/>
                  <AddresseeInformation name="THE COUNCIL"/>
                  <ServiceLicenseInformation userName="THE COUNCIL" userNumber="123456"/>
                  <Advice><OriginatingAccountRecords><OriginatingAccountRecord>
                    <OriginatingAccount name="THE COUNCIL" number="66374958" sortCode="08-99-99" bankName="A BANK"/>
                    <ReturnedCreditItem ref="%s" transCode="99" returnCode="%s" returnDescription="X" \
                originalProcessingDate="%s" valueOf="%s" currency="GBP">
                      <ReceiverAccount number="66374958" sortCode="08-99-99" bankName="A BANK" name="A PERSON"/>
                    </ReturnedCreditItem>
                    <Totals numberOf="1" valueOf="%s" currency="GBP"/>
                  </OriginatingAccountRecord></OriginatingAccountRecords></Advice>
                </ARUCS></Data></BACSDocument>
                """.formatted(advice, on, reference, code, processed, amount, amount);
    }

    /** The payments officer brings a report in. */
    Reply report(String file, LocalDate today) {
        return ledger.as("payments-officer")
                .on(today)
                .with("Content-Type", "application/xml")
                .postJson("/payment-reports", file);
    }
}
