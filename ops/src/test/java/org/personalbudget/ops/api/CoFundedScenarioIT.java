package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/** S18: two funders, an invoice that does not divide, a recharge and its payment; with other shares and amounts. */
class CoFundedScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param share of the council in hundredths of a percent
     * @param invoice in pence
     */
    record Shares(long share, long invoice, int period) {

        static Shares of(long seed) {
            Random random = new Random(seed);
            return new Shares(1 + random.nextInt(9998), 80000 + random.nextInt(30000), 1 + random.nextInt(12));
        }

        List<Map<String, Object>> funders() {
            return List.of(
                    object("funder", "LA", "share", BigDecimal.valueOf(share, 2).toPlainString()),
                    object(
                            "funder",
                            "ICB",
                            "share",
                            BigDecimal.valueOf(10_000 - share, 2).toPlainString()));
        }
    }

    static Stream<Shares> shares() {
        return Stream.of(new Shares(7000, 102855, 3), Shares.of(18), Shares.of(1881));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void s18TheCoFunderIsRechargedForItsPartToThePenny(Shares shares) {
        var year = ledger.nextYear();
        Period period = year.period(shares.period);
        var parts = split(shares.invoice, List.of(shares.share, 10_000 - shares.share));
        if (shares.invoice == 102855) assertThat(parts).containsExactly(71999L, 30856L);
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", shares.funders());
        String supplier = ledger.as("invoice-officer")
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");

        Reply paid = ledger.as("invoice-officer")
                .on(period.last())
                .post(
                        budget.path() + "/provider-payments",
                        "supplierId",
                        supplier,
                        "lineId",
                        "care",
                        "amount",
                        text(shares.invoice),
                        "serviceFrom",
                        period.first(),
                        "serviceTo",
                        period.last(),
                        "invoiceId",
                        "HC-2201")
                .granted();
        String payment = paid.text("/paymentId");
        budget.paid(payment, period.last(), period.last());
        Reply recharge = ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB")
                .granted();
        ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB", "amount", "0.01")
                .refused(422, "exceeds-rechargeable");
        ledger.as("controller")
                .post(budget.path() + "/recharges/" + recharge.text("/rechargeId") + "/payments", "on", period.last())
                .granted();

        String la = text(parts.get(0));
        String icb = text(parts.get(1));
        assertThat(paid.text("/status")).isEqualTo("AUTHORISED");
        assertThat(paid.text("/split/LA")).isEqualTo(la);
        assertThat(paid.text("/split/ICB")).isEqualTo(icb);
        assertThat(recharge.text("/amount")).isEqualTo(icb);
        assertThat(ledger.as("auditor").get("/payments/" + payment).text("/standing"))
                .isEqualTo("SETTLED");
        Books books = new Books(ledger, budget.budget);
        assertThat(books.postedBy("ProviderPaymentAuthorised"))
                .containsExactlyInAnyOrder(
                        "Dr 5000/LA " + la, "Dr 5000/ICB " + icb, "Cr 2000/LA " + la, "Cr 2000/ICB " + icb);
        assertThat(books.postedBy("PaymentSubmitted"))
                .containsExactlyInAnyOrder(
                        "Dr 2000/LA " + la, "Dr 2000/ICB " + icb, "Cr 1100/LA " + la, "Cr 1100/ICB " + icb);
        assertThat(books.postedBy("FunderRecharged")).containsExactly("Dr 1500/ICB " + icb, "Cr 4100/ICB " + icb);
        assertThat(books.postedBy("RechargePaid")).containsExactly("Dr 1000/ICB " + icb, "Cr 1500/ICB " + icb);
        assertThat(books.total("1000")).isEqualTo(parts.get(1) - shares.invoice);
        assertThat(books.total("2000")).isZero();
        assertThat(books.total("1500")).isZero();
        books.areInOrder();
    }

    @ParameterizedTest
    @MethodSource("shares")
    void s18AContributionAppliesToTheCouncilsShareOnly(Shares shares) {
        var year = ledger.nextYear();
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", shares.funders());
        long councilShare =
                split(31000, List.of(shares.share, 10_000 - shares.share)).get(0);

        Reply refusal = ledger.as("contributions-officer")
                .post(budget.path() + "/contributions", "weekly", text(councilShare + 1), "from", year.starts());

        refusal.refused(422, "contribution-exceeds-share").about("/weekly");
        assertThat(refusal.text("/councilShare")).isEqualTo(text(councilShare));
        budget.contributes(text(councilShare), year.starts());
    }

    @ParameterizedTest
    @MethodSource("shares")
    void theSameInvoiceIsPaidOnceHoweverItIsWritten(Shares shares) {
        var year = ledger.nextYear();
        Period period = year.period(shares.period);
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", shares.funders());
        String supplier = ledger.as("invoice-officer")
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        Client officer = ledger.as("invoice-officer").on(period.last());

        officer.post(
                        budget.path() + "/provider-payments",
                        "supplierId",
                        supplier,
                        "lineId",
                        "care",
                        "amount",
                        "220.00",
                        "serviceFrom",
                        period.first(),
                        "serviceTo",
                        period.last(),
                        "invoiceId",
                        "INV-004417")
                .granted();
        Reply again = officer.post(
                budget.path() + "/provider-payments",
                "supplierId",
                supplier,
                "lineId",
                "care",
                "amount",
                "220.00",
                "serviceFrom",
                period.first(),
                "serviceTo",
                period.last(),
                "invoiceId",
                "inv 4417");

        again.refused(409, "already-instructed").about("/invoiceId");
    }
}
