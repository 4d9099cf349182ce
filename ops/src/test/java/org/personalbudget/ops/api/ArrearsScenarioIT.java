package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/** Contributions that nobody pays, and some that were paid twice: S04 and a refund, with other amounts too. */
class ArrearsScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * The amounts of one playing, in pence a week.
     *
     * @param hours hundredths of an hour of care a week
     * @param period the first period that is not paid for
     */
    record Amounts(long rate, long hours, long flexible, long contribution, int period) {

        static final Amounts OF_THE_BOOK = new Amounts(2200, 1250, 3500, 4210, 3);

        static Amounts of(long seed) {
            Random random = new Random(seed);
            return new Amounts(
                    1500 + 4 * random.nextInt(400),
                    400 + 25 * random.nextInt(30),
                    2000 + random.nextInt(4000),
                    1000 + random.nextInt(4000),
                    2 + random.nextInt(8));
        }

        long care() {
            return rate * hours / 100;
        }

        long weekly() {
            return care() + flexible;
        }

        long due() {
            return contribution * 4;
        }

        long net() {
            return weekly() * 4 - due();
        }
    }

    static Stream<Amounts> amounts() {
        return Stream.of(Amounts.OF_THE_BOOK, Amounts.of(20250602), Amounts.of(20250630), Amounts.of(20250728));
    }

    /**
     * S04. 310.00 a week is 1,240.00 a period; 42.10 a week is 168.40. It falls due on 2 June, 30 June and 28 July and is
     * never paid: on 24 August 3 × 168.40 = 505.20 are unpaid, for 83, 55 and 27 days. Every instalment is 1,240.00 less
     * the 168.40 of its own period, 1,071.60, and the account has no more than that to spend in a period.
     */
    @ParameterizedTest
    @MethodSource("amounts")
    void s04ThreePeriodsUnpaid(Amounts amounts) {
        var year = ledger.nextYear();
        DirectPayment budget = budget(year.starts(), amounts);
        String account = budget.account("NET", year.starts());

        for (int i = 0; i < 3; i++) {
            Period period = year.period(amounts.period + i);
            Reply instalment = budget.instalment(period.id().toString(), period.first());
            budget.paid(instalment.text("/paymentId"), period.first(), period.first());
            assertThat(instalment.text("/gross")).isEqualTo(text(amounts.weekly() * 4));
            assertThat(instalment.text("/payable")).isEqualTo(text(amounts.net()));
            if (i == 0) theAccountAffordsTheNetAmount(budget, account, period.first(), amounts);
        }

        LocalDate end = year.period(amounts.period + 2).last();
        Reply arrears = ledger.as("contributions-officer")
                .on(end)
                .get(budget.path() + "/arrears")
                .granted();
        String due = text(amounts.due());
        if (amounts.equals(Amounts.OF_THE_BOOK)) {
            assertThat(arrears.text("/outstanding")).isEqualTo("505.20");
            assertThat(arrears.text("/unpaid/DAYS_0_28")).isEqualTo("168.40");
        }
        assertThat(arrears.text("/outstanding")).isEqualTo(text(amounts.due() * 3));
        assertThat(arrears.text("/unpaid/DAYS_0_28")).isEqualTo(due);
        assertThat(arrears.text("/unpaid/DAYS_29_56")).isEqualTo(due);
        assertThat(arrears.text("/unpaid/DAYS_57_84")).isEqualTo(due);
        assertThat(arrears.text("/unpaid/DAYS_85_ON")).isEqualTo("0.00");
        assertThat(arrears.text("/periods/0/period"))
                .isEqualTo(year.period(amounts.period).id().toString());
        assertThat(arrears.json().at("/notices").size()).isEqualTo(2);
        assertThat(arrears.text("/notices/0/kind")).isEqualTo("ALERT");
        assertThat(arrears.text("/notices/0/raisedOn"))
                .isEqualTo(year.period(amounts.period + 1).first().toString());
        assertThat(arrears.text("/notices/0/outstanding")).isEqualTo(text(amounts.due() * 2));
        assertThat(arrears.text("/notices/1/kind")).isEqualTo("REVIEW");
        assertThat(arrears.text("/notices/1/unpaidPeriods")).isEqualTo("3");
        theDayBeforeTheThirdFellDue(budget, year.period(amounts.period + 2).first(), amounts);
        isListed(budget, amounts);

        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ContributionFellDue"))
                .hasSize(6)
                .containsOnly("Dr 1300/CLIENT " + due, "Cr 4000/CLIENT " + due);
        assertThat(books.total("1300")).isEqualTo(amounts.due() * 3);
        assertThat(books.account(account).get("balance").asString()).isEqualTo(text(amounts.net() * 3));
        books.areInOrder();
    }

    /** One penny more than was paid in is more than there is. */
    private void theAccountAffordsTheNetAmount(DirectPayment budget, String account, LocalDate on, Amounts amounts) {
        var held = new Books(ledger, budget.budget).account(account);
        assertThat(held.get("spendable").asString()).isEqualTo(text(amounts.net()));
        Reply spend = ledger.as("reconciler")
                .post(
                        budget.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        text(amounts.net() + 1),
                        "on",
                        on,
                        "category",
                        "HOME_CARE",
                        "lineId",
                        "care",
                        "payee",
                        "Agency",
                        "paid",
                        false)
                .granted();
        assertThat(spend.text("/status")).isEqualTo("HELD");
        assertThat(spend.body()).contains("CANNOT_AFFORD");
    }

    private void theDayBeforeTheThirdFellDue(DirectPayment budget, LocalDate third, Amounts amounts) {
        Reply before = ledger.as("auditor")
                .get(budget.path() + "/arrears?effective=" + third.minusDays(1))
                .granted();
        assertThat(before.text("/outstanding")).isEqualTo(text(amounts.due() * 2));
        assertThat(before.text("/unpaid/DAYS_0_28")).isEqualTo(text(amounts.due()));
        assertThat(before.text("/unpaid/DAYS_29_56")).isEqualTo(text(amounts.due()));
        assertThat(before.json().at("/notices").size()).isEqualTo(1);
    }

    /** Council-wide, page by page. */
    private void isListed(DirectPayment budget, Amounts amounts) {
        String cursor = "";
        while (true) {
            Reply page =
                    ledger.as("controller").get("/arrears?limit=1" + cursor).granted();
            for (var each : page.json().get("arrears")) {
                if (!each.get("budgetId").asString().equals(budget.budget)) continue;
                assertThat(each.get("outstanding").asString()).isEqualTo(text(amounts.due() * 3));
                assertThat(each.get("unpaidPeriods").asInt()).isEqualTo(3);
                return;
            }
            assertThat(page.json().get("nextCursor").isNull()).as("listed").isFalse();
            cursor = "&cursor=" + page.text("/nextCursor");
        }
    }

    /**
     * 168.40 is due and the person pays it twice: 336.80 in, 168.40 too much. It is paid back through the bank, where
     * 168.40 stays; the bank sends it back once, and takes it the second time. 2300 ends at nothing.
     */
    @ParameterizedTest
    @MethodSource("amounts")
    void whatWasPaidTwiceIsPaidBackThroughTheBank(Amounts amounts) {
        var year = ledger.nextYear();
        Period period = year.period(amounts.period);
        LocalDate first = period.first();
        DirectPayment budget = budget(year.starts(), amounts);
        ledger.as("contributions-officer")
                .on(first)
                .post(
                        budget.path() + "/contribution-dues",
                        "period",
                        period.id().toString())
                .granted();
        for (int i = 0; i < 2; i++) {
            ledger.as("reconciler")
                    .on(first.plusDays(i))
                    .post(
                            budget.path() + "/contribution-payments",
                            "amount",
                            text(amounts.due()),
                            "on",
                            first.plusDays(i))
                    .granted();
        }
        Reply arrears = ledger.as("auditor").get(budget.path() + "/arrears").granted();
        assertThat(arrears.text("/credit")).isEqualTo(text(amounts.due()));

        Client officer = ledger.as("contributions-officer").on(first.plusDays(2));
        officer.post(budget.path() + "/contribution-refunds", "amount", text(amounts.due() + 1))
                .refused(422, "exceeds-refundable")
                .about("/amount");
        Reply refund = officer.post(budget.path() + "/contribution-refunds").granted();
        assertThat(refund.text("/amount")).isEqualTo(text(amounts.due()));
        officer.post(budget.path() + "/contribution-refunds").refused(422, "nothing-to-refund");
        String payment = refund.text("/paymentId");
        budget.paid(payment, first.plusDays(3), first.plusDays(4));
        ledger.as("payments-officer")
                .on(first.plusDays(5))
                .post("/payments/" + payment + "/return", "code", "INVALID_DETAILS", "on", first.plusDays(5))
                .granted();
        assertThat(new Books(ledger, budget.budget).total("2300")).isEqualTo(-amounts.due());
        ledger.as("payments-officer-2")
                .post("/payments/" + payment + "/reissue")
                .granted();
        budget.paid(payment, first.plusDays(6), first.plusDays(7));

        String due = text(amounts.due());
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ContributionRefunded"))
                .containsExactly("Dr 1300/CLIENT " + due, "Cr 2300/CLIENT " + due);
        assertThat(books.postedBy("PaymentReturned")).containsExactly("Dr 1000/CLIENT " + due, "Cr 2300/CLIENT " + due);
        assertThat(books.total("1000")).isEqualTo(amounts.due());
        assertThat(books.total("2300")).isZero();
        assertThat(books.total("1100")).isZero();
        assertThat(books.total("1300")).isZero();
        assertThat(books.total("4000")).isEqualTo(-amounts.due());
        books.areInOrder();
    }

    private DirectPayment budget(LocalDate starts, Amounts amounts) {
        DirectPayment budget = new DirectPayment(
                ledger,
                starts,
                text(amounts.weekly()),
                BigDecimal.valueOf(amounts.hours, 2).toPlainString(),
                text(amounts.rate),
                text(amounts.care()),
                text(amounts.flexible),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(amounts.contribution), starts);
        return budget;
    }
}
