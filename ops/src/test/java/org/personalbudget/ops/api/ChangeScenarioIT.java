package org.personalbudget.ops.api;

import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.days;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.JsonNode;

/** Decided today for the past: S14, and other amounts and dates. */
class ChangeScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * The amounts of one playing, in pence a week.
     *
     * @param rate of one hour of care
     * @param hours hundredths of an hour of care a week
     * @param more by how much the weekly amount rises, on the flexible line
     * @param period the period in whose middle the rise begins
     * @param intoPeriod how many days of that period keep the old amount
     * @param later how many periods later it is decided
     */
    record Rise(
            long rate, long hours, long flexible, long contribution, long more, int period, int intoPeriod, int later) {

        static final Rise OF_THE_BOOK = new Rise(2200, 1250, 3500, 4210, 4250, 6, 14, 2);

        static Rise of(long seed) {
            Random random = new Random(seed);
            return new Rise(
                    1500 + 4 * random.nextInt(400),
                    400 + 25 * random.nextInt(20),
                    2000 + random.nextInt(4000),
                    1000 + random.nextInt(3000),
                    1 + random.nextInt(9000),
                    2 + random.nextInt(5),
                    random.nextInt(28),
                    1 + random.nextInt(3));
        }

        long care() {
            return rate * hours / 100;
        }

        long weekly() {
            return care() + flexible;
        }
    }

    static Stream<Rise> rises() {
        return Stream.of(Rise.OF_THE_BOOK, Rise.of(141), Rise.of(142), Rise.of(143));
    }

    /**
     * 310.00 becomes 352.50 from the fifteenth day of P06 (8 Sep 2025), decided in P08 (10 Nov). Of P06 two weeks are
     * owed, 2 × 42.50 = 85.00; of P07 and P08, which have been paid, 4 × 42.50 = 170.00 each: 425.00 in all, posted on the
     * day of the decision and kept apart by the period it is for.
     */
    @ParameterizedTest
    @MethodSource("rises")
    void s14ARiseForThePastIsOwedByPeriod(Rise rise) {
        var year = ledger.nextYear();
        DirectPayment budget = new DirectPayment(
                ledger,
                year.starts(),
                text(rise.weekly()),
                BigDecimal.valueOf(rise.hours, 2).toPlainString(),
                text(rise.rate),
                text(rise.care()),
                text(rise.flexible),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(rise.contribution), year.starts());
        String account = budget.account("NET", year.starts());
        List<Period> paid = new ArrayList<>();
        for (int i = rise.period; i <= rise.period + rise.later; i++) paid.add(year.period(i));
        for (Period period : paid) {
            LocalDate day = period.first();
            String payment = budget.instalment(period.id().toString(), day).text("/paymentId");
            budget.paid(payment, day, day);
        }
        LocalDate from = year.period(rise.period).first().plusDays(rise.intoPeriod);
        LocalDate decided = paid.getLast().first().plusDays(21);
        long after = rise.weekly() + rise.more;

        Reply approved = decide(budget, rise, from, decided);

        List<String> owed = new ArrayList<>();
        long total = 0;
        for (Period period : paid) {
            long affected =
                    ChronoUnit.DAYS.between(from.isAfter(period.first()) ? from : period.first(), period.last()) + 1;
            long amount = days(rise.more, affected, HALF_UP);
            total += amount;
            owed.add(period.id() + " " + text(amount));
        }
        assertThat(adjustments(approved)).containsExactlyElementsOf(owed);
        if (rise == Rise.OF_THE_BOOK) {
            assertThat(owed.stream().map(each -> each.substring(each.indexOf(' ') + 1)))
                    .containsExactly("85.00", "170.00", "170.00");
        }
        Books books = new Books(ledger, budget.budget);
        for (Period period : paid) {
            long gross = days(rise.weekly(), 28, HALF_UP) - days(rise.contribution, 28, HALF_UP);
            long amount = books.posted("InstalmentApproved", period.id(), "1190");
            assertThat(owed).contains(period.id() + " " + text(amount - gross));
        }
        for (JsonNode each : approved.json().at("/consequences/adjustments")) {
            budget.paid(each.get("paymentId").asString(), decided, decided);
        }
        assertThat(books.account(account).get("balance").asString())
                .isEqualTo(text((rise.weekly() - rise.contribution) * 4 * paid.size() + total));
        assertWeekly(budget, from, decided.minusDays(1), rise.weekly());
        assertWeekly(budget, from, decided.plusDays(1), after);
        assertWeekly(budget, from.minusDays(1), decided.plusDays(1), rise.weekly());
        assertThat(books.total("1190")).isZero();
        assertThat(books.total("2200")).isZero();
        books.areInOrder();
    }

    private Reply decide(DirectPayment budget, Rise rise, LocalDate from, LocalDate decided) {
        ledger.as("practitioner")
                .on(decided)
                .post(
                        budget.path() + "/plans",
                        "effectiveFrom",
                        from,
                        "weekly",
                        text(rise.weekly() + rise.more),
                        "outcomes",
                        List.of(object("id", "O2", "statement", "Singing with others, and going there")),
                        "lines",
                        List.of(
                                line("care", "SERVICE", "HOME_CARE", text(rise.care())),
                                line("choir", "OUTCOME", "FLEXIBLE", text(rise.flexible + rise.more))))
                .granted();
        return ledger.as("approver").post(budget.path() + "/plans/2/approval").granted();
    }

    private static Map<String, Object> line(String id, String kind, String category, String weekly) {
        return object("id", id, "kind", kind, "category", category, "outcomeId", "O2", "weekly", weekly);
    }

    private static List<String> adjustments(Reply approved) {
        List<String> adjustments = new ArrayList<>();
        for (JsonNode each : approved.json().at("/consequences/adjustments")) {
            adjustments.add(
                    each.get("period").asString() + " " + each.get("payable").asString());
        }
        return adjustments;
    }

    /** The weekly amount for a day, as it was known at noon of another. */
    private void assertWeekly(DirectPayment budget, LocalDate effective, LocalDate known, long weekly) {
        Reply balance = ledger.as("auditor")
                .on(known.plusDays(1))
                .get(budget.path() + "/balance?effective=" + effective + "&known="
                        + known.atTime(12, 0).toInstant(ZoneOffset.UTC))
                .granted();
        assertThat(balance.text("/weekly")).isEqualTo(text(weekly));
    }
}
