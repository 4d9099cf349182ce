package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceRefusal.ExactDuplicate;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.*;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.terms.Units;

/**
 * The same number is handed in at the same moment at two nodes, each time for another budget, on a real log: the number's
 * own stream lets one of them through, and the other is told that it is a duplicate.
 */
class InvoiceRaceTest {

    private static final int ROUNDS = 12;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 29);
    private static final LocalDate STARTS = LocalDate.of(2025, 4, 7);

    private final LedgerNodes nodes = new LedgerNodes(TODAY);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void theSameNumberAtTwoNodesIsOneInvoice() throws Exception {
        nodes.granted(0, new RegisterSupplier(new SupplierRef("AG-17"), SupplierKind.AGENCY));
        for (int i = 0; i < 2; i++) ordered(budget(i));
        for (int round = 0; round < ROUNDS; round++) race("A-" + round);
    }

    private void race(String number) throws Exception {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        var start = new CyclicBarrier(2);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int caller = i;
            callers.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                answers.add(nodes.ask(caller, invoice(budget(caller), number)));
            }));
        }
        for (Thread caller : callers) caller.join();
        assertThat(answers).hasSize(2);
        assertThat(answers.stream().filter(Answer.Accepted.class::isInstance)).hasSize(1);
        assertThat(answers.stream()
                        .filter(Answer.Refused.class::isInstance)
                        .map(answer -> ((Answer.Refused) answer).refused().refusal()))
                .hasSize(1)
                .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(ExactDuplicate.class));
    }

    private static Command invoice(BudgetId budget, String number) {
        var line = new InvoiceLine(
                new InvoiceLineId("1"),
                null,
                Units.of(new BigDecimal("1")),
                pounds("22.00"),
                pounds("22.00"),
                VatCategory.EXEMPT,
                0,
                null,
                List.of());
        return new SubmitInvoice(
                budget,
                AGENCY,
                new InvoiceNumber(number),
                new InvoiceTerms(
                        TODAY,
                        days("2025-06-02", "2025-06-29"),
                        List.of(line),
                        pounds("22.00"),
                        pounds("0.00"),
                        pounds("22.00")));
    }

    private void ordered(BudgetId budget) {
        nodes.granted(
                0,
                new AllocateBudget(
                        budget,
                        new PersonRef("P-" + budget),
                        CareGroup.ADULT,
                        STARTS,
                        pounds("310.00"),
                        pounds("310.00"),
                        List.of(share(Funder.LA, 100)),
                        RiskTier.LOW,
                        false));
        nodes.granted(
                0,
                new ProposePlan(
                        budget,
                        STARTS,
                        List.of(outcome(HOME), outcome(LIFE)),
                        List.of(careOrderedFrom(AGENCY), flexibleLine())));
        nodes.granted(0, new ApprovePlan(budget, 1));
    }

    private static BudgetId budget(int number) {
        return new BudgetId(new UUID(8, number));
    }
}
