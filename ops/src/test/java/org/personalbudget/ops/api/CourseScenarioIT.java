package org.personalbudget.ops.api;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.days;
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
import org.personalbudget.ops.api.RunningLedger.Year;

/**
 * A year in which much happens to one direct payment of 310.00 a week, 42.10 of it the person's own contribution, kept
 * back: 1,240.00 − 168.40 = 1,071.60 a period.
 *
 * <p>P03, which has been paid, finds the person in hospital from its eighth day. The policy pays 14 days of that in full,
 * so that 21 days cost 930.00, of which the person pays 126.30: 803.70 is what the account should have had, 267.90 less
 * than it got. Nothing is paid for P04 until the person is home for its last 14 days: 620.00 − 84.20 = 535.80.
 *
 * <p>P06 has been paid too when a prepaid card takes the place of the account after nine days. Of the 1,240.00 nine days
 * cost 398.57, and the person owes 54.12 for them: 344.45. The card has the other 841.43 and 114.28: 727.15, which is what
 * the account got above its own.
 *
 * <p>The instalment of P08 is called off. When 352.50 a week is approved from its first day, nothing is paid for it all the
 * same; approved anew it comes to 1,410.00 − 168.40 = 1,241.60.
 */
class CourseScenarioIT {

    private static final int HOSPITAL_DAYS = 14;

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing, in pence a week and days.
     *
     * @param rate of one hour of care
     * @param hours hundredths of an hour of care a week
     * @param hospital days of P03 before the hospital, at most 13
     * @param away days of P04 before the return, at least 1
     * @param moved days of P06 before the card
     * @param more by how much the weekly amount rises from P08 on
     */
    record Course(
            long rate, long hours, long flexible, long contribution, int hospital, int away, int moved, long more) {

        static final Course OF_THE_BOOK = new Course(2200, 1250, 3500, 4210, 7, 14, 9, 4250);

        static Course of(long seed) {
            Random random = new Random(seed);
            return new Course(
                    1500 + 4 * random.nextInt(400),
                    400 + 25 * random.nextInt(20),
                    2000 + random.nextInt(4000),
                    1000 + random.nextInt(3000),
                    random.nextInt(HOSPITAL_DAYS),
                    1 + random.nextInt(27),
                    1 + random.nextInt(27),
                    1 + random.nextInt(9000));
        }

        long care() {
            return rate * hours / 100;
        }

        long weekly() {
            return care() + flexible;
        }

        long gross(long days) {
            return days(weekly(), days, HALF_UP);
        }

        long due(long days) {
            return days(contribution, days, DOWN);
        }

        long payable(long days) {
            return gross(days) - due(days);
        }
    }

