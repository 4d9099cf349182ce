package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/** S24: a wage to a relative in the household, before, under and beyond a necessity decision. */
class RelativeScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /** One playing: who is paid how much, and how many days of the period the decision covers from its eighth day. */
    record Wage(Object payee, String relationship, long amount, int daysCovered, int period) {

        static Wage of(long seed, Object payee, String relationship) {
            Random random = new Random(seed);
            return new Wage(
                    payee, relationship, 5000 + random.nextInt(20000), 2 + random.nextInt(10), 2 + random.nextInt(10));
        }
    }

    static Stream<Wage> wages() {
        return Stream.of(
                new Wage("son, same household", "RELATIVE", 22000, 7, 3),
                Wage.of(24, "Wife", "SPOUSE"),
                Wage.of(42, object("name", "A. Helper", "relationship", "sister", "sameHousehold", true), "RELATIVE"));
    }

    @ParameterizedTest
    @MethodSource("wages")
    void s24AWageToARelativeWaitsForADecisionOrIsQueried(Wage wage) {
        var year = ledger.nextYear();
        Period period = year.period(wage.period);
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
        String account = budget.account("NET", year.starts());
        Reply instalment = budget.instalment(period.id().toString(), period.first());
        budget.paid(instalment.text("/paymentId"), period.first(), period.first());
        String supplier = ledger.as("invoice-officer")
                .on(period.last())
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "INDIVIDUAL")
                .granted()
                .text("/supplierId");
        LocalDate covered = period.first().plusDays(7);
        LocalDate last = covered.plusDays(wage.daysCovered - 1L);

        assertHeld(spend(budget, account, wage, covered, false), "HELD");
        assertHeld(provider(budget, supplier, wage, covered), "HELD");
        assertHeld(spend(budget, account, wage, covered, true), "UNDER_QUERY");

        ledger.as("practitioner")
                .post(
                        budget.path() + "/necessity-decisions",
                        "relationship",
                        wage.relationship,
                        "from",
                        covered,
                        "to",
                        last,
                        "reason",
                        "Nobody else can lift him at night")
                .granted();

        assertThat(spend(budget, account, wage, covered, false).text("/status")).isEqualTo("CLEARED");
        assertThat(spend(budget, account, wage, last, true).text("/status")).isEqualTo("ACCEPTED");
        assertHeld(spend(budget, account, wage, last.plusDays(1), false), "HELD");
        assertHeld(spend(budget, account, wage, covered.minusDays(1), false), "HELD");
        assertHeld(provider(budget, supplier, wage, last.plusDays(1)), "HELD");
        assertHeld(spend(budget, account, wage, last.plusDays(1), true), "UNDER_QUERY");
        assertThat(provider(budget, supplier, wage, covered).text("/status")).isEqualTo("AUTHORISED");

        Books books = new Books(ledger, budget.budget);
        assertThat(books.total("5800")).as("under query").isEqualTo(2 * wage.amount);
        assertThat(books.postedBy("SpendRecorded"))
                .containsExactly(
                        "Dr 5800/LA " + text(wage.amount),
                        "Cr 1200/LA " + text(wage.amount),
                        "Dr 5000/LA " + text(wage.amount),
                        "Cr 1200/LA " + text(wage.amount),
                        "Dr 5800/LA " + text(wage.amount),
                        "Cr 1200/LA " + text(wage.amount));
        assertThat(books.account(account).get("balance").asString()).isEqualTo(text(31000 * 4 - 3 * wage.amount));
        books.areInOrder();
    }

    private Reply spend(DirectPayment budget, String account, Wage wage, LocalDate on, boolean paid) {
        return ledger.as("reconciler")
                .post(
                        budget.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        text(wage.amount),
                        "on",
                        on,
                        "category",
                        "HOME_CARE",
                        "lineId",
                        "care",
                        "payee",
                        wage.payee,
                        "paid",
                        paid)
                .granted();
    }

    private Reply provider(DirectPayment budget, String supplier, Wage wage, LocalDate on) {
        return ledger.as("invoice-officer")
                .post(
                        budget.path() + "/provider-payments",
                        "supplierId",
                        supplier,
                        "lineId",
                        "care",
                        "amount",
                        "22.00",
                        "serviceFrom",
                        on,
                        "serviceTo",
                        on,
                        "payee",
                        wage.payee)
                .granted();
    }

    private static void assertHeld(Reply reply, String status) {
        assertThat(reply.text("/status")).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().get("reasons").toString()).isEqualTo("[\"NECESSITY_NOT_DECIDED\"]");
    }
}
