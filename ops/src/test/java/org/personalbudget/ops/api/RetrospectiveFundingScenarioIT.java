package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import tools.jackson.databind.JsonNode;

/**
 * The NHS turns out to be responsible for everything since a day in the past.
 *
 * <p>For three periods the council paid 1,240.00 less the contribution of 168.40, that is 1,071.60, into the account, and
 * for the second an invoice of 1,028.55 besides; the person paid two of the three contributions into the account. From the
 * second period on the NHS bears all. Nothing is due from the person for the second and third: 336.80 less, of which
 * 168.40 were never paid and 168.40 are owed back, and are the council's money in the account from now on. So the
 * account has 1,240.00 for the third period, and is owed 168.40 for the second. The NHS bears at once 1,071.60 +
 * 1,240.00 + 1,028.55 = 3,340.15, and once the 168.40 have arrived 3,508.55 = 2 × 1,240.00 + 1,028.55; it is asked for
 * that, and nothing of it was posted before. Of the contributions only the first period's 168.40 are left.
 */
class RetrospectiveFundingScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param contribution a week, in pence
     * @param first the first of the four periods
     */
    record Playing(long contribution, long invoice, int first) {

        static Playing of(long seed) {
            Random random = new Random(seed);
            return new Playing(1 + random.nextInt(9000), 80000 + random.nextInt(30000), 1 + random.nextInt(8));
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(new Playing(4210, 102855, 3), Playing.of(19), Playing.of(1991), Playing.of(1948));
    }

    @ParameterizedTest
    @MethodSource("playings")
    void theNhsPaysBackWhatTheCouncilPaidAndThePersonOwesNothing(Playing playing) {
        var year = ledger.nextYear();
        Period second = year.period(playing.first + 1);
        Period third = year.period(playing.first + 2);
        long due = 4 * playing.contribution;
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
        budget.contributes(text(playing.contribution), year.starts());
        String account = budget.account("NET", year.starts());
        Books books = new Books(ledger, budget.budget);
        paidNet(budget, year.period(playing.first), account, due);
        paidNet(budget, second, account, due);
        invoiced(budget, second, playing.invoice);
        paidNet(budget, third, account, 0);

        Reply changed = nhsPaysFrom(budget, second.first(), third.last());

        long atOnce = 124000 - due + 124000 + playing.invoice;
        if (due == 16840) assertThat(atOnce).isEqualTo(334015);
        assertThat(changed.text("/moved/ICB")).isEqualTo(text(atOnce));
        assertThat(changed.text("/moved/LA")).isEqualTo(text(-atOnce));
        assertThat(books.total("1300")).isZero();
        assertThat(books.total("2300")).isEqualTo(-due);
        assertThat(books.total("4000")).isEqualTo(-due);
        assertThat(books.total("12", "CLIENT")).isEqualTo(due);
        String adjustment = lastInstalment(budget);
        assertThat(ledger.as("auditor").get("/payments/" + adjustment).text("/amount"))
                .isEqualTo(text(due));
        budget.paid(adjustment, third.last(), third.last());

        Reply asked = ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB")
                .granted();
        String all = text(2 * 124000 + playing.invoice);
        assertThat(asked.text("/amount")).isEqualTo(all);
        assertThat(asked.text("/advanced")).isEqualTo("0.00");
        assertThat(books.postedBy("FunderRecharged")).containsExactly("Dr 1500/ICB " + all, "Cr 4100/ICB " + all);
        assertThat(books.advancedBy("ICB")).isZero();
        ledger.as("controller")
                .post(budget.path() + "/recharges/" + asked.text("/rechargeId") + "/payments", "on", third.last())
                .granted();
        nextIsTheNhsAlone(budget, year.period(playing.first + 3), books);
        books.areInOrder();
    }

    private void paidNet(DirectPayment budget, Period period, String account, long contribution) {
        LocalDate day = period.first();
        Reply instalment = budget.instalment(period.id().toString(), day);
        budget.paid(instalment.text("/paymentId"), day, day);
        if (contribution == 0) return;
        ledger.as("reconciler")
                .post(
                        budget.path() + "/contribution-payments",
                        "accountId",
                        account,
                        "amount",
                        text(contribution),
                        "on",
                        day)
                .granted();
    }

    private void invoiced(DirectPayment budget, Period period, long amount) {
        String supplier = ledger.as("invoice-officer")
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        ledger.as("invoice-officer")
                .on(period.last())
                .post(
                        budget.path() + "/provider-payments",
                        "supplierId",
                        supplier,
                        "lineId",
                        "care",
                        "amount",
                        text(amount),
                        "serviceFrom",
                        period.first(),
                        "serviceTo",
                        period.last())
                .granted();
    }

    private Reply nhsPaysFrom(DirectPayment budget, LocalDate from, LocalDate today) {
        var all = List.of(object("funder", "LA", "share", "0.00"), object("funder", "ICB", "share", "100.00"));
        Client controller = ledger.as("controller").on(today);
        controller
                .post(
                        budget.path() + "/funders",
                        "from",
                        from,
                        "funders",
                        List.of(object("funder", "ICB", "share", "100.00")),
                        "reason",
                        "Continuing healthcare")
                .refused(422, "lead-changes")
                .about("/funders");
        Reply changed = controller
                .post(
                        budget.path() + "/funders",
                        "from",
                        from,
                        "funders",
                        all,
                        "reason",
                        "Continuing healthcare was agreed afterwards")
                .granted();
        controller
                .post(budget.path() + "/funders", "from", from, "funders", all, "reason", "Once more")
                .refused(422, "same-funders");
        return changed;
    }

    private String lastInstalment(DirectPayment budget) {
        String payment = null;
        JsonNode events = ledger.as("auditor")
                .get(budget.path() + "/history?limit=1000")
                .granted()
                .json()
                .get("events");
        for (JsonNode event : events) {
            if (event.get("type").asString().equals("InstalmentApproved")) {
                payment = event.get("data").get("payment").asString();
            }
        }
        return payment;
    }

    private void nextIsTheNhsAlone(DirectPayment budget, Period period, Books books) {
        Reply next = budget.instalment(period.id().toString(), period.first());
        assertThat(next.text("/payable")).isEqualTo("1240.00");
        assertThat(next.text("/contribution")).isEqualTo("0.00");
        budget.paid(next.text("/paymentId"), period.first(), period.first());
        assertThat(books.advancedBy("ICB")).isEqualTo(124000);
        assertThat(books.total("1500")).isEqualTo(124000);
    }
}
