package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.Period;

/** Contributions that change, that are kept back from one account and billed for the rest, and a policy that asks carers. */
class ContributionScenarioIT {

    /**
     * 310.00 a week is 1,240.00 a period, 42.10 is 168.40 of it. It is paid into the account; afterwards it is lowered to
     * 21.05 from the start: 84.20. The other 84.20 are owed back: what lies in the account stays there as the council's
     * (1,071.60 + 84.20 = 1,155.80), so nothing more is paid into it, and the council pays 84.20 through the bank.
     */
    @Test
    void aContributionIsLoweredAfterItWasPaid() {
        RunningLedger ledger = RunningLedger.shared();
        var year = ledger.nextYear();
        Period period = year.period(3);
        LocalDate first = period.first();
        DirectPayment budget = budget(ledger, year.starts());
        budget.contributes("42.10", year.starts());
        String account = budget.account("NET", year.starts());
        Reply instalment = budget.instalment(period.id().toString(), first);
        budget.paid(instalment.text("/paymentId"), first, first);
        ledger.as("reconciler")
                .post(budget.path() + "/contribution-payments", "accountId", account, "amount", "168.40", "on", first)
                .granted();

        LocalDate today = period.last();
        ledger.as("contributions-officer")
                .on(today)
                .get(budget.path() + "/balance")
                .granted();
        budget.contributes("21.05", first);
        Reply arrears = ledger.as("auditor").get(budget.path() + "/arrears").granted();
        assertThat(arrears.text("/owedBack")).isEqualTo("84.20");
        assertThat(arrears.text("/outstanding")).isEqualTo("0.00");
        Reply refund = ledger.as("contributions-officer")
                .post(budget.path() + "/contribution-refunds")
                .granted();
        assertThat(refund.text("/amount")).isEqualTo("84.20");
        assertThat(refund.text("/fromCredit")).isEqualTo("0.00");
        budget.paid(refund.text("/paymentId"), today, today);

        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ContributionAdjusted"))
                .containsExactlyInAnyOrder("Dr 4000/CLIENT 84.20", "Cr 2300/CLIENT 84.20");
        assertThat(books.postedBy("ClientMoneyReleased"))
                .containsExactlyInAnyOrder("Dr 1200/LA 84.20", "Cr 1200/CLIENT 84.20");
        assertThat(books.postedBy("InstalmentApproved")).hasSize(2);
        var held = books.account(account);
        assertThat(held.at("/bySource/LA").asString()).isEqualTo("1155.80");
        assertThat(held.at("/bySource/CLIENT").asString()).isEqualTo("84.20");
        assertThat(books.total("1000")).isEqualTo(-107160 - 8420);
        assertThat(books.total("2300")).isZero();
        assertThat(books.total("1300")).isZero();
        assertThat(books.total("4000")).isEqualTo(-8420);
        books.areInOrder();
    }

    /**
     * The account pays for the choir only: 35.00 a week, 140.00 a period, all of which is kept back for the contribution of
     * 168.40. The other 28.40 are billed, and the home care is the council's to pay.
     */
    @Test
    void inAMixedPackageTheAccountKeepsBackWhatItCanAndTheRestIsBilled() {
        RunningLedger ledger = RunningLedger.shared();
        var year = ledger.nextYear();
        Period period = year.period(3);
        DirectPayment budget = budget(ledger, year.starts());
        budget.contributes("42.10", year.starts());
        String account = ledger.as("practitioner")
                .post(
                        budget.path() + "/accounts",
                        "kind",
                        "DIRECT_PAYMENT",
                        "method",
                        "NET",
                        "holderRef",
                        budget.person,
                        "startsOn",
                        year.starts(),
                        "lines",
                        List.of("choir"))
                .granted()
                .text("/accountId");
        Reply instalment = budget.instalment(period.id().toString(), period.first());
        assertThat(instalment.text("/payable")).isEqualTo("0.00");

        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ContributionFellDue"))
                .containsExactly(
                        "Dr 1300/CLIENT 140.00",
                        "Cr 4000/CLIENT 140.00",
                        "Dr 1300/CLIENT 28.40",
                        "Cr 4000/CLIENT 28.40");
        Reply arrears = ledger.as("auditor").get(budget.path() + "/arrears").granted();
        assertThat(arrears.text("/periods/0/unpaid")).isEqualTo("168.40");
        assertThat(arrears.json().at("/periods").size()).isEqualTo(1);
        assertThat(books.account(account).get("balance").asString()).isEqualTo("0.00");
        books.areInOrder();
    }

