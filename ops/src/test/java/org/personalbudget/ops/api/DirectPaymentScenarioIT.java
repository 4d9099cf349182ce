package org.personalbudget.ops.api;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.days;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/** Direct payments, NET and GROSS and from the middle of a period: S01, S02 and S03, with other amounts and dates. */
class DirectPaymentScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * The amounts of one playing, in pence a week.
     *
     * @param hours hundredths of an hour of care a week
     * @param period which period is played
     */
    record Amounts(long rate, long hours, long flexible, long contribution, long choir, int period) {

        static final Amounts OF_THE_BOOK = new Amounts(2200, 1250, 3500, 4210, 11800, 3);

        static Amounts of(long seed) {
            Random random = new Random(seed);
            long rate = 1500 + 4 * random.nextInt(400);
            long hours = 400 + 25 * random.nextInt(30);
            return new Amounts(
                    rate,
                    hours,
                    2000 + random.nextInt(4000),
                    1000 + random.nextInt(4000),
                    1 + random.nextInt(8000),
                    2 + random.nextInt(10));
        }

        long care() {
            return rate * hours / 100;
        }

        long weekly() {
            return care() + flexible;
        }

        String hoursText() {
            return BigDecimal.valueOf(hours, 2).toPlainString();
        }

        /** The most whole hours of care that fit into a period, less two. */
        long careSpend() {
            return rate * (hours * 4 / 100 - 2);
        }
    }

    static Stream<Amounts> amounts() {
        return Stream.of(Amounts.OF_THE_BOOK, Amounts.of(20250607), Amounts.of(20250921));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void s01NetThePersonPaysTheContributionIntoTheAccount(Amounts amounts) {
        var year = ledger.nextYear();
        Period period = year.period(amounts.period);
        long gross = amounts.weekly() * 28 / 7;
        long contribution = amounts.contribution * 28 / 7;
        long net = gross - contribution;
        DirectPayment budget = budget(year.starts(), amounts);
        String account = budget.account("NET", year.starts());

        Reply instalment =
                budget.instalment(period.id().toString(), period.first().minusDays(5));
        budget.paid(instalment.text("/paymentId"), period.first().minusDays(4), period.first());
        ledger.as("reconciler")
                .on(period.first().plusDays(1))
                .post(
                        budget.path() + "/contribution-payments",
                        "accountId",
                        account,
                        "amount",
                        text(contribution),
                        "on",
                        period.first().plusDays(1))
                .granted();
        ledger.as("auditor").on(period.last()).get("/trial-balance").granted();
        Reply care = budget.spend(
                account, text(amounts.careSpend()), period.first().plusDays(9), "HOME_CARE", "care", "Agency");
        Reply choir = budget.spend(
                account, text(amounts.choir), period.first().plusDays(16), "FLEXIBLE", "choir", "Riverside Choir");

        assertThat(instalment.text("/gross")).isEqualTo(text(gross));
        assertThat(instalment.text("/contribution")).isEqualTo(text(contribution));
        assertThat(instalment.text("/payable")).isEqualTo(text(net));
        List<Long> careSplit = split(amounts.careSpend(), List.of(net, contribution));
        List<Long> left = List.of(net - careSplit.get(0), contribution - careSplit.get(1));
        List<Long> choirSplit = split(amounts.choir, left);
        assertAccepted(care, careSplit);
        assertAccepted(choir, choirSplit);

        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("InstalmentApproved"))
                .containsExactly("Dr 1190/LA " + text(net), "Cr 2200/LA " + text(net));
        assertThat(books.postedBy("PaymentSubmitted"))
                .containsExactly("Dr 2200/LA " + text(net), "Cr 1100/LA " + text(net));
        assertThat(books.postedBy("PaymentSettled"))
                .containsExactly("Dr 1100/LA " + text(net), "Cr 1000/LA " + text(net));
        assertThat(books.postedBy("AccountCredited"))
                .containsExactly("Dr 1200/LA " + text(net), "Cr 1190/LA " + text(net));
        assertThat(books.postedBy("ContributionFellDue"))
                .containsExactly("Dr 1300/CLIENT " + text(contribution), "Cr 4000/CLIENT " + text(contribution));
        assertThat(books.postedBy("ContributionReceived"))
                .containsExactly("Dr 1200/CLIENT " + text(contribution), "Cr 1300/CLIENT " + text(contribution));
        assertThat(books.postedBy("SpendRecorded"))
                .containsExactlyInAnyOrder(
                        "Dr 5000/LA " + text(amounts.careSpend()),
                        "Cr 1200/LA " + text(careSplit.get(0)),
                        "Cr 1200/CLIENT " + text(careSplit.get(1)),
                        "Dr 5040/LA " + text(amounts.choir),
                        "Cr 1200/LA " + text(choirSplit.get(0)),
                        "Cr 1200/CLIENT " + text(choirSplit.get(1)));
        var held = books.account(account);
        assertThat(held.get("balance").asString()).isEqualTo(text(gross - amounts.careSpend() - amounts.choir));
        assertThat(held.at("/bySource/LA").asString()).isEqualTo(text(left.get(0) - choirSplit.get(0)));
        assertThat(held.at("/bySource/CLIENT").asString()).isEqualTo(text(left.get(1) - choirSplit.get(1)));
        assertThat(books.total("1000")).isEqualTo(-net);
        books.areInOrder();
    }

    private void assertAccepted(Reply spend, List<Long> split) {
        assertThat(spend.text("/status")).as(spend.body()).isEqualTo("ACCEPTED");
        assertThat(spend.text("/split/LA")).isEqualTo(text(split.get(0)));
        assertThat(spend.text("/split/CLIENT")).isEqualTo(text(split.get(1)));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void s02GrossTheCouncilPaysEverythingAndBillsThePerson(Amounts amounts) {
        var year = ledger.nextYear();
        Period period = year.period(amounts.period);
        long gross = amounts.weekly() * 28 / 7;
        long contribution = amounts.contribution * 28 / 7;
        DirectPayment budget = budget(year.starts(), amounts);
        String account = budget.account("GROSS", year.starts());

        Reply instalment =
                budget.instalment(period.id().toString(), period.first().minusDays(5));
        budget.paid(instalment.text("/paymentId"), period.first().minusDays(4), period.first());
        ledger.as("reconciler")
                .on(period.last())
                .post(
                        budget.path() + "/contribution-payments",
                        "amount",
                        text(contribution),
                        "on",
                        period.first().plusDays(14))
                .granted();
        budget.spend(account, text(amounts.careSpend()), period.first().plusDays(9), "HOME_CARE", "care", "Agency");
        budget.spend(account, text(amounts.choir), period.first().plusDays(16), "FLEXIBLE", "choir", "Riverside Choir");

        assertThat(instalment.text("/payable")).isEqualTo(text(gross));
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ContributionReceived"))
                .containsExactly("Dr 1000/CLIENT " + text(contribution), "Cr 1300/CLIENT " + text(contribution));
        assertThat(books.postedBy("SpendRecorded"))
                .containsExactlyInAnyOrder(
                        "Dr 5000/LA " + text(amounts.careSpend()),
                        "Cr 1200/LA " + text(amounts.careSpend()),
                        "Dr 5040/LA " + text(amounts.choir),
                        "Cr 1200/LA " + text(amounts.choir));
        assertThat(books.total("1000")).as("net cash").isEqualTo(contribution - gross);
        assertThat(books.total("50")).as("gross expenditure").isEqualTo(amounts.careSpend() + amounts.choir);
        assertThat(books.total("4000")).as("contribution income").isEqualTo(-contribution);
        assertThat(books.account(account).get("balance").asString())
                .isEqualTo(text(gross - amounts.careSpend() - amounts.choir));
        books.areInOrder();
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void s03FromTheMiddleOfAPeriodWithMoneyToStart(Amounts amounts) {
        var year = ledger.nextYear();
        boolean ofTheBook = amounts.equals(Amounts.OF_THE_BOOK);
        LocalDate starts =
                ofTheBook ? year.starts().plusDays(10) : year.starts().plusDays(amounts.choir % 27 + 1);
        long startUp = ofTheBook ? 34500 : amounts.choir + 1;
        Period period = year.period(1);
        long days = starts.until(period.last()).getDays() + 1;
        long gross = days(amounts.weekly(), days, HALF_UP);
        long contribution = days(amounts.contribution, days, DOWN);
        long net = gross - contribution;
        DirectPayment budget = budget(starts, amounts);
        String account = budget.account("NET", starts);

        Reply regular = budget.instalment(period.id().toString(), starts);
        Reply oneOff = ledger.as("payments-officer")
                .post(
                        budget.path() + "/instalments",
                        "period",
                        period.id().toString(),
                        "kind",
                        "ONE_OFF",
                        "amount",
                        text(startUp),
                        "purpose",
                        "Insurance and a payroll account")
                .granted();
        budget.paid(regular.text("/paymentId"), starts, starts.plusDays(1));
        budget.paid(oneOff.text("/paymentId"), starts.plusDays(1), starts.plusDays(1));

        assertThat(regular.text("/gross")).isEqualTo(text(gross));
        assertThat(regular.text("/contribution")).isEqualTo(text(contribution));
        assertThat(regular.text("/payable")).isEqualTo(text(net));
        if (ofTheBook) assertThat(List.of(gross, contribution, net)).containsExactly(79714L, 10825L, 68889L);
        assertThat(oneOff.text("/payable")).isEqualTo(text(startUp));
        Books books = new Books(ledger, budget.budget);
        assertThat(books.total("1000")).isEqualTo(-net - startUp);
        var held = books.account(account);
        assertThat(held.get("balance").asString()).isEqualTo(text(net + startUp));
        assertThat(held.get("ringFenced").asString()).isEqualTo(text(startUp));
        assertThat(held.get("spendable").asString()).isEqualTo(text(net));
        books.areInOrder();
    }

    private DirectPayment budget(LocalDate starts, Amounts amounts) {
        DirectPayment budget = new DirectPayment(
                ledger,
                starts,
                text(amounts.weekly()),
                amounts.hoursText(),
                text(amounts.rate),
                text(amounts.care()),
                text(amounts.flexible),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(amounts.contribution), starts);
        return budget;
    }
}
