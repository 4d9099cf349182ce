package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/** S23: what a statement shows is recorded, queried, answered and judged; with other amounts and dates. */
class QueryScenarioIT {

    private static final long NET = 107160;
    private static final long CONTRIBUTION = 16840;

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param wine at an off-licence, in pence
     * @param cash drawn, in pence
     * @param day on which day of the period, counted from 0
     */
    record Statement(long wine, long cash, int period, int day) {

        static final Statement OF_THE_BOOK = new Statement(6499, 4000, 3, 8);

        static Statement of(long seed) {
            Random random = new Random(seed);
            return new Statement(
                    1 + random.nextInt(9000), 1 + random.nextInt(5000), 2 + random.nextInt(8), random.nextInt(27));
        }
    }

    static Stream<Statement> statements() {
        return Stream.of(Statement.OF_THE_BOOK, Statement.of(23), Statement.of(2323), Statement.of(232323));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void s23WhatIsQueriedIsAcceptedOnEvidenceOrReclaimed(Statement statement) {
        var year = ledger.nextYear();
        Period period = year.period(statement.period);
        DirectPayment budget = funded(year, period);
        String account = account(budget, year, period);
        LocalDate on = period.first().plusDays(statement.day);

        Reply wine = spend(budget, account, statement.wine, on, "5921", period.last());
        Reply cash = spend(budget, account, statement.cash, on, "6011", period.last());

        assertThat(wine.text("/status")).isEqualTo("UNDER_QUERY");
        assertThat(wine.json().get("reasons").toString()).isEqualTo("[\"MERCHANT_TO_REVIEW\"]");
        LocalDate answerBy = period.last().plusDays(28);
        assertThat(wine.text("/answerBy")).isEqualTo(answerBy.toString());
        Books books = new Books(ledger, budget.budget);
        assertThat(books.total("5800")).isEqualTo(statement.wine + statement.cash);
        assertThat(ledger.as("auditor")
                        .get(budget.path() + "/flexible-spend")
                        .granted()
                        .text("/underQuery"))
                .isEqualTo(text(statement.wine + statement.cash));

        ledger.as("holder")
                .post(path(budget, cash) + "/answers", "answer", "It was mine")
                .refused(403, "not-the-holder");
        answer(budget, cash, true);
        judge(budget, wine, "RECLAIM").refused(422, "answer-still-due");
        Reply accepted = judge(budget, cash, "ACCEPT").granted();
        Reply reclaimed = judgeOn(budget, wine, "RECLAIM", answerBy.plusDays(1)).granted();

        assertThat(accepted.text("/status")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("/accepted")).isEqualTo(text(statement.cash));
        assertThat(reclaimed.text("/status")).isEqualTo("RECLAIMED");
        assertThat(reclaimed.text("/reclaimed")).isEqualTo(text(statement.wine));
        assertThat(reclaimed.text("/payBy")).isEqualTo(answerBy.plusDays(29).toString());
        assertThat(reclaimed.text("/reconsiderBy"))
                .isEqualTo(answerBy.plusDays(29).toString());
        assertPostings(statement, books);
        assertThat(show(budget, wine).text("/status")).isEqualTo("RECLAIMED");
        assertThat(show(budget, wine).text("/reclaimed")).isEqualTo(text(statement.wine));
        assertThat(show(budget, cash).text("/status")).isEqualTo("ACCEPTED");
        assertThat(show(budget, cash).text("/query/answer")).isEqualTo("A present for the choir");
        assertThat(show(budget, cash).json().at("/query/evidence").asBoolean()).isTrue();
        assertThat(books.account(account).get("balance").asString())
                .isEqualTo(text(NET + CONTRIBUTION - statement.wine - statement.cash));
        books.areInOrder();
    }

    private void assertPostings(Statement statement, Books books) {
        List<Long> wine = split(statement.wine, List.of(NET, CONTRIBUTION));
        List<Long> cash = split(statement.cash, List.of(NET - wine.get(0), CONTRIBUTION - wine.get(1)));
        assertThat(books.postedBy("SpendQueried")).as("nothing has moved again").isEmpty();
        assertThat(books.postedBy("SpendAccepted"))
                .containsExactlyInAnyOrderElementsOf(lines(
                        "Dr 5040/LA " + text(statement.cash),
                        "Cr 5800/LA ",
                        cash.get(0),
                        "Cr 5800/CLIENT ",
                        cash.get(1)));
        assertThat(books.memorandumOf("SpendAccepted"))
                .containsExactlyInAnyOrder("Dr 9010/LA " + text(statement.cash), "Cr 9200/LA " + text(statement.cash));
        assertThat(books.postedBy("SpendReclaimed"))
                .containsExactlyInAnyOrderElementsOf(Stream.of("Dr 1350", "Cr 5800")
                        .flatMap(side -> Stream.of(
                                        wine.get(0) == 0 ? null : side + "/LA " + text(wine.get(0)),
                                        wine.get(1) == 0 ? null : side + "/CLIENT " + text(wine.get(1)))
                                .filter(line -> line != null))
                        .toList());
        assertThat(books.total("5800")).isZero();
        assertThat(books.total("1350")).isEqualTo(statement.wine);
        assertThat(books.total("5040")).isEqualTo(statement.cash);
    }

    private static List<String> lines(String debit, String one, long amount, String other, long rest) {
        return Stream.of(debit, amount == 0 ? "" : one + text(amount), rest == 0 ? "" : other + text(rest))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void s23AQueryAfterOneMonitoringCycleIsOutOfTime(Statement statement) {
        var year = ledger.nextYear();
        Period period = year.period(Math.min(statement.period, 7));
        DirectPayment budget = funded(year, period);
        String account = account(budget, year, period);
        LocalDate on = period.first().plusDays(statement.day);
        Reply choir = spend(budget, account, statement.cash, on, null, on);
        Reply other = spend(budget, account, statement.wine, on, null, on);
        assertThat(choir.text("/status")).isEqualTo("ACCEPTED");
        LocalDate lastDay = on.plusWeeks(13);

        Reply inTime = query(budget, choir, lastDay).granted();
        query(budget, choir, lastDay).refused(409, "already-under-query");
        Reply late = query(budget, other, lastDay.plusDays(1)).refused(422, "query-out-of-time");

        assertThat(late.text("/lastDay")).isEqualTo(lastDay.toString());
        assertThat(late.text("/on")).isEqualTo(on.toString());
        assertThat(inTime.text("/amount")).isEqualTo(text(statement.cash));
        assertThat(inTime.text("/answerBy")).isEqualTo(lastDay.plusDays(28).toString());
        assertThat(show(budget, choir).text("/status")).isEqualTo("UNDER_QUERY");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.total("5800")).isEqualTo(statement.cash);
        assertThat(books.total("5040")).isEqualTo(statement.wine);
        assertThat(books.total("9200")).isEqualTo(-statement.wine);
        books.areInOrder();
    }

    /** 1,071.60 of the council's and 168.40 of the person's from the first day of the period. */
    private DirectPayment funded(RunningLedger.Year year, Period period) {
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
        budget.contributes("42.10", year.starts());
        return budget;
    }

    private String account(DirectPayment budget, RunningLedger.Year year, Period period) {
        String account = budget.account("NET", year.starts());
        Reply instalment = budget.instalment(period.id().toString(), period.first());
        budget.paid(instalment.text("/paymentId"), period.first(), period.first());
        ledger.as("reconciler")
                .post(
                        budget.path() + "/contribution-payments",
                        "accountId",
                        account,
                        "amount",
                        text(CONTRIBUTION),
                        "on",
                        period.first())
                .granted();
        return account;
    }

    private Reply spend(
            DirectPayment budget, String account, long amount, LocalDate on, String merchant, LocalDate today) {
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
                        "FLEXIBLE",
                        "merchantCode",
                        merchant)
                .granted();
    }

