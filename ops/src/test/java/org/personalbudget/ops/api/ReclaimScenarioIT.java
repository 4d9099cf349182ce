package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;

/** Misuse is made good, and what is left over or cannot be got is let go. */
class ReclaimScenarioIT extends HoldsTooMuch {

    /** A one-off and what is spent of it, in pence. */
    record OneOff(long in, long spent) {
        static OneOff of(long seed) {
            Random random = new Random(seed);
            long in = 10_000 + random.nextInt(40_000);
            return new OneOff(in, in - 1 - random.nextInt(5_000));
        }
    }

    static Stream<OneOff> oneOffs() {
        return Stream.of(new OneOff(30_000, 28_740), OneOff.of(300), OneOff.of(28740), OneOff.of(1260));
    }

    /** 300.00 are paid for a break; 287.40 are spent; 300.00 − 287.40 = 12.60 are waived; the account has 0.00. */
    @ParameterizedTest
    @MethodSource("oneOffs")
    void whatIsLeftOfACarersOneOffIsWaived(OneOff oneOff) {
        Year year = ledger.nextYear();
        Period period = year.period(3);
        String path = carer(year.starts());
        String account = account(path, "DIRECT_PAYMENT", "GROSS", year.starts());
        String payment = ledger.as("payments-officer")
                .on(period.first())
                .post(
                        path + "/instalments",
                        "period",
                        period.id().toString(),
                        "kind",
                        "ONE_OFF",
                        "amount",
                        text(oneOff.in),
                        "purpose",
                        "A break")
                .granted()
                .text("/paymentId");
        paid(payment, period.first());
        ledger.as("reconciler")
                .post(
                        path + "/spend",
                        "accountId",
                        account,
                        "amount",
                        text(oneOff.spent),
                        "on",
                        period.first(),
                        "category",
                        "CARER_SUPPORT",
                        "ringFence",
                        payment,
                        "payee",
                        "Seaside Hotel")
                .granted();

        String left = text(oneOff.in - oneOff.spent);
        String relief = propose(path, "WAIVER", "ACCOUNT", "accountId", account, left);
        ledger.as("reconciler").post(path + "/reliefs/" + relief + "/approval").refused(403, "role-may-not");
        ledger.as("controller").post(path + "/reliefs/" + relief + "/approval").granted();

        Books books = new Books(ledger, path.substring("/budgets/".length()));
        assertThat(books.postedBy("ReliefApproved"))
                .containsExactlyInAnyOrder("Dr 5900/LA " + left, "Cr 1200/LA " + left);
        assertThat(books.account(account).get("balance").asString()).isEqualTo("0.00");
        assertThat(books.total("5900")).isEqualTo(oneOff.in - oneOff.spent);
        assertThat(ledger.as("auditor").get(path + "/reclaims").text("/reliefs/0/standing"))
                .isEqualTo("APPROVED");
        books.areInOrder();
    }

    /** Of 1,240.00 that are owed 600.00 are written off, above the 500.00 a controller may; 640.00 come by bank. */
    @Test
    void aWriteOffAboveTheControllersLimitIsThePanels() {
        Year year = ledger.nextYear();
        Held held = threePeriods(year, new Amounts(2200, 1250, 3500, 4210, 0), "GROSS");
        LocalDate day = year.period(3).first();
        String id = notice(held.path(), held.account(), "SURPLUS", day).text("/reclaimId");
        LocalDate later = day.plusDays(29);
        ledger.as("controller")
                .on(later)
                .post(held.path() + "/reclaims/" + id + "/decision")
                .granted();
        String relief = propose(held.path(), "WRITE_OFF", "RECLAIM", "reclaimId", id, "600.00");

        ledger.as("controller")
                .post(held.path() + "/reliefs/" + relief + "/approval")
                .refused(403, "above-relief-limit");
        ledger.as("panel")
                .post(held.path() + "/reliefs/" + relief + "/approval")
                .granted();
        ledger.as("reconciler")
                .post(held.path() + "/reclaims/" + id + "/receipts", "amount", "640.01", "on", later, "route", "BANK")
                .refused(422, "exceeds-reclaim");
        ledger.as("reconciler")
                .post(held.path() + "/reclaims/" + id + "/receipts", "on", later, "route", "BANK")
                .granted();

        Books books = new Books(ledger, held.budget());
        assertThat(books.postedBy("ReliefApproved"))
                .containsExactlyInAnyOrder("Dr 5900/LA 600.00", "Cr 1350/LA 600.00");
        assertThat(books.postedBy("ReclaimReceived"))
                .containsExactlyInAnyOrder("Dr 1000/LA 640.00", "Cr 1350/LA 640.00");
        assertThat(books.total("1350")).isZero();
        assertThat(ledger.as("controller")
                        .get("/reclaims?standing=SETTLED&limit=1000")
                        .body())
                .contains(id);
        assertThat(ledger.as("controller")
                        .get("/reclaims?standing=NOTICED&limit=1000")
                        .body())
                .doesNotContain(id);
        books.areInOrder();
    }