    static Stream<Course> courses() {
        return Stream.of(Course.OF_THE_BOOK, Course.of(31), Course.of(32), Course.of(33));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void hospitalHomeACardAndAnInstalmentCalledOff(Course course) {
        Year year = ledger.nextYear();
        DirectPayment budget = new DirectPayment(
                ledger,
                year.starts(),
                text(course.weekly()),
                BigDecimal.valueOf(course.hours, 2).toPlainString(),
                text(course.rate),
                text(course.care()),
                text(course.flexible),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(course.contribution), year.starts());
        String account = budget.account("NET", year.starts());
        Books books = new Books(ledger, budget.budget);

        long due = toHospital(budget, course, year.period(3));
        due += home(budget, course, year.period(4));
        assertThat(books.total("1300")).isEqualTo(due);
        long held = course.payable(28) + course.payable(28 - course.away);
        assertThat(books.account(account).get("balance").asString()).isEqualTo(text(held));

        String card = toCard(budget, account, course, year.period(6));
        due += course.due(28);
        assertThat(books.total("1300")).isEqualTo(due);

        long again = calledOff(budget, card, course, year.period(8));
        due += course.due(28);
        assertThat(books.total("1300")).isEqualTo(due);
        assertThat(books.total("4000")).isEqualTo(-due);
        long onCard = course.payable(28) - course.payable(course.moved) + again;
        assertThat(books.account(account).get("balance").asString()).isEqualTo(text(held + course.payable(28)));
        assertThat(books.account(card).get("balance").asString()).isEqualTo(text(onCard));
        assertThat(books.total("12")).isEqualTo(held + course.payable(28) + onCard);
        assertThat(books.total("1190")).isZero();
        assertThat(books.total("2200")).isZero();
        if (course == Course.OF_THE_BOOK) {
            // 126.30 + 84.20 + 168.40 + 168.40; 1,071.60 + 535.80 + 1,071.60; 727.15 + 1,241.60.
            assertThat(List.of(due, held + course.payable(28), onCard)).containsExactly(54730L, 267900L, 196875L);
        }
        books.areInOrder();
    }

    /** Pays the period, and sends the person to hospital in its course; what is due for it then. */
    private long toHospital(DirectPayment budget, Course course, Period period) {
        paid(budget, period, course.payable(28));
        LocalDate from = period.first().plusDays(course.hospital);
        long days = course.hospital + HOSPITAL_DAYS;

        Reply suspended = ledger.as("practitioner")
                .on(from)
                .post(budget.path() + "/suspension", "from", from, "reason", "HOSPITAL", "note", "A fall at home")
                .granted();

        assertThat(suspended.text("/withheldFrom"))
                .isEqualTo(from.plusDays(HOSPITAL_DAYS).toString());
        assertThat(suspended.json().at("/consequences/overAdvances")).hasSize(1);
        assertThat(suspended.text("/consequences/overAdvances/0/amount"))
                .isEqualTo(text(course.payable(28) - course.payable(days)));
        assertThat(suspended.text("/consequences/contributions/0/before")).isEqualTo(text(course.due(28)));
        assertThat(suspended.text("/consequences/contributions/0/after")).isEqualTo(text(course.due(days)));
        if (course == Course.OF_THE_BOOK) {
            assertThat(suspended.text("/consequences/overAdvances/0/amount")).isEqualTo("267.90");
            assertThat(suspended.text("/consequences/contributions/0/after")).isEqualTo("126.30");
        }
        ledger.as("practitioner")
                .post(budget.path() + "/suspension", "from", from.plusDays(1), "reason", "HOSPITAL")
                .refused(409, "already-suspended");
        return course.due(days);
    }

    /** Nothing is paid for the period until the person is home; what is due for it then. */
    private long home(DirectPayment budget, Course course, Period period) {
        ledger.as("payments-officer")
                .on(period.first())
                .post(budget.path() + "/instalments", "period", period.id().toString(), "kind", "REGULAR")
                .refused(422, "nothing-to-pay");
        LocalDate from = period.first().plusDays(course.away);
        ledger.as("practitioner")
                .on(from)
                .post(budget.path() + "/resumption", "from", from)
                .granted();
        Reply instalment = budget.instalment(period.id().toString(), from);
        long days = 28 - course.away;
        assertThat(instalment.text("/payable")).isEqualTo(text(course.payable(days)));
        if (course == Course.OF_THE_BOOK)
            assertThat(instalment.text("/payable")).isEqualTo("535.80");
        budget.paid(instalment.text("/paymentId"), from, from);
        ledger.as("practitioner")
                .post(budget.path() + "/resumption", "from", from)
                .refused(409, "not-suspended");
        return course.due(days);
    }

    /** Pays the period, and gives the rest of it to a card that takes the place of the account; the card. */
    private String toCard(DirectPayment budget, String account, Course course, Period period) {
        paid(budget, period, course.payable(28));
        LocalDate from = period.first().plusDays(course.moved);
        long ofTheCard = course.payable(28) - course.payable(course.moved);
        Reply moved = ledger.as("practitioner")
                .on(from)
                .post(
                        budget.path() + "/accounts/" + account + "/move",
                        "kind",
                        "PREPAID_CARD",
                        "method",
                        "NET",
                        "holderRef",
                        budget.person,
                        "from",
                        from)
                .granted();
        assertThat(moved.text("/lastDay")).isEqualTo(from.minusDays(1).toString());
        assertThat(moved.text("/consequences/overAdvances/0/accountId")).isEqualTo(account);
        assertThat(moved.text("/consequences/overAdvances/0/amount")).isEqualTo(text(ofTheCard));
        String card = moved.text("/accountId");
        Reply instalment = instalment(budget, card, period);
        assertThat(instalment.text("/payable")).isEqualTo(text(ofTheCard));
        if (course == Course.OF_THE_BOOK)
            assertThat(instalment.text("/payable")).isEqualTo("727.15");
        budget.paid(instalment.text("/paymentId"), from, from);
        return card;
    }

    /** Calls the period off before it is paid, lets the budget rise, and approves it anew; what is paid for it then. */
    private long calledOff(DirectPayment budget, String card, Course course, Period period) {
        LocalDate day = period.first();
        String first = budget.instalment(period.id().toString(), day).text("/paymentId");
        ledger.as("payments-officer")
                .post("/payments/" + first + "/cancellation")
                .granted();

        ledger.as("practitioner")
                .post(
                        budget.path() + "/plans",
                        "effectiveFrom",
                        day,
                        "weekly",
                        text(course.weekly() + course.more),
                        "outcomes",
                        List.of(object("id", "O2", "statement", "Singing with others, and going there")),
                        "lines",
                        List.of(
                                line("care", "SERVICE", "HOME_CARE", text(course.care())),
                                line("choir", "OUTCOME", "FLEXIBLE", text(course.flexible + course.more))))
                .granted();
        Reply approved =
                ledger.as("approver").post(budget.path() + "/plans/2/approval").granted();
        assertThat(approved.json().at("/consequences/adjustments")).isEmpty();
        ledger.as("payments-approver")
                .post("/payments/" + first + "/submission")
                .refused(409, "payment-not-ready");

        Reply again = instalment(budget, card, period);
        long amount = days(course.weekly() + course.more, 28, HALF_UP) - course.due(28);
        assertThat(again.text("/payable")).isEqualTo(text(amount));
        if (course == Course.OF_THE_BOOK) assertThat(again.text("/payable")).isEqualTo("1241.60");
        budget.paid(again.text("/paymentId"), day, day);
        return amount;
    }

    private void paid(DirectPayment budget, Period period, long payable) {
        Reply instalment = budget.instalment(period.id().toString(), period.first());
        assertThat(instalment.text("/payable")).isEqualTo(text(payable));
        budget.paid(instalment.text("/paymentId"), period.first(), period.first());
    }

    private Reply instalment(DirectPayment budget, String account, Period period) {
        return ledger.as("payments-officer")
                .post(
                        budget.path() + "/instalments",
                        "period",
                        period.id().toString(),
                        "kind",
                        "REGULAR",
                        "accountId",
                        account)
                .granted();
    }

    private static Map<String, Object> line(String id, String kind, String category, String weekly) {
        return object("id", id, "kind", kind, "category", category, "outcomeId", "O2", "weekly", weekly);
    }
}