    private Reply query(DirectPayment budget, Reply spend, LocalDate today) {
        return ledger.as("reconciler")
                .on(today)
                .post(
                        path(budget, spend) + "/queries",
                        "rules",
                        List.of("SERVES_NO_OUTCOME"),
                        "question",
                        "Which outcome was it for?");
    }

    private void answer(DirectPayment budget, Reply spend, boolean evidence) {
        ledger.as("reconciler")
                .post(path(budget, spend) + "/answers", "answer", "A present for the choir", "evidence", evidence)
                .granted();
    }

    private Reply judge(DirectPayment budget, Reply spend, String verdict) {
        return ledger.as("practitioner")
                .post(path(budget, spend) + "/judgements", "verdict", verdict, "reason", "As the receipt says");
    }

    private Reply judgeOn(DirectPayment budget, Reply spend, String verdict, LocalDate today) {
        return ledger.as("practitioner")
                .on(today)
                .post(path(budget, spend) + "/judgements", "verdict", verdict, "reason", "As the receipt says");
    }

    private Reply show(DirectPayment budget, Reply spend) {
        return ledger.as("auditor").get(path(budget, spend)).granted();
    }

    private static String path(DirectPayment budget, Reply spend) {
        return budget.path() + "/spend/" + spend.text("/spendId");
    }
}
