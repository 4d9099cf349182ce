package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import tools.jackson.databind.JsonNode;

/** Public money comes back, or is let go: a carer's one-off, surpluses, a service fund, misuse, write-offs, an end. */
class ReclaimScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

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
        assertThat(books.postedBy("ReliefApproved")).containsExactlyInAnyOrder("Dr 5900/LA " + left, "Cr 1200/LA " + left);
        assertThat(books.account(account).get("balance").asString()).isEqualTo("0.00");
        assertThat(books.total("5900")).isEqualTo(oneOff.in - oneOff.spent);
        assertThat(ledger.as("auditor").get(path + "/reclaims").text("/reliefs/0/standing"))
                .isEqualTo("APPROVED");
        books.areInOrder();
    }

    /** The amounts of one surplus in pence: a week's care, flexible money and contribution, and what was spent in all. */
    record Amounts(long rate, long hours, long flexible, long contribution, long spent) {
        static final Amounts OF_THE_BOOK = new Amounts(2200, 1250, 3500, 4210, 40_000);

        static Amounts of(long seed) {
            Random random = new Random(seed);
            long rate = 1500 + 4 * random.nextInt(400);
            long hours = 400 + 25 * random.nextInt(30);
            return new Amounts(
                    rate,
                    hours,
                    2000 + random.nextInt(4000),
                    1000 + random.nextInt(2000),
                    1 + random.nextInt((int) (rate * hours / 100)));
        }

        long care() {
            return rate * hours / 100;
        }

        long gross() {
            return 4 * (care() + flexible);
        }

        long paidIn() {
            return 4 * contribution;
        }
    }

    static Stream<Amounts> amounts() {
        return Stream.of(Amounts.OF_THE_BOOK, Amounts.of(8), Amounts.of(88), Amounts.of(2480));
    }

    /**
     * Three periods of 1,240.00 are 3,720.00; 400.00 are spent: 3,320.00. Eight weeks at 310.00, 2,480.00, may be kept;
     * notice is given of 840.00. A second look halves it to 420.00. The contribution was 505.20 of 3,720.00, so 420.00 ×
     * 505.20 ÷ 3,720.00 = 57.04 of it goes back to the person: the same under NET, where 57.04 of the 420.00 came from
     * the pot of the contribution, and under GROSS, where none did.
     */
    @ParameterizedTest
    @MethodSource("amounts")
    void aSurplusAboveEightWeeksComesBackAfterASecondLook(Amounts amounts) {
        long reclaimable = amounts.gross() - amounts.spent;
        long lowered = reclaimable / 2;
        long clientPart = BigDecimal.valueOf(lowered)
                .multiply(BigDecimal.valueOf(amounts.paidIn()))
                .divide(BigDecimal.valueOf(amounts.gross()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        for (String method : List.of("NET", "GROSS")) {
            Year year = ledger.nextYear();
            Held held = threePeriods(year, amounts, method);
            LocalDate day = year.period(3).first();
            Reply notice = notice(held.path, held.account, "SURPLUS", day);
            assertThat(notice.text("/amount")).isEqualTo(text(reclaimable));
            assertThat(notice.text("/figures/capWeeks")).isEqualTo("8");
            String reclaim = held.path + "/reclaims/" + notice.text("/reclaimId");
            ledger.as("controller").post(reclaim + "/decision").refused(409, "reconsideration-open");
            ledger.as("practitioner")
                    .post(reclaim + "/reconsideration", "grounds", "A holiday is booked")
                    .granted();
            ledger.as("panel")
                    .post(reclaim + "/reconsideration/decision", "amount", text(reclaimable + 1), "reason", "More")
                    .refused(422, "exceeds-demand");
            ledger.as("panel")
                    .post(reclaim + "/reconsideration/decision", "amount", text(lowered), "reason", "Half is booked")
                    .granted();
            ledger.as("controller-2").post(reclaim + "/receipts", "on", day, "route", "BANK").refused(409, "reclaim-not-decided");
            Reply decided = ledger.as("controller").post(reclaim + "/decision").granted();
            assertThat(decided.text("/amount")).isEqualTo(text(lowered));
            assertThat(decided.text("/clientPart")).isEqualTo(text(clientPart));
            Books books = new Books(ledger, held.budget());
            assertThat(books.total("1350")).isEqualTo(lowered);
            ledger.as("reconciler")
                    .on(day.plusDays(20))
                    .post(reclaim + "/receipts", "on", day.plusDays(20), "route", "BANK")
                    .granted();

            assertThat(books.postedBy("ReclaimDecided")).containsAll(expected(method, amounts, lowered, clientPart));
            assertThat(books.total("1350")).isZero();
            assertThat(books.total("2300")).isEqualTo(-clientPart);
            assertThat(books.total("4000")).isEqualTo(clientPart - 3 * amounts.paidIn());
            assertThat(books.total("1200")).isEqualTo(3 * amounts.gross() - amounts.spent - lowered);
            JsonNode shown = ledger.as("auditor").get(held.path + "/reclaims").json().at("/reclaims/0");
            assertThat(shown.get("standing").asString()).isEqualTo("SETTLED");
            assertThat(shown.get("received").asString()).isEqualTo(text(lowered));
            books.areInOrder();
        }
    }

    private static List<String> expected(String method, Amounts amounts, long lowered, long clientPart) {
        String back = text(clientPart);
        if (method.equals("GROSS")) {
            String all = text(lowered);
            return List.of("Dr 1350/LA " + all, "Cr 1200/LA " + all, "Dr 4000/CLIENT " + back, "Cr 2300/CLIENT " + back);
        }
        long la = 3 * (amounts.gross() - amounts.paidIn());
        long client = 3 * amounts.paidIn();
        List<Long> spent = split(amounts.spent, List.of(la, client));
        List<Long> taken = split(lowered, List.of(la - spent.get(0), client - spent.get(1)));
        return List.of(
                "Dr 1350/LA " + text(taken.get(0)),
                "Dr 1350/CLIENT " + text(taken.get(1)),
                "Cr 1200/LA " + text(taken.get(0)),
                "Cr 1200/CLIENT " + text(taken.get(1)),
                "Dr 4000/CLIENT " + back,
                "Cr 2300/CLIENT " + back);
    }

    /**
     * A service fund may keep 4 × 310.00 = 1,240.00 for 12 weeks. P01 brings it there, P02 to 2,480.00: 84 days after P02's
     * first day it has been above for just 12 weeks, a day later for longer, and 1,240.00 are reclaimed.
     */
    @Test
    void aServiceFundGivesBackWhatItHeldTooLong() {
        Year year = ledger.nextYear();
        DirectPayment budget = budget(year, Amounts.OF_THE_BOOK);
        String fund = account(budget.path(), "INDIVIDUAL_SERVICE_FUND", "GROSS", year.starts());
        for (int number = 1; number <= 2; number++) instal(budget, year.period(number), year.period(number).first());
        LocalDate tooLong = year.period(2).first().plusDays(85);

        notice(budget.path(), fund, "SERVICE_FUND", tooLong.minusDays(1), 422, "held-not-long-enough");
        Reply notice = notice(budget.path(), fund, "SERVICE_FUND", tooLong);
        String reclaim = budget.path() + "/reclaims/" + notice.text("/reclaimId");
        ledger.as("controller").on(tooLong.plusDays(29)).post(reclaim + "/decision").granted();
        ledger.as("reconciler")
                .post(reclaim + "/receipts", "on", tooLong.plusDays(29), "route", "BANK")
                .granted();

        assertThat(notice.text("/amount")).isEqualTo("1240.00");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ReclaimReceived")).containsExactlyInAnyOrder("Dr 1000/LA 1240.00", "Cr 1350/LA 1240.00");
        assertThat(books.account(fund).get("balance").asString()).isEqualTo("1240.00");
        books.areInOrder();
    }

    /** Of 1,240.00 that are owed 600.00 are written off, above the 500.00 a controller may; 640.00 come by bank. */
    @Test
    void aWriteOffAboveTheControllersLimitIsThePanels() {
        Year year = ledger.nextYear();
        Held held = threePeriods(year, new Amounts(2200, 1250, 3500, 4210, 0), "GROSS");
        LocalDate day = year.period(3).first();
        String id = notice(held.path, held.account, "SURPLUS", day).text("/reclaimId");
        LocalDate later = day.plusDays(29);
        ledger.as("controller").on(later).post(held.path + "/reclaims/" + id + "/decision").granted();
        String relief = propose(held.path, "WRITE_OFF", "RECLAIM", "reclaimId", id, "600.00");

        ledger.as("controller")
                .post(held.path + "/reliefs/" + relief + "/approval")
                .refused(403, "above-relief-limit");
        ledger.as("panel").post(held.path + "/reliefs/" + relief + "/approval").granted();
        ledger.as("reconciler")
                .post(held.path + "/reclaims/" + id + "/receipts", "amount", "640.01", "on", later, "route", "BANK")
                .refused(422, "exceeds-reclaim");
        ledger.as("reconciler")
                .post(held.path + "/reclaims/" + id + "/receipts", "on", later, "route", "BANK")
                .granted();

        Books books = new Books(ledger, held.budget());
        assertThat(books.postedBy("ReliefApproved")).containsExactlyInAnyOrder("Dr 5900/LA 600.00", "Cr 1350/LA 600.00");
        assertThat(books.postedBy("ReclaimReceived")).containsExactlyInAnyOrder("Dr 1000/LA 640.00", "Cr 1350/LA 640.00");
        assertThat(books.total("1350")).isZero();
        assertThat(ledger.as("controller").get("/reclaims?standing=SETTLED&limit=1000").body()).contains(id);
        assertThat(ledger.as("controller").get("/reclaims?standing=NOTICED&limit=1000").body()).doesNotContain(id);
        books.areInOrder();
    }

    /**
     * 3,720.00 and a one-off of 345.00 came in, 400.00 were spent: 3,665.00 are left when the budget ends with P03, LA
     * 2,868.90 + 345.00 and CLIENT 451.10 (by largest remainder), and all of it comes back. Of 3,320.00 that were not set
     * aside 3,320.00 × 505.20 ÷ 3,720.00 = 450.88 go back to the person.
     */
    @Test
    void atTheEndNothingIsLeftInAnyPot() {
        Year year = ledger.nextYear();
        Held held = threePeriods(year, Amounts.OF_THE_BOOK, "NET");
        LocalDate last = year.period(3).last();
        String oneOff = ledger.as("payments-officer")
                .post(
                        held.path + "/instalments",
                        "period",
                        year.period(3).id().toString(),
                        "kind",
                        "ONE_OFF",
                        "amount",
                        "345.00",
                        "purpose",
                        "A hoist")
                .granted()
                .text("/paymentId");
        paid(oneOff, year.period(3).first());
        notice(held.path, held.account, "CLOSING", year.period(3).first(), 422, "not-ended");
        ledger.as("practitioner")
                .on(last)
                .post(held.path + "/ending", "on", last, "reason", "REQUEST")
                .granted();
        Reply notice = notice(held.path, held.account, "CLOSING", last.plusDays(1));
        String reclaim = held.path + "/reclaims/" + notice.text("/reclaimId");
        Reply decided = ledger.as("controller")
                .on(last.plusDays(30))
                .post(reclaim + "/decision")
                .granted();
        ledger.as("reconciler")
                .post(reclaim + "/receipts", "on", last.plusDays(30), "route", "BANK")
                .granted();

        assertThat(decided.text("/amount")).isEqualTo("3665.00");
        assertThat(decided.text("/clientPart")).isEqualTo("450.88");
        Books books = new Books(ledger, held.budget());
        JsonNode account = books.account(held.account);
        assertThat(account.get("balance").asString()).isEqualTo("0.00");
        assertThat(account.get("ringFenced").asString()).isEqualTo("0.00");
        for (JsonNode pot : account.get("bySource")) assertThat(pot.asString()).isEqualTo("0.00");
        assertThat(books.total("1350")).isZero();
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

    /** A budget's account. */
    private record Held(String path, String account) {
        String budget() {
            return path.substring("/budgets/".length());
        }
    }

    /** P01 to P03 in the account, every contribution paid, and some of it spent on care. */
    private Held threePeriods(Year year, Amounts amounts, String method) {
        DirectPayment budget = budget(year, amounts);
        budget.contributes(text(amounts.contribution), year.starts());
        String account = budget.account(method, year.starts());
        for (int number = 1; number <= 3; number++) instal(budget, year.period(number), year.period(number).first());
        LocalDate day = year.period(3).first();
        ledger.as("reconciler")
                .post(
                        budget.path() + "/contribution-payments",
                        "accountId",
                        method.equals("NET") ? account : null,
                        "amount",
                        text(3 * amounts.paidIn()),
                        "on",
                        day)
                .granted();
        if (amounts.spent > 0) budget.spend(account, text(amounts.spent), day, "HOME_CARE", "care", "Agency");
        return new Held(budget.path(), account);
    }

    private DirectPayment budget(Year year, Amounts amounts) {
        return new DirectPayment(
                ledger,
                year.starts(),
                text(amounts.care() + amounts.flexible),
                BigDecimal.valueOf(amounts.hours, 2).toPlainString(),
                text(amounts.rate),
                text(amounts.care()),
                text(amounts.flexible),
                DirectPayment.allFrom("LA"));
    }

    private void instal(DirectPayment budget, Period period, LocalDate day) {
        paid(budget.instalment(period.id().toString(), day).text("/paymentId"), day);
    }

    private void paid(String payment, LocalDate day) {
        ledger.as("payments-approver").on(day).post("/payments/" + payment + "/submission").granted();
        ledger.as("reconciler").post("/payments/" + payment + "/settlement", "on", day).granted();
    }

    private Reply notice(String path, String account, String kind, LocalDate day) {
        return asked(path, account, kind, day).granted();
    }

    private void notice(String path, String account, String kind, LocalDate day, int status, String code) {
        asked(path, account, kind, day).refused(status, code);
    }

    private Reply asked(String path, String account, String kind, LocalDate day) {
        return ledger.as("reconciler")
                .on(day)
                .post(path + "/reclaims", "accountId", account, "kind", kind, "reasons", "More than it may keep");
    }

    private String propose(String path, String kind, String of, String field, String id, String amount) {
        return ledger.as("reconciler")
                .post(path + "/reliefs", "kind", kind, "of", of, field, id, "amount", amount, "reason", "Too little")
                .granted()
                .text("/reliefId");
    }

    private String account(String path, String kind, String method, LocalDate starts) {
        return ledger.as("practitioner")
                .post(
                        path + "/accounts",
                        "kind",
                        kind,
                        "method",
                        method,
                        "holderRef",
                        "H-" + UUID.randomUUID(),
                        "startsOn",
                        starts)
                .granted()
                .text("/accountId");
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
                                "id", "break", "kind", "OUTCOME", "category", "CARER_SUPPORT", "outcomeId", "O1",
                                "weekly", "10.00")))
                .granted();
        ledger.as("approver").post("/budgets/" + budget + "/plans/1/approval").granted();
        return "/budgets/" + budget;
    }
}
