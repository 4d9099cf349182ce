package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.period.PeriodCommand.BeginClosing;
import org.personalbudget.ops.api.RunningLedger.Year;
import tools.jackson.databind.JsonNode;

/**
 * S11 and what is around it: periods close with what was not billed, stay as they are, and open again only if two people
 * want it. Each playing has a financial year of its own in one ledger that nobody else closes periods in.
 */
class PeriodScenarioIT {

    private static final RunningLedger LEDGER = RunningLedger.ofItsOwn();

    /** The last period that has been closed. */
    private static PeriodId closed = new PeriodId(2015, 13);

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    /**
     * One playing.
     *
     * @param hours of home care ordered a week, and {@code billed} in the period, in hundredths
     * @param rate of an hour, in pence
     * @param share of the council in hundredths of a percent
     * @param byInvoice whether the bill comes as an invoice, or is entered as a payment
     */
    record Late(long hours, long rate, long billed, long share, boolean byInvoice) {

        static final Late OF_THE_BOOK = new Late(1_250, 2_200, 4_875, 10_000, true);

        static Late of(long seed, long share, boolean byInvoice) {
            Random random = new Random(seed);
            long hours = 400 + 25 * random.nextInt(60);
            return new Late(
                    hours, 1_700 + random.nextInt(900), hours * 4 - 25 * (1 + random.nextInt(12)), share, byInvoice);
        }

        long weekly() {
            return cost(hours);
        }

        long accrued() {
            return weekly() * 4;
        }

        long bill() {
            return cost(billed);
        }

        private long cost(long quantity) {
            return BigDecimal.valueOf(quantity * rate, 2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        List<Map<String, Object>> funders() {
            if (share == 10_000) return DirectPayment.allFrom("LA");
            return List.of(
                    object("funder", "LA", "share", text(share)),
                    object("funder", "ICB", "share", text(10_000 - share)));
        }

        CareOrder order(LocalDate starts) {
            return new CareOrder(LEDGER, starts, text(weekly()), text(hours), text(rate), funders());
        }

        List<String> lines(long amount, String debit, String credit) {
            List<Long> parts = split(amount, List.of(share, 10_000 - share));
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String source = i == 0 ? "LA " : "ICB ";
                if (parts.get(i) == 0) continue;
                lines.add("Dr " + debit + "/" + source + text(parts.get(i)));
                lines.add("Cr " + credit + "/" + source + text(parts.get(i)));
            }
            return lines;
        }
    }

    static Stream<Late> playings() {
        return Stream.of(
                Late.OF_THE_BOOK, Late.of(11, 10_000, false), Late.of(1111, 7_000, true), Late.of(3, 6_250, false));
    }

    /**
     * P05 closes with 1,100.00 that nobody has billed. On 19 September the invoice comes, 48.75 h at 22.00: the accrual is
     * taken back and the invoice posted in P06, both for P05. P05 stays at 1,100.00; P06 shows that it moved by −27.50.
     */
    @ParameterizedTest
    @MethodSource("playings")
    void s11ALateInvoiceAfterTheClosing(Late late) {
        Year year = LEDGER.nextYear();
        Period p05 = year.period(5);
        Period p06 = year.period(6);
        CareOrder order = late.order(p05.first());
        closeBefore(p05);

        Reply closing = closing(p05, p06.first()).granted();

        String accrued = text(late.accrued());
        assertThat(closing.text("/standing")).isEqualTo("CLOSED");
        assertThat(closing.text("/expenditure")).isEqualTo(accrued);
        assertThat(closing.text("/accruals/standing")).isEqualTo(accrued);
        assertThat(closing.text("/accruals/budgets")).isEqualTo("1");
        Books books = new Books(LEDGER, order.budget);
        assertThat(books.postedBy("CareAccrued"))
                .containsExactlyInAnyOrderElementsOf(late.lines(late.accrued(), "5000", "2100"));
        LocalDate arrives = p06.first().plusDays(25);
        LEDGER.as("auditor").on(arrives).get("/trial-balance").granted();
        assertThat(period(p05).text("/accruals/standing")).isEqualTo(accrued);
        assertThat(period(p06).text("/priorPeriodMovement/amount")).isEqualTo("0.00");

        Reply paid = late.byInvoice
                ? order.invoice(text(late.billed), text(late.bill()), p05)
                : order.pay(text(late.bill()), p05);

        assertThat(books.postedBy("AccrualReversed"))
                .containsExactlyInAnyOrderElementsOf(late.lines(late.accrued(), "2100", "5000"));
        assertThat(books.postedBy("ProviderPaymentAuthorised"))
                .containsExactlyInAnyOrderElementsOf(late.lines(late.bill(), "5000", "2000"));
        entriesAt(order.budget, paid.position()).forEach(entry -> {
            assertThat(entry.get("postingPeriod").asString()).isEqualTo(p06.id().toString());
            assertThat(entry.get("servicePeriod").asString()).isEqualTo(p05.id().toString());
        });
        assertThat(period(p05).text("/expenditure")).isEqualTo(accrued);
        assertThat(period(p05).text("/accruals/standing")).isEqualTo("0.00");
        assertThat(period(p05).text("/movedLater/0/amount")).isEqualTo(text(late.bill() - late.accrued()));
        Reply after = period(p06);
        assertThat(after.text("/priorPeriodMovement/amount")).isEqualTo(text(late.bill() - late.accrued()));
        assertThat(after.text("/priorPeriodMovement/periods/0/servicePeriod"))
                .isEqualTo(p05.id().toString());
        if (late == Late.OF_THE_BOOK) {
            assertThat(List.of(accrued, after.text("/priorPeriodMovement/amount")))
                    .containsExactly("1100.00", "-27.50");
        }
        nothingIsPostedIn(p05, order);
        books.areInOrder();
    }

