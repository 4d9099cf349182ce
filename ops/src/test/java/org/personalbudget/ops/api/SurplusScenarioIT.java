package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/** What an account may not keep: above a cap, for too long, or at the end. */
class SurplusScenarioIT extends HoldsTooMuch {

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
        long reclaimable = amounts.gross() - amounts.spent();
        long lowered = reclaimable / 2;
        long clientPart = BigDecimal.valueOf(lowered)
                .multiply(BigDecimal.valueOf(amounts.paidIn()))
                .divide(BigDecimal.valueOf(amounts.gross()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        for (String method : List.of("NET", "GROSS")) {
            Year year = ledger.nextYear();
            Held held = threePeriods(year, amounts, method);
            LocalDate day = year.period(3).first();
            Reply notice = notice(held.path(), held.account(), "SURPLUS", day);
            assertThat(notice.text("/amount")).isEqualTo(text(reclaimable));
            assertThat(notice.text("/figures/capWeeks")).isEqualTo("8");
            String reclaim = held.path() + "/reclaims/" + notice.text("/reclaimId");
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
            ledger.as("controller-2")
                    .post(reclaim + "/receipts", "on", day, "route", "BANK")
                    .refused(409, "reclaim-not-decided");
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
            assertThat(books.total("1200")).isEqualTo(3 * amounts.gross() - amounts.spent() - lowered);
            JsonNode shown =
                    ledger.as("auditor").get(held.path() + "/reclaims").json().at("/reclaims/0");
            assertThat(shown.get("standing").asString()).isEqualTo("SETTLED");
            assertThat(shown.get("received").asString()).isEqualTo(text(lowered));
            books.areInOrder();
        }
    }

    /**
     * Notice of 840.00 is given; before it can be decided, 2,500.00 more are spent, and the account holds 820.00. It cannot
     * become a debt; withdrawn with a reason, it is in nobody's way.
     */
    @ParameterizedTest
    @MethodSource("amounts")
    void aNoticeThatTheAccountNoLongerCoversIsWithdrawn(Amounts amounts) {
        Year year = ledger.nextYear();
        Held held = threePeriods(year, amounts, "GROSS");
        LocalDate day = year.period(3).first();
        long reclaimable = amounts.gross() - amounts.spent();
        Reply notice = notice(held.path(), held.account(), "SURPLUS", day);
        String reclaim = held.path() + "/reclaims/" + notice.text("/reclaimId");
        LocalDate later = day.plusDays(29);
        long left = reclaimable - 2000;
        ledger.as("reconciler")
                .on(later)
                .post(
                        held.path() + "/spend",
                        "accountId",
                        held.account(),
                        "amount",
                        text(3 * amounts.gross() - amounts.spent() - left),
                        "on",
                        later,
                        "category",
                        "HOME_CARE",
                        "lineId",
                        "care",
                        "payee",
                        "Agency")
                .granted();
        Reply refused = ledger.as("controller").post(reclaim + "/decision").refused(422, "account-holds-less");
        assertThat(refused.text("/detail"))
                .contains("holds " + text(left) + " of the " + text(reclaimable))
                .contains("Withdraw the notice");
        ledger.as("reconciler")
                .post(reclaim + "/withdrawal")
                .refused(400, "missing-field")
                .about("/reason");
        ledger.as("practitioner")
                .post(reclaim + "/withdrawal", "reason", "Not mine to say")
                .refused(403, "role-may-not");
        ledger.as("reconciler")
                .post(reclaim + "/withdrawal", "reason", "Three weeks of care were paid late")
                .granted();
        ledger.as("controller").post(reclaim + "/decision").refused(409, "reclaim-not-open");
        ledger.as("controller")
                .post(reclaim + "/withdrawal", "reason", "Once more")
                .refused(409, "reclaim-not-open");

        JsonNode shown =
                ledger.as("auditor").get(held.path() + "/reclaims").json().at("/reclaims/0");
        assertThat(shown.get("standing").asString()).isEqualTo("WITHDRAWN");
        assertThat(shown.get("outstanding").asString()).isEqualTo("0.00");
        Books books = new Books(ledger, held.budget());
        assertThat(books.postedBy("ReclaimNoticeWithdrawn")).isEmpty();
        assertThat(books.total("1350")).isZero();
        books.areInOrder();
    }

    private static List<String> expected(String method, Amounts amounts, long lowered, long clientPart) {
        String back = text(clientPart);
        if (method.equals("GROSS")) {
            String all = text(lowered);
            return List.of(
                    "Dr 1350/LA " + all, "Cr 1200/LA " + all, "Dr 4000/CLIENT " + back, "Cr 2300/CLIENT " + back);
        }
        long la = 3 * (amounts.gross() - amounts.paidIn());
        long client = 3 * amounts.paidIn();
        List<Long> spent = split(amounts.spent(), List.of(la, client));
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
        for (int number = 1; number <= 2; number++)
            instal(budget, year.period(number), year.period(number).first());
        LocalDate tooLong = year.period(2).first().plusDays(85);

        notice(budget.path(), fund, "SERVICE_FUND", tooLong.minusDays(1), 422, "held-not-long-enough");
        Reply notice = notice(budget.path(), fund, "SERVICE_FUND", tooLong);
        String reclaim = budget.path() + "/reclaims/" + notice.text("/reclaimId");
        ledger.as("controller")
                .on(tooLong.plusDays(29))
                .post(reclaim + "/decision")
                .granted();
        ledger.as("reconciler")
                .post(reclaim + "/receipts", "on", tooLong.plusDays(29), "route", "BANK")
                .granted();

        assertThat(notice.text("/amount")).isEqualTo("1240.00");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ReclaimReceived"))
                .containsExactlyInAnyOrder("Dr 1000/LA 1240.00", "Cr 1350/LA 1240.00");
        assertThat(books.account(fund).get("balance").asString()).isEqualTo("1240.00");
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
                        held.path() + "/instalments",
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
        notice(held.path(), held.account(), "CLOSING", year.period(3).first(), 422, "not-ended");
        ledger.as("practitioner")
                .on(last)
                .post(held.path() + "/ending", "on", last, "reason", "REQUEST")
                .granted();
        Reply notice = notice(held.path(), held.account(), "CLOSING", last.plusDays(1));
        String reclaim = held.path() + "/reclaims/" + notice.text("/reclaimId");
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
        JsonNode account = books.account(held.account());
        assertThat(account.get("balance").asString()).isEqualTo("0.00");
        assertThat(account.get("ringFenced").asString()).isEqualTo("0.00");
        for (JsonNode pot : account.get("bySource")) assertThat(pot.asString()).isEqualTo("0.00");
        assertThat(books.total("1350")).isZero();
        books.areInOrder();
    }
}
