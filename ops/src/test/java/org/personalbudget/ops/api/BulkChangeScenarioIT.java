package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** One decision about many budgets: S17 and S26, and other amounts. */
class BulkChangeScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();
    private final RunningLedger.Year year = ledger.nextYear();

    /** @param weekly of each budget, in pence */
    record Cut(long basisPoints, List<Long> weekly) {

        static final Cut OF_THE_BOOK = new Cut(500, List.of(31000L, 24691L, 8333L, 37944L));

        static Cut of(long seed) {
            Random random = new Random(seed);
            List<Long> weekly = new ArrayList<>();
            for (int i = 0; i < 3 + random.nextInt(4); i++) weekly.add(5000L + random.nextInt(90_000));
            return new Cut(1 + random.nextInt(2_000), weekly);
        }

        long proposed(long each) {
            return BigDecimal.valueOf(each)
                    .multiply(BigDecimal.valueOf(10_000 - basisPoints))
                    .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    static Stream<Cut> cuts() {
        return Stream.of(Cut.OF_THE_BOOK, Cut.of(171), Cut.of(172), Cut.of(173));
    }

    /**
     * 5 % of 310.00, 246.91, 83.33 and 379.44: 294.50, 234.56, 79.16 and 360.47 are proposed, 968.69 a week or 3,874.76 a
     * period against 1,019.68 or 4,078.72: 203.96 would be saved, and nothing is, until each is decided.
     */
    @ParameterizedTest
    @MethodSource("cuts")
    void s17ACutProposesForEachAndDecidesForNone(Cut cut) {
        List<String> budgets = cut.weekly.stream().map(this::budget).toList();
        long facts = ledger.facts();
        String batch = "cut-" + UUID.randomUUID();

        Reply proposals = order("CUT", "percent", text(cut.basisPoints), batch, budgets);

        long proposed = 0;
        long before = 0;
        for (int i = 0; i < budgets.size(); i++) {
            JsonNode each = proposals.json().at("/proposals/" + i);
            assertThat(each.get("budgetId").asString()).isEqualTo(budgets.get(i));
            assertThat(each.get("status").asString()).isEqualTo("PROPOSED");
            assertThat(each.get("proposedWeekly").asString()).isEqualTo(text(cut.proposed(cut.weekly.get(i))));
            proposed += 4 * cut.proposed(cut.weekly.get(i));
            before += 4 * cut.weekly.get(i);
        }
        if (cut == Cut.OF_THE_BOOK)
            assertThat(List.of(proposed, before - proposed)).containsExactly(387476L, 20396L);
        assertThat(proposals.text("/perPeriod/proposed")).isEqualTo(text(proposed));
        assertThat(proposals.text("/perPeriod/proposedSaving")).isEqualTo(text(before - proposed));
        assertThat(proposals.text("/perPeriod/decidedSaving")).isEqualTo("0.00");
        assertThat(ledger.facts()).as("one order and one proposal each").isEqualTo(facts + 1 + budgets.size());
        for (int i = 0; i < budgets.size(); i++) {
            String weekly = ledger.as("auditor")
                    .get("/budgets/" + budgets.get(i) + "/balance")
                    .granted()
                    .text("/weekly");
            assertThat(weekly).isEqualTo(text(cut.weekly.get(i)));
            assertThat(new Books(ledger, budgets.get(i)).postedBy("CutProposed"))
                    .isEmpty();
        }
    }

    /** A cut is decided by a plan of its own, and only after a reassessment. */
    @Test
    void aProposedCutIsDecidedOnAReassessment() {
        String budget = budget(31000);
        String batch = "cut-" + UUID.randomUUID();
        order("CUT", "percent", "5.00", batch, List.of(budget));

        plan(budget, "294.50", null, batch).refused(422, "reassessment-needed").about("/weekly");
        String review = ledger.as("practitioner")
                .post(
                        "/budgets/" + budget + "/reviews",
                        "kind",
                        "REASSESSMENT",
                        "on",
                        year.starts(),
                        "findings",
                        "Walks to the day centre alone now.")
                .granted()
                .text("/reviewId");
        plan(budget, "294.50", review, batch).granted();
        Reply waiting = ledger.as("controller").get("/bulk-changes/" + batch).granted();
        assertThat(waiting.text("/perPeriod/decidedSaving")).isEqualTo("0.00");
        ledger.as("approver").post("/budgets/" + budget + "/plans/1/approval").granted();

        Reply decided = ledger.as("controller").get("/bulk-changes/" + batch).granted();
        assertThat(decided.text("/perPeriod/decidedSaving")).isEqualTo("62.00");
        assertThat(decided.text("/proposals/0/planStanding")).isEqualTo("APPROVED");
        new Books(ledger, budget).areInOrder();
    }

    private Reply plan(String budget, String weekly, String reassessment, String batch) {
        return ledger.as("practitioner")
                .post(
                        "/budgets/" + budget + "/plans",
                        "effectiveFrom",
                        year.starts(),
                        "weekly",
                        weekly,
                        "reassessmentId",
                        reassessment,
                        "cutBatchId",
                        batch,
                        "outcomes",
                        List.of(),
                        "lines",
                        List.of(object("id", "care", "kind", "SERVICE", "category", "HOME_CARE", "weekly", "200.00")));
    }

    /** @param rate of one hour of care, in pence */
    record Uplift(long rate, long hours, long flexible, long basisPoints) {

        static final Uplift OF_THE_BOOK = new Uplift(2200, 1250, 3500, 410);

        static Uplift of(long seed) {
            Random random = new Random(seed);
            return new Uplift(
                    1600 + 4 * random.nextInt(300),
                    400 + 25 * random.nextInt(20),
                    2000 + random.nextInt(3000),
                    50 + random.nextInt(900));
        }

        long raised() {
            return BigDecimal.valueOf(rate * (10_000 + basisPoints), 4)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        long care(long price) {
            return BigDecimal.valueOf(price * hours, 2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    static Stream<Uplift> uplifts() {
        return Stream.of(Uplift.OF_THE_BOOK, Uplift.of(261), Uplift.of(262), Uplift.of(263));
    }

    /**
     * 22.00 + 4.1 % is 22.902, so 22.90; 12.5 h are 286.25 and with 35.00 that does not rise 321.25 a week, 1,285.00 a
     * period. The same batch again proposes nothing and says so; approved by a second person, once.
     */
    @ParameterizedTest
    @MethodSource("uplifts")
    void s26AnUpliftRaisesPricesOnce(Uplift uplift) {
        LocalDate starts = year.starts();
        DirectPayment budget = new DirectPayment(
                ledger,
                starts,
                text(uplift.care(uplift.rate) + uplift.flexible),
                BigDecimal.valueOf(uplift.hours, 2).toPlainString(),
                text(uplift.rate),
                text(uplift.care(uplift.rate)),
                text(uplift.flexible),
                DirectPayment.allFrom("LA"));
        String batch = "uplift-" + UUID.randomUUID();
        long weekly = uplift.care(uplift.raised()) + uplift.flexible;
        if (uplift == Uplift.OF_THE_BOOK) assertThat(weekly * 4).isEqualTo(128500);

        Reply proposed = order("UPLIFT", "percent", text(uplift.basisPoints), batch, List.of(budget.budget));
        assertThat(proposed.text("/repeated")).isEqualTo("false");
        assertThat(proposed.text("/proposals/0/status")).isEqualTo("PROPOSED");
        assertThat(proposed.text("/proposals/0/proposedWeekly")).isEqualTo(text(weekly));
        assertThat(proposed.text("/perPeriod/proposed")).isEqualTo(text(weekly * 4));
        long facts = ledger.facts();
        Reply again = order("UPLIFT", "percent", text(uplift.basisPoints), batch, List.of(budget.budget));
        assertThat(again.text("/repeated")).isEqualTo("true");
        assertThat(again.text("/proposals/0/status")).isEqualTo("UNCHANGED");
        assertThat(ledger.facts()).isEqualTo(facts);
        ledger.as("controller")
                .post("/bulk-changes", "kind", "UPLIFT", "percent", "9.99", "batchId", batch)
                .refused(409, "batch-has-other-terms")
                .about("/batchId");

        Reply approved = ledger.as("approver")
                .post("/bulk-changes/" + batch + "/approval")
                .granted();
        assertThat(approved.text("/proposals/0/status")).isEqualTo("APPROVED");
        Reply balance = ledger.as("auditor").get(budget.path() + "/balance").granted();
        assertThat(balance.text("/weekly")).isEqualTo(text(weekly));
        assertThat(balance.text("/period/allocated")).isEqualTo(text(weekly * 4));
        Reply third = order("UPLIFT", "percent", text(uplift.basisPoints), batch, List.of(budget.budget));
        assertThat(third.text("/proposals/0/status")).isEqualTo("UNCHANGED");
        assertThat(ledger.as("auditor").get(budget.path() + "/balance").text("/weekly"))
                .isEqualTo(text(weekly));
        new Books(ledger, budget.budget).areInOrder();
    }

    @Test
    void whoeverCannotBeServedIsNamedAndTheOthersAre() {
        String nobody = UUID.randomUUID().toString();
        String budget = budget(20000);
        Reply answer = order("CUT", "percent", "5.00", "cut-" + UUID.randomUUID(), List.of(nobody, budget));
        assertThat(answer.text("/proposals/0/status")).isEqualTo("REFUSED");
        assertThat(answer.text("/proposals/0/problem/code")).isEqualTo("unknown-budget");
        assertThat(answer.text("/proposals/1/status")).isEqualTo("PROPOSED");
        ledger.as("practitioner").post("/bulk-changes", "kind", "CUT").refused(403, "role-may-not");
    }

    private Reply order(String kind, String measure, String value, String batch, List<String> budgets) {
        return ledger.as("controller")
                .on(year.starts())
                .post("/bulk-changes", "kind", kind, measure, value, "batchId", batch, "budgets", budgets)
                .granted();
    }

    /** A budget without a plan. */
    private String budget(long weekly) {
        return ledger.as("practitioner")
                .on(year.starts().minusDays(1))
                .post(
                        "/budgets",
                        "personRef",
                        "P-" + UUID.randomUUID(),
                        "careGroup",
                        "ADULT",
                        "startsOn",
                        year.starts(),
                        "weekly",
                        text(weekly),
                        "indicativeWeekly",
                        text(weekly),
                        "funders",
                        DirectPayment.allFrom("LA"))
                .granted()
                .text("/budgetId");
    }
}
