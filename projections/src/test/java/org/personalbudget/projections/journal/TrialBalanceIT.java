package org.personalbudget.projections.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.projections.testing.LedgerViews.asOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.testing.SampleEvents;
import org.personalbudget.ledger.testing.SampleEvents.Variant;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.testing.LedgerViews;
import org.personalbudget.projections.testing.MemoryLog;
import org.personalbudget.projections.testing.ReadTables;

class TrialBalanceIT {

    private static LedgerViews s01() {
        return new LedgerViews()
                .see(
                        given(
                                aBudgetOf("310.00").contributing("42.10").paidNet(),
                                inTheAccount("2025-P03", "2025-06-02"),
                                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                                today("2025-06-29"),
                                spend("1056.00", "2025-06-27").of(Category.HOME_CARE),
                                spend("118.00", "2025-06-28")),
                        "2025-06-29T09:00:00Z");
    }

    @Test
    void s01EveryAccountAndNoDifference() {
        TrialBalance trialBalance = s01().trialBalances().at(asOf("2025-06-29", "2025-06-30T00:00:00Z"));

        assertThat(trialBalance.difference()).isEqualTo(Money.ZERO);
        assertThat(trialBalance.accounts())
                .filteredOn(row -> row.code() < 9000 && !row.balance().isZero())
                .extracting(row -> row.code() + " " + row.name() + " " + row.balance())
                .containsExactly(
                        "1000 Bank -1071.60",
                        "1200 Direct-payment accounts 66.00",
                        "4000 Contribution income -168.40",
                        "5000 Agency home care 1056.00",
                        "5040 Flexible (non-service) 118.00");
        assertThat(trialBalance.accounts())
                .filteredOn(row -> row.code() == 1200)
                .containsExactly(new TrialBalance.Row(
                        1200, "Direct-payment accounts", pounds("1240.00"), pounds("1174.00"), pounds("66.00")));
    }

    /** The totals are exact: at every instant they come to what adding all lines up comes to. */
    @Test
    void aDayThatIsCutInTheMiddleCountsToTheInstant() {
        MemoryLog log = new MemoryLog();
        Instant start = Instant.parse("2025-06-02T22:00:00Z");
        for (int round = 0; round < 8; round++) {
            log.at(start.plus(37L * round, ChronoUnit.MINUTES)).record(SampleEvents.of(Variant.FULL, round));
        }
        ReadTables tables = ReadTables.fresh().project(log, 17);
        TrialBalanceQuery query = new TrialBalanceQuery(tables.client());

        for (int minutes = -1; minutes < 300; minutes += 12) {
            AsOf asOf = new AsOf(LocalDate.of(2025, 6, 2), start.plus(minutes, ChronoUnit.MINUTES));
            assertThat(balances(query.at(asOf))).isEqualTo(addedUp(tables, asOf));
        }
        AsOf exactly = new AsOf(LocalDate.of(2025, 6, 2), start.plus(37, ChronoUnit.MINUTES));
        assertThat(balances(query.at(exactly)))
                .isEqualTo(addedUp(tables, exactly))
                .isNotEmpty();
        assertThat(query.at(new AsOf(LocalDate.of(2025, 6, 1), exactly.known())).accounts())
                .isEmpty();
    }

    private static Map<Integer, Money> balances(TrialBalance trialBalance) {
        Map<Integer, Money> balances = new TreeMap<>();
        trialBalance.accounts().forEach(row -> balances.put(row.code(), row.balance()));
        return balances;
    }

    private static Map<Integer, Money> addedUp(ReadTables tables, AsOf asOf) {
        Map<Integer, Money> balances = new TreeMap<>();
        List<Map<String, Object>> rows = tables.client()
                .sql("""
                        SELECT account::int AS account, sum(debit - credit)::bigint AS balance FROM read.journal_line
                        WHERE effective_on <= :effective AND recorded_at <= :known GROUP BY account
                        """)
                .param("effective", asOf.effective())
                .param("known", asOf.knownUtc())
                .query()
                .listOfRows();
        rows.forEach(row -> balances.put((Integer) row.get("account"), Money.ofPence((Long) row.get("balance"))));
        return balances;
    }

    @Test
    void theJournalIsListedWholeEntriesAtATime() {
        JournalQuery journal = s01().journal();

        var spends = journal.list(new JournalFilter(BUDGET, 5000, null, null, null, null), 0, 10);
        assertThat(spends.items()).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("SpendRecorded");
            assertThat(entry.effectiveOn()).isEqualTo(LocalDate.of(2025, 6, 27));
            assertThat(entry.postingPeriod()).isEqualTo(period("2025-P03"));
            assertThat(entry.lines())
                    .extracting(PostedEntry.Line::account)
                    .containsExactlyInAnyOrder(5000, 1200, 1200, 9010, 9200);
        });

        var one = journal.list(JournalFilter.ALL, 0, 1);
        var rest = journal.list(JournalFilter.ALL, one.next(), 100);
        assertThat(one.items()).extracting(PostedEntry::position).containsOnly(one.next());
        assertThat(rest.next()).isNull();
        assertThat(rest.items()).isNotEmpty();
    }

    @Test
    void theJournalIsRestrictedByCustodyAccountDayAndWhenItWasKnown() {
        JournalQuery journal = s01().journal();
        LocalDate choir = LocalDate.of(2025, 6, 28);
        Instant before = Instant.parse("2025-06-29T08:00:00Z");

        assertThat(journal.list(new JournalFilter(null, null, ACCOUNT, choir, choir, null), 0, 100)
                        .items())
                .hasSize(1);
        assertThat(journal.list(new JournalFilter(null, null, null, null, null, before), 0, 100)
                        .items())
                .isEmpty();
    }
}
