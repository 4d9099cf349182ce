package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/** What a main run leaves out and why, how it differs from the one before, and what falls out of it at the last moment. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PayRunExclusionIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private final PayRuns runs = new PayRuns(ledger);

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Order(1)
    @Test
    void aRunNamesWhomItLeavesOutAndHowItDiffers() {
        Year year = new Year(2025);
        Period p03 = year.period(3);
        Period p04 = year.period(4);
        LocalDate today = LocalDate.parse("2025-05-29");
        DirectPayment paid = budget(year);
        DirectPayment suspended = budget(year);
        DirectPayment dies = budget(year);
        DirectPayment ends = budget(year);
        DirectPayment noDetails = budget(year);
        DirectPayment late = budget(year);
        for (DirectPayment each : List.of(paid, suspended, dies, ends, noDetails))
            account(each, year, today, noDetails);

        Reply first = runs.build("MAIN", p03.first(), today);

        assertThat(first.json().at("/totals/payments").asInt()).isEqualTo(4);
        assertThat(first.text("/totals/amount")).isEqualTo("4960.00");
        assertExcluded(first, noDetails, "NO_DETAILS", "1240.00");
        assertThat(first.json().get("excluded").size()).isEqualTo(1);
        assertThat(first.json().at("/variance/added").asInt()).isEqualTo(4);
        Reply again = runs.build("MAIN", p03.first(), today);
        assertExcluded(again, paid, "IN_ANOTHER_RUN", "1240.00");
        ledger.as("payments-approver")
                .post("/pay-runs/" + again.text("/runId") + "/approval", "hash", again.text("/hash"))
                .refused(422, "pay-run-is-empty");
        ledger.as("payments-officer")
                .post("/pay-runs/" + again.text("/runId") + "/cancellation")
                .granted();
        runs.approve(first, today);

        Client practitioner = ledger.as("practitioner");
        practitioner
                .on(p03.first())
                .post(suspended.path() + "/suspension", "from", p03.first(), "reason", "CONCERN")
                .granted();
        practitioner.post(dies.path() + "/death", "on", p03.first()).granted();
        practitioner
                .post(ends.path() + "/ending", "on", p03.last(), "reason", "MOVED_AWAY")
                .granted();
        account(late, year, p03.first(), noDetails);
        LocalDate next = LocalDate.parse("2025-06-26");
        Reply second = runs.build("MAIN", p04.first(), next);

        assertExcluded(second, suspended, "SUSPENDED", "0.00");
        assertExcluded(second, dies, "DEAD", "0.00");
        assertExcluded(second, ends, "ENDED", "0.00");
        assertThat(runs.itemsOf(second, paid.budget)).hasSize(1);
        assertThat(runs.itemsOf(second, late.budget)).hasSize(1);
        assertThat(second.json().at("/variance/added").asInt()).isEqualTo(1);
        assertThat(second.json().at("/variance/gone").asInt()).isEqualTo(3);
        assertThat(second.json().at("/variance/unchanged").asInt()).isEqualTo(1);
        assertThat(second.json().at("/variance/changed").asInt()).isZero();
        runs.addsUp(second);
        fallsOut(second, late, next);
        for (DirectPayment each : List.of(paid, suspended, dies, ends)) new Books(ledger, each.budget).areInOrder();
    }

    /**
     * Somebody stops an instalment. No run pays it, main or not, until it is approved by itself: then the next one does,
     * and once.
     */
    @Order(2)
    @Test
    void aRunLeavesOutWhatWasCalledOffUntilItIsApprovedAnew() {
        Year year = new Year(2026);
        Period p03 = year.period(3);
        LocalDate today = p03.first().minusDays(4);
        DirectPayment paid = budget(year);
        DirectPayment stopped = budget(year);
        for (DirectPayment each : List.of(paid, stopped)) account(each, year, today, null);
        Reply given = runs.build("MAIN", p03.first(), today);
        String payment =
                runs.itemsOf(given, stopped.budget).getFirst().get("paymentId").asString();
        ledger.as("payments-officer")
                .post("/payments/" + payment + "/cancellation")
                .granted();
        giveUp(given);

        Reply main = runs.build("MAIN", p03.first(), today);
        assertExcluded(main, stopped, "REFUSED", "0.00");
        assertThat(runs.of(main, "excluded", stopped.budget)
                        .getFirst()
                        .get("code")
                        .asString())
                .isEqualTo("instalment-called-off");
        // What was in the run that was given up goes out with this one.
        assertThat(runs.itemsOf(main, paid.budget)).hasSize(1);
        runs.approve(main, today);
        for (String kind : List.of("CATCH_UP", "EMERGENCY")) {
            Reply run = runs.build(kind, p03.first(), today);
            assertThat(runs.itemsOf(run, stopped.budget)).isEmpty();
            giveUp(run);
        }

        stopped.instalment(p03.id().toString(), today);
        Reply catchUp = runs.build("CATCH_UP", p03.first(), today);
        assertThat(runs.itemsOf(catchUp, stopped.budget)
                        .getFirst()
                        .get("amount")
                        .asString())
                .isEqualTo("1240.00");
        runs.approve(catchUp, today);
        Reply after = runs.build("MAIN", p03.first(), today);
        assertThat(runs.of(after, "excluded", stopped.budget)).isEmpty();
        assertThat(runs.itemsOf(after, stopped.budget)).isEmpty();
        for (DirectPayment each : List.of(paid, stopped)) new Books(ledger, each.budget).areInOrder();
    }

    /**
     * Asked for again under the same key, a run is what it was built as, whatever has fallen due since; and once it is
     * given up it is not filled any more, and all of it is free for the next.
     */
    @Order(3)
    @Test
    void aRunThatWasBuiltOrGivenUpIsNotFilledAnyMore() {
        Year year = new Year(2027);
        LocalDate today = year.period(3).first().minusDays(4);
        DirectPayment early = budget(year);
        DirectPayment late = budget(year);
        account(early, year, today, null);
        Client officer = ledger.as("payments-officer").on(today).key("run-of-2027");
        Object[] asked = {"kind", "MAIN", "dueBy", year.period(3).first()};
        Reply built = officer.post("/pay-runs", asked).granted();
        account(late, year, today, null);
        late.instalment(year.period(3).id().toString(), today);

        Reply again = officer.post("/pay-runs", asked).granted();
        assertThat(again.text("/runId")).isEqualTo(built.text("/runId"));
        assertThat(again.text("/hash")).isEqualTo(built.text("/hash"));
        assertThat(runs.itemsOf(again, late.budget)).isEmpty();
        ledger.as("payments-approver")
                .post("/pay-runs/" + built.text("/runId") + "/cancellation")
                .granted();
        Reply gone = officer.post("/pay-runs", asked).granted();
        assertThat(gone.text("/status")).isEqualTo("CANCELLED");
        ledger.as("payments-approver")
                .post("/pay-runs/" + built.text("/runId") + "/approval", "hash", built.text("/hash"))
                .refused(409, "pay-run-not-ready");

        Reply next = runs.build("MAIN", year.period(3).first(), today);
        for (DirectPayment each : List.of(early, late)) {
            assertThat(runs.itemsOf(next, each.budget)).hasSize(1);
            new Books(ledger, each.budget).areInOrder();
        }
        giveUp(next);
    }

    private void giveUp(Reply run) {
        ledger.as("payments-officer")
                .post("/pay-runs/" + run.text("/runId") + "/cancellation")
                .granted();
    }

    /** Between building and approving somebody dies: what was approved for them is dropped, and the totals say so. */
    private void fallsOut(Reply run, DirectPayment late, LocalDate today) {
        String item = runs.itemsOf(run, late.budget).getFirst().get("paymentId").asString();
        ledger.as("practitioner").post(late.path() + "/death", "on", today).granted();
        Reply approved = runs.approve(run, today);
        JsonNode dropped = runs.of(approved, "dropped", late.budget).getFirst();
        assertThat(dropped.get("paymentId").asString()).isEqualTo(item);
        assertThat(dropped.get("dropped").asString())
                .isIn("payment-not-ready", "payment-has-changed", "person-has-died");
        assertThat(approved.json().at("/released/payments").asInt())
                .isEqualTo(run.json().at("/totals/payments").asInt() - 1);
        long less = Pence.of(run.text("/totals/amount")) - Pence.of(approved.text("/released/amount"));
        assertThat(Pence.text(less)).isEqualTo("1240.00");
        assertThat(runs.file(approved, "pain.001")).doesNotContain(item.replace("-", ""));
        new Books(ledger, late.budget).areInOrder();
    }

    private DirectPayment budget(Year year) {
        return new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
    }

    private void account(DirectPayment budget, Year year, LocalDate today, @Nullable DirectPayment without) {
        String account = ledger.as("practitioner")
                .on(today)
                .post(
                        budget.path() + "/accounts",
                        "kind",
                        "DIRECT_PAYMENT",
                        "method",
                        "GROSS",
                        "holderRef",
                        budget.person,
                        "startsOn",
                        year.period(3).first())
                .granted()
                .text("/accountId");
        if (budget != without) runs.details(budget.path() + "/accounts/" + account, PayRuns.NUMBER, today);
    }

    private void assertExcluded(Reply run, DirectPayment budget, String reason, String amount) {
        JsonNode excluded = runs.of(run, "excluded", budget.budget).getFirst();
        assertThat(excluded.get("reason").asString()).isEqualTo(reason);
        assertThat(excluded.get("amount").asString()).isEqualTo(amount);
        assertThat(runs.itemsOf(run, budget.budget)).isEmpty();
    }
}
