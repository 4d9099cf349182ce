package org.personalbudget.ops.api;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.days;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/** Death in the middle of a period: S16, with the contribution unpaid and paid, and other amounts and dates. */
class DeathScenarioIT {

    private static RunningLedger ledger;

    /** The council consumes the person's contribution first, so a ledger with that policy of its own. */
    @BeforeAll
    static void aPolicyOfTheCouncil() {
        ledger = RunningLedger.ofItsOwn();
        ledger.as("admin")
                .post("/policies", "attribution", "CLIENT_FIRST_CONSUMED")
                .granted();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    /**
     * @param flexible what of the weekly 275.00 + flexible is flexible, in pence
     * @param day of the period on which the person dies, counted from 1
     * @param paidIn whether the contribution of that period had been paid
     */
    record Death(
            long flexible,
            long contribution,
            int period,
            int day,
            long spent,
            long wages,
            long notice,
            boolean paidIn) {

        static final Death OF_THE_BOOK = new Death(3500, 4210, 7, 10, 163925, 26400, 27500, false);

        static Death of(long seed, boolean paidIn) {
            Random random = new Random(seed);
            return new Death(
                    2000 + random.nextInt(5000),
                    1000 + random.nextInt(4000),
                    3 + random.nextInt(9),
                    2 + random.nextInt(26),
                    70000 + random.nextInt(90000),
                    1 + random.nextInt(30000),
                    1 + random.nextInt(30000),
                    paidIn);
        }

        long weekly() {
            return 27500 + flexible;
        }
    }

    static Stream<Death> deaths() {
        return Stream.of(
                Death.OF_THE_BOOK,
                new Death(3500, 4210, 7, 10, 163925, 26400, 27500, true),
                Death.of(161, false),
                Death.of(162, true),
                Death.of(163, false));
    }

    /**
     * Three instalments of 1,071.60 and two contributions of 168.40 have come in, 1,639.25 is spent: 1,912.35 is left, all
     * of it the council's. The person dies on the tenth day of P07: of 1,240.00 those days cost 442.86, of 168.40 they ask
     * for 60.14. 108.26 of the contribution is not due any more and 797.14 of the allocation is taken back; 688.88 too much
     * had been paid. Wages 264.00, notice 275.00 and a fee of 12.00 are still paid, and 1,361.35 comes back.
     */
    @ParameterizedTest
    @MethodSource("deaths")
    void s16WhatWasIncurredIsSettledAndTheRestComesBack(Death death) {
        var year = ledger.nextYear();
        DirectPayment budget = new DirectPayment(
                ledger,
                year.starts(),
                text(death.weekly()),
                "12.5",
                "22.00",
                "275.00",
                text(death.flexible),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(death.contribution), year.starts());
        String account = budget.account("NET", year.starts());
        long contribution = 4 * death.contribution;
        long net = 4 * death.weekly() - contribution;
        for (int i = death.period - 2; i <= death.period; i++) {
            Period period = year.period(i);
            LocalDate day = period.first();
            budget.paid(budget.instalment(period.id().toString(), day).text("/paymentId"), day, day);
            if (i < death.period) {
                contribute(budget, account, contribution, day);
                long half = i == death.period - 2 ? death.spent / 2 : death.spent - death.spent / 2;
                budget.spend(account, text(half), day, "HOME_CARE", "care", "Agency");
            }
        }
        Period last = year.period(death.period);
        if (death.paidIn) contribute(budget, account, contribution, last.first());
        LocalDate died = last.first().plusDays(death.day - 1);
        LocalDate told = died.plusDays(13);
        long gross = days(death.weekly(), death.day, HALF_UP);
        long due = days(death.contribution, death.day, DOWN);
        long notDue = contribution - due;

        Reply death0 = ledger.as("practitioner")
                .on(told)
                .post(budget.path() + "/death", "on", died)
                .granted();

        assertThat(death0.text("/consequences/contributions/0/before")).isEqualTo(text(contribution));
        assertThat(death0.text("/consequences/contributions/0/after")).isEqualTo(text(due));
        Books books = new Books(ledger, budget.budget);
        assertThat(books.posted("PeriodsAllocated", last.id(), "9000")).isEqualTo(gross);
        assertThat(books.posted("PeriodsAllocated", year.period(13).id(), "9000"))
                .isZero();
        String client = death.paidIn ? "Cr 2300/CLIENT " : "Cr 1300/CLIENT ";
        assertThat(books.postedBy("ContributionAdjusted"))
                .containsExactlyInAnyOrder("Dr 4000/CLIENT " + text(notDue), client + text(notDue));
        if (death.paidIn) {
            assertThat(books.postedBy("ClientMoneyReleased"))
                    .containsExactlyInAnyOrder("Dr 1200/LA " + text(notDue), "Cr 1200/CLIENT " + text(notDue));
        } else {
            long overAdvance = net - (gross - due);
            assertThat(death0.text("/consequences/overAdvances/0/amount")).isEqualTo(text(overAdvance));
            if (death == Death.OF_THE_BOOK) assertThat(text(overAdvance)).isEqualTo("688.88");
        }
        assertThat(books.total("1300")).isEqualTo(death.paidIn ? 0 : due);
        long left = books.account(account).get("balance").asString().equals("")
                ? 0
                : Pence.of(books.account(account).get("balance").asString());
        long paidIns = contribution * (death.paidIn ? 3 : 2);
        assertThat(left).isEqualTo(3 * net + paidIns - death.spent);

        settle(budget, account, death.wages, told, "PERSONAL_ASSISTANT");
        settle(budget, account, death.notice, told, "PERSONAL_ASSISTANT");
        settle(budget, account, 1200, told, "SUPPORT_FEE");
        assertThat(books.total("5010")).isEqualTo(death.wages + death.notice);
        assertThat(books.total("5070")).isEqualTo(1200);
        ledger.as("payments-officer")
                .post(
                        budget.path() + "/instalments",
                        "period",
                        year.period(death.period + 1).id().toString(),
                        "kind",
                        "REGULAR")
                .refused(409, "budget-has-ended");

        returned(budget, account, left - death.wages - death.notice - 1200, told);
        if (death == Death.OF_THE_BOOK) {
            assertThat(left - death.wages - death.notice - 1200).isEqualTo(136135);
        }
        assertThat(books.account(account).get("balance").asString()).isEqualTo("0.00");
        assertThat(books.total("1350")).isZero();
        books.areInOrder();
    }

    private void contribute(DirectPayment budget, String account, long amount, LocalDate on) {
        ledger.as("reconciler")
                .post(budget.path() + "/contribution-payments", "accountId", account, "amount", text(amount), "on", on)
                .granted();
    }

    private void settle(DirectPayment budget, String account, long amount, LocalDate on, String category) {
        Reply spent = ledger.as("reconciler")
                .post(
                        budget.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        text(amount),
                        "on",
                        on,
                        "category",
                        category,
                        "payee",
                        "Sam")
                .granted();
        assertThat(spent.text("/status")).as(spent.body()).isEqualTo("ACCEPTED");
    }

    /** Notice, the time for reconsideration, decision by another, and the money. */
    private void returned(DirectPayment budget, String account, long amount, LocalDate told) {
        Reply notice = ledger.as("reconciler")
                .post(
                        budget.path() + "/reclaims",
                        "accountId",
                        account,
                        "kind",
                        "CLOSING",
                        "reasons",
                        "The budget has ended.")
                .granted();
        assertThat(notice.text("/amount")).isEqualTo(text(amount));
        String reclaim = budget.path() + "/reclaims/" + notice.text("/reclaimId");
        LocalDate later = told.plusDays(40);
        ledger.as("controller").on(later).post(reclaim + "/decision").granted();
        ledger.as("reconciler")
                .post(reclaim + "/receipts", "on", later, "route", "BANK")
                .granted();
    }
}