    /**
     * 64.99 at an off-licence is owed back at once. 40.00 are paid into the account: 1,240.00 − 64.99 + 40.00 = 1,215.01.
     * The other 24.99 are kept back from P05's 1,240.00, but only when it can no longer be reconsidered: 1,215.01 arrive,
     * the account has 2,430.02, and nothing is left in transit or to be paid.
     */
    @Test
    void misuseIsPaidIntoTheAccountAndFromAnInstalment() {
        Year year = ledger.nextYear();
        DirectPayment budget = budget(year, Amounts.OF_THE_BOOK);
        String account = budget.account("GROSS", year.starts());
        LocalDate day = year.period(3).first();
        instal(budget, year.period(3), day);
        String spend = ledger.as("reconciler")
                .post(
                        budget.path() + "/spend",
                        "accountId",
                        account,
                        "amount",
                        "64.99",
                        "on",
                        day,
                        "category",
                        "FLEXIBLE",
                        "lineId",
                        "choir",
                        "merchantCode",
                        "5921",
                        "payee",
                        "Off-licence")
                .granted()
                .text("/spendId");
        LocalDate judged = day.plusDays(29);
        ledger.as("practitioner")
                .on(judged)
                .post(budget.path() + "/spend/" + spend + "/judgements", "verdict", "RECLAIM", "reason", "Not care")
                .granted();
        String reclaim = budget.path() + "/reclaims/"
                + ledger.as("auditor").get(budget.path() + "/reclaims").text("/reclaims/0/reclaimId");
        ledger.as("reconciler")
                .post(reclaim + "/receipts", "amount", "40.00", "on", judged, "route", "ACCOUNT")
                .granted();
        Period next = year.period(5);
        String payment = budget.instalment(next.id().toString(), judged).text("/paymentId");
        ledger.as("reconciler")
                .post(reclaim + "/receipts", "on", judged, "route", "INSTALMENT", "paymentId", payment)
                .refused(409, "reconsideration-open");
        LocalDate over = judged.plusDays(29);
        ledger.as("reconciler")
                .on(over)
                .post(reclaim + "/receipts", "on", over, "route", "INSTALMENT", "paymentId", payment)
                .granted();
        paid(payment, over);

        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ReclaimReceived"))
                .containsExactlyInAnyOrder(
                        "Dr 1200/LA 40.00",
                        "Cr 1350/LA 40.00",
                        "Dr 2200/LA 24.99",
                        "Cr 1350/LA 24.99",
                        "Dr 5900/LA 24.99",
                        "Cr 1190/LA 24.99");
        assertThat(books.account(account).get("balance").asString()).isEqualTo("2430.02");
        assertThat(books.total("1190")).isZero();
        assertThat(books.total("2200")).isZero();
        assertThat(books.total("1350")).isZero();
        books.areInOrder();
    }

    /** A carer with a plan for breaks. */
    private String carer(LocalDate starts) {
        String budget = ledger.as("practitioner")
                .on(starts.minusDays(1))
                .post(
                        "/budgets",
                        "personRef",
                        "P-" + UUID.randomUUID(),
                        "careGroup",
                        "CARER",
                        "startsOn",
                        starts,
                        "weekly",
                        "10.00",
                        "indicativeWeekly",
                        "10.00",
                        "funders",
                        DirectPayment.allFrom("LA"))
                .granted()
                .text("/budgetId");
        ledger.as("practitioner")
                .post(
                        "/budgets/" + budget + "/plans",
                        "effectiveFrom",
                        starts,
                        "outcomes",
                        List.of(object("id", "O1", "statement", "A rest from caring")),
                        "lines",
                        List.of(object(
                                "id",
                                "break",
                                "kind",
                                "OUTCOME",
                                "category",
                                "CARER_SUPPORT",
                                "outcomeId",
                                "O1",
                                "weekly",
                                "10.00")))
                .granted();
        ledger.as("approver").post("/budgets/" + budget + "/plans/1/approval").granted();
        return "/budgets/" + budget;
    }
}
