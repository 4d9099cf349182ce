package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/**
 * Budgets without an adult council in the lead.
 *
 * <p>A notional NHS budget of 310.00 a week is spent by the NHS itself: an invoice of 1,028.55 is its own expenditure to
 * the penny, no account holds money, nobody is recharged and nobody contributes. A child's budget is led by the
 * council's children's services at 60 %, with education at 40 %: 1,240.00 are 744.00 and 496.00, all of it in the parent's
 * account, since nobody was assessed. A spend of 100.00 is 60.00 and 40.00; education owes 496.00 and pays.
 */
class NhsAndChildrenScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param share of the lead of the child's budget, in hundredths of a percent
     */
    record Playing(long share, long invoice, long spend, int period) {

        static Playing of(long seed) {
            Random random = new Random(seed);
            return new Playing(
                    1 + random.nextInt(9998),
                    80000 + random.nextInt(30000),
                    1 + random.nextInt(14000),
                    1 + random.nextInt(12));
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(new Playing(6000, 102855, 10000, 3), Playing.of(77), Playing.of(7007), Playing.of(707));
    }

    @ParameterizedTest
    @MethodSource("playings")
    void aNotionalNhsBudgetIsSpentByTheNhsAlone(Playing playing) {
        var year = ledger.nextYear();
        Period period = year.period(playing.period);
        String budget = planned(year.starts(), "ADULT", DirectPayment.allFrom("ICB"));
        Books books = new Books(ledger, budget);
        String account = opened(budget, "NOTIONAL", null, year.starts());

        ledger.as("contributions-officer")
                .post("/budgets/" + budget + "/contributions", "weekly", "1.00", "from", year.starts())
                .refused(422, "contribution-not-chargeable");
        ledger.as("payments-officer")
                .on(period.last())
                .post(
                        "/budgets/" + budget + "/instalments",
                        "period",
                        period.id().toString(),
                        "kind",
                        "REGULAR",
                        "accountId",
                        account)
                .refused(422, "account-holds-no-money");
        Reply paid = invoiced(budget, period, playing.invoice);
        assertThat(paid.text("/split/ICB")).isEqualTo(text(playing.invoice));
        ledger.as("controller")
                .post("/budgets/" + budget + "/recharges", "funder", "ICB")
                .refused(422, "not-a-co-funder");

        assertThat(books.total("5000", "ICB")).isEqualTo(playing.invoice);
        assertThat(books.total("1500")).isZero();
        assertThat(books.total("1300")).isZero();
        assertThat(ledger.as("auditor").get("/budgets/" + budget + "/balance").text("/accounts/0/balance"))
                .isEqualTo("0.00");
        books.areInOrder();
    }

    @ParameterizedTest
    @MethodSource("playings")
    void aChildsBudgetIsLedByChildrensServicesAndSharedWithEducation(Playing playing) {
        var year = ledger.nextYear();
        Period period = year.period(playing.period);
        LocalDate day = period.first();
        String budget = planned(
                year.starts(),
                "CHILD",
                List.of(funder("LA_CHILDREN", playing.share), funder("EDUCATION", 10_000 - playing.share)));
        Books books = new Books(ledger, budget);
        String account = opened(budget, "DIRECT_PAYMENT", "PARENT-1", year.starts());
        List<Long> parts = split(124000, List.of(playing.share, 10_000 - playing.share));
        if (playing.share == 6000) assertThat(parts).containsExactly(74400L, 49600L);

        Reply instalment = ledger.as("payments-officer")
                .on(day)
                .post(
                        "/budgets/" + budget + "/instalments",
                        "period",
                        period.id().toString(),
                        "kind",
                        "REGULAR")
                .granted();
        assertThat(instalment.text("/payable")).isEqualTo("1240.00");
        assertThat(instalment.text("/contribution")).isEqualTo("0.00");
        ledger.as("payments-approver")
                .post("/payments/" + instalment.text("/paymentId") + "/submission")
                .granted();
        ledger.as("reconciler")
                .post("/payments/" + instalment.text("/paymentId") + "/settlement", "on", day)
                .granted();
        ledger.as("reconciler")
                .post(
                        "/budgets/" + budget + "/spend",
                        "accountId",
                        account,
                        "amount",
                        text(playing.spend),
                        "on",
                        day,
                        "category",
                        "FLEXIBLE",
                        "lineId",
                        "clubs")
                .granted();

        List<Long> spent = split(playing.spend, parts);
        assertThat(books.total("5040", "LA_CHILDREN")).isEqualTo(spent.get(0));
        assertThat(books.total("5040", "EDUCATION")).isEqualTo(spent.get(1));
        assertThat(books.total("1300")).isZero();
        assertThat(books.total("4000")).isZero();
        assertThat(books.advancedBy("EDUCATION")).isEqualTo(parts.get(1) - spent.get(1));
        Reply asked = ledger.as("controller")
                .post("/budgets/" + budget + "/recharges", "funder", "EDUCATION")
                .granted();
        assertThat(asked.text("/amount")).isEqualTo(text(parts.get(1)));
        ledger.as("controller")
                .post("/budgets/" + budget + "/recharges/" + asked.text("/rechargeId") + "/payments", "on", day)
                .granted();
        assertThat(books.total("1500")).isZero();
        books.areInOrder();
    }

    private static Map<String, Object> funder(String funder, long share) {
        return object("funder", funder, "share", BigDecimal.valueOf(share, 2).toPlainString());
    }

    /** 310.00 a week: 12.5 hours at 22.00, and 35.00 for clubs. */
    private String planned(LocalDate starts, String careGroup, List<Map<String, Object>> funders) {
        Client practitioner = ledger.as("practitioner").on(starts.minusDays(1));
        String budget = practitioner
                .post(
                        "/budgets",
                        "personRef",
                        "P-" + UUID.randomUUID(),
                        "careGroup",
                        careGroup,
                        "startsOn",
                        starts,
                        "weekly",
                        "310.00",
                        "indicativeWeekly",
                        "310.00",
                        "funders",
                        funders)
                .granted()
                .text("/budgetId");
        Map<String, Object> care =
                object("id", "care", "kind", "SERVICE", "category", "HOME_CARE", "outcomeId", "O1", "weekly", "275.00");
        care.put("unitsPerWeek", "12.5");
        care.put("unitRate", "22.00");
        practitioner
                .post(
                        "/budgets/" + budget + "/plans",
                        "effectiveFrom",
                        starts,
                        "outcomes",
                        List.of(
                                object("id", "O1", "statement", "Safe at home"),
                                object("id", "O2", "statement", "Friends")),
                        "lines",
                        List.of(
                                care,
                                object(
                                        "id",
                                        "clubs",
                                        "kind",
                                        "OUTCOME",
                                        "category",
                                        "FLEXIBLE",
                                        "outcomeId",
                                        "O2",
                                        "weekly",
                                        "35.00")))
                .granted();
        ledger.as("approver").post("/budgets/" + budget + "/plans/1/approval").granted();
        return budget;
    }

    private String opened(String budget, String kind, String holder, LocalDate starts) {
        return ledger.as("practitioner")
                .post(
                        "/budgets/" + budget + "/accounts",
                        "kind",
                        kind,
                        "method",
                        "NET",
                        "holderRef",
                        holder,
                        "startsOn",
                        starts)
                .granted()
                .text("/accountId");
    }

    private Reply invoiced(String budget, Period period, long amount) {
        String supplier = ledger.as("invoice-officer")
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        return ledger.as("invoice-officer")
                .on(period.last())
                .post(
                        "/budgets/" + budget + "/provider-payments",
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
}