    /**
     * A policy changes what it names and nothing else; what the law caps is refused. Under it a carer is charged: assessed
     * at 42.10 a week, 168.40 a period, but only their own support counts, 20.00 a week: 80.00. One unpaid period is enough
     * for this policy's alert.
     */
    @Test
    void aCouncilAsksCarersAndActsSooner() {
        try (RunningLedger ledger = RunningLedger.ofItsOwn()) {
            LocalDate today = LocalDate.of(2025, 3, 20);
            Client admin = ledger.as("admin").on(today);
            admin.post("/policies", "reviewing", object("accountFirstWeeks", 27))
                    .refused(422, "longer-than-the-law-allows")
                    .about("/reviewing/accountFirstWeeks");
            admin.post("/policies", "arrears", object("alertPeriods", 3, "reviewPeriods", 2))
                    .refused(422, "review-before-alert");
            assertThat(admin.post("/policies", "arrears", object("alertAfter", 3))
                            .status())
                    .isEqualTo(400);
            assertThat(admin.post("/policies", "monitoring", object("points", object("GOSSIP", 3)))
                            .status())
                    .isEqualTo(400);
            Reply adopted = admin.post(
                            "/policies",
                            "chargesCarers",
                            true,
                            "arrears",
                            object("alertPeriods", 1),
                            "monitoring",
                            object("points", object("MISUSE", 5)))
                    .granted();
            assertThat(adopted.text("/arrears/alertPeriods")).isEqualTo("1");
            assertThat(adopted.text("/arrears/reviewPeriods")).isEqualTo("3");
            assertThat(adopted.text("/monitoring/points/MISUSE")).isEqualTo("5");
            assertThat(adopted.text("/monitoring/points/OVERDRAWN")).isEqualTo("2");
            assertThat(adopted.text("/changing/finalLiabilities/0")).isEqualTo("PERSONAL_ASSISTANT");
            aCarerIsChargedForTheirOwnSupport(ledger, today);
        }
    }

    private static void aCarerIsChargedForTheirOwnSupport(RunningLedger ledger, LocalDate today) {
        LocalDate starts = LocalDate.of(2025, 4, 7);
        String path = "/budgets/"
                + ledger.as("practitioner")
                        .on(today)
                        .post(
                                "/budgets",
                                "personRef",
                                "P-CARER",
                                "careGroup",
                                "CARER",
                                "startsOn",
                                starts,
                                "weekly",
                                "60.00",
                                "indicativeWeekly",
                                "60.00",
                                "funders",
                                DirectPayment.allFrom("LA"))
                        .granted()
                        .text("/budgetId");
        ledger.as("practitioner")
                .post(
                        path + "/plans",
                        "effectiveFrom",
                        starts,
                        "outcomes",
                        List.of(object("id", "O1", "statement", "A rest")),
                        "lines",
                        List.of(line("rest", "CARER_SUPPORT", "20.00"), line("sitting", "RESPITE", "40.00")))
                .granted();
        ledger.as("approver").post(path + "/plans/1/approval").granted();
        ledger.as("contributions-officer")
                .post(path + "/contributions", "weekly", "42.10", "from", starts)
                .granted();
        Reply due = ledger.as("contributions-officer")
                .on(starts)
                .post(path + "/contribution-dues", "period", "2025-P01")
                .granted();
        assertThat(due.text("/amount")).isEqualTo("80.00");
        Reply arrears = ledger.as("auditor").get(path + "/arrears").granted();
        assertThat(arrears.text("/outstanding")).isEqualTo("80.00");
        assertThat(arrears.text("/notices/0/kind")).isEqualTo("ALERT");
    }

    private static Object line(String id, String category, String weekly) {
        return object("id", id, "kind", "OUTCOME", "category", category, "outcomeId", "O1", "weekly", weekly);
    }

    private static DirectPayment budget(RunningLedger ledger, LocalDate starts) {
        return new DirectPayment(
                ledger, starts, "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
    }
}