    private void nothingIsPostedIn(Period period, CareOrder order) {
        long facts = LEDGER.facts();
        LEDGER.as("controller")
                .post(order.path() + "/accruals", "period", period.id().toString())
                .refused(409, "period-closed");
        closing(period, period.last().plusDays(26)).refused(409, "period-already-closed");
        assertThat(LEDGER.facts()).isEqualTo(facts);
    }

    /** A contribution of P05 that is entered in P06: its day and the account's balance on it are kept, P05 is not touched. */
    @Test
    void aLateContributionIsPostedInTheOpenPeriod() {
        Year year = LEDGER.nextYear();
        Period p05 = year.period(5);
        LocalDate paidOn = p05.first().plusDays(10);
        var budget = new DirectPayment(
                LEDGER, p05.first(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
        budget.contributes("42.10", p05.first());
        String account = budget.account("NET", p05.first());
        String instalment = budget.instalment(p05.id().toString(), p05.first()).text("/paymentId");
        budget.paid(instalment, p05.first(), p05.first());
        closeBefore(p05);
        closing(p05, p05.last()).granted();
        String before = period(p05).text("/expenditure");

        Reply late = LEDGER.as("reconciler")
                .on(p05.last().plusDays(8))
                .post(budget.path() + "/contribution-payments", "accountId", account, "amount", "168.40", "on", paidOn)
                .granted();
        Reply spend = budget.spend(account, "22.00", p05.last(), "HOME_CARE", "care", null);

        JsonNode entry = entriesAt(budget.budget, late.position()).getFirst();
        assertThat(entry.get("effectiveOn").asString()).isEqualTo(paidOn.toString());
        assertThat(entry.get("postingPeriod").asString())
                .isEqualTo(year.period(6).id().toString());
        assertThat(LEDGER.as("auditor")
                        .get(budget.path() + "/balance?effective=" + paidOn)
                        .granted()
                        .text("/accounts/0/balance"))
                .isEqualTo("1240.00");
        JsonNode spent = entriesAt(budget.budget, spend.position()).getFirst();
        assertThat(spent.get("postingPeriod").asString())
                .isEqualTo(year.period(6).id().toString());
        assertThat(spent.get("servicePeriod").asString()).isEqualTo(p05.id().toString());
        assertThat(period(year.period(6)).text("/priorPeriodMovement/amount")).isEqualTo("22.00");
        assertThat(period(p05).text("/expenditure")).isEqualTo(before);
        new Books(LEDGER, budget.budget).areInOrder();
    }

    /** Opened again by two, posted in, and closed again with what has been ordered since; never by one alone. */
    @Test
    void twoControllersOpenAPeriodAgain() {
        Year year = LEDGER.nextYear();
        Period p05 = year.period(5);
        Period p06 = year.period(6);
        CareOrder order = Late.OF_THE_BOOK.order(p05.first());
        closeBefore(p05);
        closing(p05, p06.first()).granted();
        String path = "/periods/" + p05.id() + "/reopening";

        LEDGER.as("controller").post(path + "/approval").refused(409, "reopening-not-requested");
        LEDGER.as("controller").post(path, "reason", "An order was forgotten.").granted();
        assertThat(period(p05).text("/reopeningRequestedBy")).isEqualTo("controller");
        LEDGER.as("controller-2").post(path, "reason", "Me too.").refused(409, "reopening-already-requested");
        LEDGER.as("controller").post(path + "/approval").refused(403, "requester-may-not-reopen");
        LEDGER.as("practitioner").post(path + "/approval").refused(403, "role-may-not");
        Reply opened = LEDGER.as("controller-2").post(path + "/approval").granted();
        assertThat(opened.text("/standing")).isEqualTo("OPEN");
        assertThat(period(p05).text("/standing")).isEqualTo("OPEN");

        LEDGER.as("controller")
                .post(
                        order.path() + "/accruals/" + p05.id() + "/reversal",
                        "lineId",
                        "care",
                        "amount",
                        "100.00",
                        "reason",
                        "A week away.")
                .granted();
        assertThat(closing(p06, p06.last()).granted().text("/standing")).isEqualTo("CLOSED");
        assertThat(period(p05).text("/standing")).as("closed first").isEqualTo("CLOSED");
        assertThat(period(p05).text("/accruals/standing")).isEqualTo("1000.00");
        LEDGER.as("controller").post(path, "reason", "Again.").refused(409, "later-period-closed");
        new Books(LEDGER, order.budget).areInOrder();
    }

    /** The node stopped between the first step and the last: whoever asks again goes on, and nothing is done twice. */
    @Test
    void aClosingThatStoppedGoesOn() {
        Year year = LEDGER.nextYear();
        Period p05 = year.period(5);
        CareOrder order = Late.OF_THE_BOOK.order(p05.first());
        closeBefore(p05);
        LEDGER.as("auditor").on(p05.last()).get("/trial-balance").granted();
        LEDGER.bean(LedgerGateway.class)
                .send(Request.once(
                        new BeginClosing(p05.id()), new ActorId("controller"), Set.of(Role.FINANCE_CONTROLLER)))
                .join();
        assertThat(period(p05).text("/standing")).isEqualTo("CLOSING");

        String key = UUID.randomUUID().toString();
        Client controller = LEDGER.as("controller-2").key(key);
        Reply first = controller.post("/periods/" + p05.id() + "/closing").granted();
        closed = p05.id();
        assertThat(first.text("/standing")).isEqualTo("CLOSED");
        long facts = LEDGER.facts();
        Reply again = controller.post("/periods/" + p05.id() + "/closing").granted();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(LEDGER.facts()).isEqualTo(facts);
        assertThat(new Books(LEDGER, order.budget).total("2100")).isEqualTo(-110_000);
        JsonNode accruals = LEDGER.as("auditor")
                .get("/periods/" + p05.id() + "/accruals")
                .granted()
                .json();
        assertThat(accruals.at("/accruals/0/budgetId").asString()).isEqualTo(order.budget);
        assertThat(accruals.at("/accruals/0/standing").asString()).isEqualTo("1100.00");
    }

    @Test
    void aPeriodIsClosedInOrderAndNotBeforeItsEnd() {
        Period p05 = LEDGER.nextYear().period(5);
        closeBefore(p05);
        closing(p05, p05.last().minusDays(1)).refused(422, "period-not-over");
        closing(after(p05.id()), p05.last()).refused(422, "period-not-over");
        LEDGER.as("controller").post("/periods/2025-P14/closing").refused(400, "not-a-period");
        LEDGER.as("payments-officer").post("/periods/" + p05.id() + "/closing").refused(403, "role-may-not");
        JsonNode periods = LEDGER.as("auditor").get("/periods").granted().json().get("periods");
        JsonNode last = periods.get(periods.size() - 1);
        assertThat(last.get("period").asString()).isEqualTo(p05.id().toString());
        assertThat(last.get("standing").asString()).isEqualTo("OPEN");
        assertThat(periods.get(0).get("standing").asString()).isEqualTo("CLOSED");
    }

    /** Closes what comes before a period and has not been closed: they are closed in order, whatever is asked for. */
    private static void closeBefore(Period period) {
        PeriodCalendar calendar = PeriodCalendar.standard();
        Period before = calendar.periodOf(period.first().minusDays(1));
        if (!before.id().equals(closed)) closing(before, period.first()).granted();
    }

    private static Period after(PeriodId period) {
        PeriodCalendar calendar = PeriodCalendar.standard();
        return calendar.periodOf(calendar.period(period).last().plusDays(1));
    }

    private static Reply closing(Period period, LocalDate today) {
        Reply reply = LEDGER.as("controller").on(today).post("/periods/" + period.id() + "/closing");
        if (reply.status() == 200) closed = period.id();
        return reply;
    }

    private static Reply period(Period period) {
        return LEDGER.as("auditor").get("/periods/" + period.id()).granted();
    }

    private static List<JsonNode> entriesAt(String budget, long position) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode entries = LEDGER.as("auditor")
                .get("/journal?budgetId=" + budget + "&limit=1000")
                .granted()
                .json()
                .get("entries");
        for (JsonNode entry : entries) if (entry.get("position").asLong() == position) found.add(entry);
        return found;
    }
}
