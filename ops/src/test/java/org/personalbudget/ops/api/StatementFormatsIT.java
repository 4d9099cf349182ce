package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Statements of banks and card programmes in the formats that are no camt.053. */
class StatementFormatsIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();

    private final LocalDate day = ledger.nextYear().starts().plusDays(7);
    private final Client reconciler = ledger.as("reconciler").on(day.plusDays(1));

    @Test
    void aCardProgrammesTableIsReadByItsMapping() {
        String table = """
                id,card,used,settled,status,what,merchant,mcc,amount,currency,balance,reference
                F-1,PROGRAMME-1,,%1$s,LOADED,Funding,,,10000.00,GBP,10000.00,
                F-2,PROGRAMME-1,,%1$s,DECLINED,Purchase,LUCKY DAY,7995,-40.00,GBP,,
                """.formatted(day);

        Reply taken = csv().postJson("/statements?account=1010&mapping=sample-card-programme", table);

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.text("/closing")).as(taken.body()).isEqualTo("10000.00");
    }

    @Test
    void transactionsOfOpenBankingAreReadAsJson() {
        String json = """
                {"Data": {"Transaction": [{"AccountId": "22289", "Status": "Booked", "CreditDebitIndicator": "Credit",
                  "BookingDateTime": "%sT10:00:00Z", "Amount": {"Amount": "66.00", "Currency": "GBP"},
                  "TransactionInformation": "ref 4417"}]}}
                """.formatted(day);

        Reply taken = reconciler.postJson("/statements?account=1000", json);

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(new CamtFile("20000012345678", day, day, 0)
                        .line(7_800, day.minusDays(1), null, "another")
                        .importedBy(reconciler, "1000")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatCannotBeReadChangesNothingAndSaysWhere() {
        Reply table = csv().postJson("/statements?account=1010&mapping=sample-card-programme", "id,card\nF-1\n");
        Reply json = reconciler.postJson("/statements?account=1000", "{\"Data\": {\"Transaction\": [{}]}}");

        assertThat(table.status()).as(table.body()).isEqualTo(422);
        assertThat(table.text("/code")).isEqualTo("file-unreadable");
        assertThat(table.text("/place")).isEqualTo("line 1");
        assertThat(json.status()).as(json.body()).isEqualTo(422);
        assertThat(json.text("/place")).isEqualTo("line 1, Data/Transaction[1]");
    }

    private Client csv() {
        return reconciler.with("Content-Type", "text/csv");
    }
}
