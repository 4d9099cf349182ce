package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.axon.TestLedger.of;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceRefusal.ExactDuplicate;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.*;

/**
 * The same number is handed in at the same moment at two nodes, each time for another budget, on a real log: the number's
 * own stream lets one of them through, and the other is told that it is a duplicate.
 */
class InvoiceRaceTest {

    private static final int ROUNDS = 12;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 29);
    private static final LocalDate STARTS = LocalDate.of(2025, 4, 7);

    private final List<Ledger> nodes = new ArrayList<>();

    @Test
    void theSameNumberAtTwoNodesIsOneInvoice() throws Exception {
        String database = TestLedger.migrated().jdbcUrl();
        try (var pool = connections(database)) {
            for (int i = 0; i < 2; i++) nodes.add(node(pool, database));
            granted(new RegisterSupplier(new SupplierRef("AG-17"), SupplierKind.AGENCY));
            for (int i = 0; i < 2; i++) ordered(budget(i));
            for (int round = 0; round < ROUNDS; round++) race("A-" + round);
        } finally {
            nodes.forEach(Ledger::close);
        }
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
                answers.add(ask(caller, invoice(budget(caller), number)));
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
        granted(new AllocateBudget(
                budget,
                new PersonRef("P-" + budget),
                CareGroup.ADULT,
                STARTS,
                pounds("310.00"),
                pounds("310.00"),
                List.of(share(Funder.LA, 100)),
                RiskTier.LOW,
                false));
        granted(new ProposePlan(
                budget,
                STARTS,
                List.of(outcome(HOME), outcome(LIFE)),
                List.of(careOrderedFrom(AGENCY), flexibleLine())));
        granted(new ApprovePlan(budget, 1));
    }

    private static BudgetId budget(int number) {
        return new BudgetId(new UUID(8, number));
    }

    private void granted(Command command) {
        assertThat(ask(0, command)).isInstanceOf(Answer.Accepted.class);
    }

    private Answer ask(int node, Command command) {
        Role role = command.permitted().stream().sorted().findFirst().orElseThrow();
        return of(nodes.get(node).gateway().send(Request.once(command, new ActorId(role.name()), Set.of(role))));
    }

    private static HikariDataSource connections(String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database);
        pool.setUsername(TestLedger.SERVICE);
        pool.setPassword(TestLedger.PASSWORD);
        pool.setMaximumPoolSize(8);
        return pool;
    }

    private static Ledger node(HikariDataSource pool, String database) {
        return new Ledger(
                pool,
                TestLedger.service(database),
                Clock.fixed(TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                new SimpleMeterRegistry(),
                LedgerConfiguration.contents(),
                Ledger.Limits.STANDARD);
    }
}
