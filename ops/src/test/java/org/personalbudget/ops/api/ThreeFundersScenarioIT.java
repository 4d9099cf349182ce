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
 * Council, NHS and education at 50/30/20: an invoice and an instalment of the same period.
 *
 * <p>The invoice of 1,028.55 is 514.275, 308.565 and 205.71: 514.28 for the lead, who takes the tie, 308.56 and 205.71.
 * The instalment of 1,240.00 is 620.00, 372.00 and 248.00. The NHS is asked for 308.56 + 372.00 = 680.56, of which
 * 372.00 are owed since they arrived in the account. It had paid 500.00 in advance, which are used; of the 180.56 left
 * 8.56 are taken back, 172.00 are paid, and the 8.56 can be asked for again. Education pays its 453.71.
 */
class ThreeFundersScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param shares of the council, the NHS and education in hundredths of a percent
     * @param invoice in pence
     * @param advance of the NHS, in pence
     */
    record Playing(List<Long> shares, long invoice, long advance, long reduction, int period) {

        static Playing of(long seed) {
            Random random = new Random(seed);
            long la = 1000 + random.nextInt(4000);
            long icb = 2000 + random.nextInt(2000);
            return new Playing(
                    List.of(la, icb, 10_000 - la - icb),
                    80000 + random.nextInt(30000),
                    10000 + random.nextInt(20000),
                    1 + random.nextInt(2000),
                    1 + random.nextInt(12));
        }

        List<Map<String, Object>> funders() {
            return List.of(funder("LA", 0), funder("ICB", 1), funder("EDUCATION", 2));
        }

        private Map<String, Object> funder(String funder, int index) {
            return object(
                    "funder",
                    funder,
                    "share",
                    BigDecimal.valueOf(shares.get(index), 2).toPlainString());
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(
                new Playing(List.of(5000L, 3000L, 2000L), 102855, 50000, 856, 3),
                Playing.of(532),
                Playing.of(30520),
                Playing.of(503));
    }

    @ParameterizedTest
    @MethodSource("playings")
    void threeFundersShareAnInvoiceAndAnInstalmentToThePenny(Playing playing) {
        var year = ledger.nextYear();
        Period period = year.period(playing.period);
        LocalDate day = period.last();
        DirectPayment budget = new DirectPayment(
                ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", playing.funders());
        budget.account("NET", year.starts());
        Books books = new Books(ledger, budget.budget);
        List<Long> invoice = split(playing.invoice, playing.shares);
        List<Long> account = split(124000, playing.shares);
        if (playing.advance == 50000) {
            assertThat(invoice).containsExactly(51428L, 30856L, 20571L);
            assertThat(account).containsExactly(62000L, 37200L, 24800L);
        }

        Reply paid = invoiced(budget, period, playing.invoice);
        String instalment = budget.instalment(period.id().toString(), day).text("/paymentId");
        budget.paid(instalment, day, day);

        assertThat(paid.text("/split/LA")).isEqualTo(text(invoice.get(0)));
        assertThat(paid.text("/split/ICB")).isEqualTo(text(invoice.get(1)));
        assertThat(paid.text("/split/EDUCATION")).isEqualTo(text(invoice.get(2)));
        assertThat(books.advancedBy("ICB")).isEqualTo(account.get(1));
        assertThat(books.advancedBy("EDUCATION")).isEqualTo(account.get(2));

        long icb = invoice.get(1) + account.get(1);
        String recharge = icbIsAskedAndPays(playing, budget, day, icb, account.get(1));
        educationPays(budget, day, invoice.get(2) + account.get(2));

        assertThat(books.total("1500")).isZero();
        assertThat(books.advancedBy("ICB")).isEqualTo(account.get(1));
        assertThat(-books.total("4100", "ICB")).isEqualTo(invoice.get(1) - playing.reduction);
        assertThat(-books.total("4100", "EDUCATION")).isEqualTo(invoice.get(2));
        Reply again = ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "ICB")
                .granted();
        assertThat(again.text("/amount")).isEqualTo(text(playing.reduction));
        assertThat(again.text("/advanced")).isEqualTo("0.00");
        assertThat(again.text("/rechargeId")).isNotEqualTo(recharge);
        books.areInOrder();
    }

    private Reply invoiced(DirectPayment budget, Period period, long amount) {
        String supplier = ledger.as("invoice-officer")
                .post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "AGENCY")
                .granted()
                .text("/supplierId");
        return ledger.as("invoice-officer")
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
                        period.last(),
                        "invoiceId",
                        "HC-3301")
                .granted();
    }

    private String icbIsAskedAndPays(Playing playing, DirectPayment budget, LocalDate day, long icb, long inAccount) {
        Client controller = ledger.as("controller");
        controller
                .post(budget.path() + "/funder-advances", "funder", "ICB", "amount", text(playing.advance), "on", day)
                .granted();
        Reply asked =
                controller.post(budget.path() + "/recharges", "funder", "ICB").granted();
        assertThat(asked.text("/amount")).isEqualTo(text(icb));
        assertThat(asked.text("/advanced")).isEqualTo(text(inAccount));
        String recharge = budget.path() + "/recharges/" + asked.text("/rechargeId");
        controller
                .post(recharge + "/advance-uses", "amount", text(playing.advance + 1))
                .refused(422, "exceeds-advance")
                .about("/amount");
        assertThat(controller.post(recharge + "/advance-uses").granted().text("/amount"))
                .isEqualTo(text(playing.advance));
        long left = icb - playing.advance;
        long reducible = Math.min(left, icb - inAccount);
        Reply tooMuch =
                controller.post(recharge + "/reductions", "amount", text(reducible + 1), "reason", "More than is left");
        assertThat(tooMuch.refused(422, "exceeds-reducible").text("/reducible")).isEqualTo(text(reducible));
        controller
                .post(recharge + "/reductions", "amount", text(playing.reduction), "reason", "Hours not delivered")
                .granted();
        Reply paid = controller.post(recharge + "/payments", "on", day).granted();
        assertThat(paid.text("/amount")).isEqualTo(text(left - playing.reduction));
        controller.post(recharge + "/advance-uses", "amount", "0.01").refused(422, "exceeds-outstanding");
        return asked.text("/rechargeId");
    }

    private void educationPays(DirectPayment budget, LocalDate day, long amount) {
        Reply asked = ledger.as("controller")
                .post(budget.path() + "/recharges", "funder", "EDUCATION")
                .granted();
        assertThat(asked.text("/amount")).isEqualTo(text(amount));
        ledger.as("controller")
                .post(budget.path() + "/recharges/" + asked.text("/rechargeId") + "/payments", "on", day)
                .granted();
    }
}
