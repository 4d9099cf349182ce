package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/** What merchants pay back, what one line takes of another, and what a co-funder bears of a spend that is queried. */
class RefundScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing, in pence.
     *
     * @param share of the council in hundredths of a percent
     */
    record Purchase(long price, long refund, long share, int period) {

        static Purchase of(long seed) {
            Random random = new Random(seed);
            long price = 200 + random.nextInt(40000);
            return new Purchase(
                    price, 1 + random.nextInt((int) price), 5000 + random.nextInt(4900), 2 + random.nextInt(8));
        }

        List<Map<String, Object>> funders() {
            return List.of(
                    object("funder", "LA", "share", BigDecimal.valueOf(share, 2).toPlainString()),
                    object(
                            "funder",
                            "ICB",
                            "share",
                            BigDecimal.valueOf(10_000 - share, 2).toPlainString()));
        }
    }

    static Stream<Purchase> purchases() {
        return Stream.of(new Purchase(26400, 2200, 7000, 3), Purchase.of(6), Purchase.of(66), Purchase.of(666));
    }

    @ParameterizedTest
    @MethodSource("purchases")
    void s06AMerchantsRefundComesBackAsItWentOut(Purchase purchase) {
        var year = ledger.nextYear();
        Period period = year.period(purchase.period);
        DirectPayment budget = budget(year, DirectPayment.allFrom("LA"));
        String account = funded(budget, year, period);
        LocalDate on = period.first().plusDays(5);
        Reply spend = spend(budget, account, purchase.price, "HOME_CARE", on, period.last());

        Reply refund = refund(budget, spend, purchase.refund, period.last()).granted();
        Reply tooMuch = refund(budget, spend, purchase.price - purchase.refund + 1, period.last());

        List<Long> out = split(purchase.price, List.of(107160L, 16840L));
        List<Long> back = split(purchase.refund, out);
        if (purchase.price == 26400) assertThat(back).containsExactly(1901L, 299L);
        assertThat(refund.text("/amount")).isEqualTo(text(purchase.refund));
        assertThat(tooMuch.refused(422, "exceeds-spend").text("/remaining"))
                .isEqualTo(text(purchase.price - purchase.refund));
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("SpendRefunded"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                back.get(0) == 0 ? "" : "Dr 1200/LA " + text(back.get(0)),
                                back.get(1) == 0 ? "" : "Dr 1200/CLIENT " + text(back.get(1)),
                                "Cr 5000/LA " + text(purchase.refund))
                        .filter(line -> !line.isEmpty())
                        .toList());
        assertThat(books.memorandumOf("SpendRefunded"))
                .containsExactlyInAnyOrder(
                        "Dr 9200/LA " + text(purchase.refund), "Cr 9010/LA " + text(purchase.refund));
        var held = books.account(account);
        assertThat(held.at("/bySource/LA").asString()).isEqualTo(text(107160 - out.get(0) + back.get(0)));
        assertThat(held.at("/bySource/CLIENT").asString()).isEqualTo(text(16840 - out.get(1) + back.get(1)));

        // All that is left comes back to the penny.
        if (purchase.price > purchase.refund) {
            refund(budget, spend, purchase.price - purchase.refund, period.last())
                    .granted();
        }
        assertThat(books.account(account).at("/bySource/CLIENT").asString()).isEqualTo("168.40");
        assertThat(ledger.as("auditor").get(path(budget, spend)).granted().text("/status"))
                .isEqualTo("REFUNDED");
        assertThat(books.total("5000")).isZero();
        assertThat(books.total("9200")).isZero();
        books.areInOrder();
    }

    @ParameterizedTest
    @MethodSource("purchases")
    void aVirementAboveTheNoticeIsTold(Purchase purchase) {
        var year = ledger.nextYear();
        Period period = year.period(1);
        DirectPayment budget = budget(year, DirectPayment.allFrom("LA"));
        String account = funded(budget, year, period);
        // A fifth of 140.00 passes in silence; a tenth of the 1,100.00 of care may be taken at all.
        long silent = 14000 + purchase.refund % 2801;
        long told = 2801 - purchase.refund % 2801 + purchase.price % 8100;

        spend(budget, account, silent, "FLEXIBLE", period.first(), period.last());
        assertThat(notices(budget)).isEmpty();
        Reply spend = spend(budget, account, told, "FLEXIBLE", period.first(), period.last());
        Reply more = spendAnyway(budget, account, 25001 - silent - told, period);

        assertThat(spend.text("/status")).as(spend.body()).isEqualTo("ACCEPTED");
        assertThat(more.text("/status")).as(more.body()).isEqualTo("UNDER_QUERY");
        assertThat(more.json().get("reasons").toString()).isEqualTo("[\"OVER_LINE\"]");
        assertThat(notices(budget)).containsExactly("choir " + text(silent + told - 14000) + " of 140.00");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.total("5040")).isEqualTo(silent + told);
        books.areInOrder();
    }

    private List<String> notices(DirectPayment budget) {
        return ledger.as("auditor")
                .get(budget.path() + "/history?limit=1000")
                .granted()
                .json()
                .get("events")
                .valueStream()
                .filter(event -> event.get("type").asString().equals("VirementNotified"))
                .map(event -> event.get("data"))
                .map(data -> data.get("line").asString() + " "
                        + text(data.get("vired").asLong()) + " of "
                        + text(data.get("lineAllocated").asLong()))
                .toList();
    }

    private Reply spendAnyway(DirectPayment budget, String account, long amount, Period period) {
        return spend(budget, account, amount, "FLEXIBLE", period.first(), period.last());
    }

    @ParameterizedTest
    @MethodSource("purchases")
    void advancesFollowWhatTheCoFunderStillHas(Purchase purchase) {
        var year = ledger.nextYear();
        Period period = year.period(purchase.period);
        DirectPayment budget = budget(year, purchase.funders());
        String account = funded(budget, year, period);
        LocalDate on = period.first().plusDays(5);
        Reply spend = spend(budget, account, purchase.price, "HOME_CARE", on, period.last());
        Books books = new Books(ledger, budget.budget);
        assertAdvances(books);

        ledger.as("reconciler")
                .post(path(budget, spend) + "/queries", "rules", List.of("EVIDENCE_MISSING"))
                .granted();
        assertAdvances(books);
        assertThat(books.total("5000")).isZero();
        assertThat(books.total("4100")).isZero();
        ledger.as("reconciler")
                .post(path(budget, spend) + "/answers", "answer", "The till was broken")
                .granted();
        long reclaimed = purchase.price - purchase.refund;
        Reply judged = ledger.as("practitioner")
                .post(
                        path(budget, spend) + "/judgements",
                        "verdict",
                        "PART",
                        "accepted",
                        text(purchase.refund),
                        "reason",
                        "So much of it was for care")
                .granted();
        assertAdvances(books);

        assertThat(judged.text("/status")).isEqualTo(reclaimed == 0 ? "ACCEPTED" : "PART");
        assertThat(books.total("1350")).isEqualTo(reclaimed);
        assertThat(books.total("5000")).isEqualTo(purchase.refund);
        assertThat(books.total("5800")).isZero();
        refund(budget, spend, purchase.refund, period.last()).granted();
        assertAdvances(books);
        assertThat(books.total("5000")).isZero();
        assertThat(books.total("4100")).isZero();
        books.areInOrder();
    }

    /** 2500 is always the co-funder's part of the accounts, of what is under query and of what is to be paid back. */
    private static void assertAdvances(Books books) {
        long held = books.total("1200", "ICB") + books.total("5800", "ICB") + books.total("1350", "ICB");
        assertThat(books.total("2500", "ICB")).isEqualTo(-held);
    }

    private DirectPayment budget(RunningLedger.Year year, List<Map<String, Object>> funders) {
        DirectPayment budget =
                new DirectPayment(ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", funders);
        budget.contributes("42.10", year.starts());
        return budget;
    }

    private String funded(DirectPayment budget, RunningLedger.Year year, Period period) {
        String account = budget.account("NET", year.starts());
        Reply instalment = budget.instalment(period.id().toString(), period.first());
        budget.paid(instalment.text("/paymentId"), period.first(), period.first());
        ledger.as("reconciler")
                .post(
                        budget.path() + "/contribution-payments",
                        "accountId",
                        account,
                        "amount",
                        "168.40",
                        "on",
                        period.first())
                .granted();
        return account;
    }

    private Reply spend(
            DirectPayment budget, String account, long amount, String category, LocalDate on, LocalDate today) {
        return ledger.as("reconciler")
                .on(today)
                .post(
                        budget.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        text(amount),
                        "on",
                        on,
                        "category",
                        category)
                .granted();
    }

    private Reply refund(DirectPayment budget, Reply spend, long amount, LocalDate on) {
        return ledger.as("reconciler").post(path(budget, spend) + "/refunds", "amount", text(amount), "on", on);
    }

    private static String path(DirectPayment budget, Reply spend) {
        return budget.path() + "/spend/" + spend.text("/spendId");
    }
}
