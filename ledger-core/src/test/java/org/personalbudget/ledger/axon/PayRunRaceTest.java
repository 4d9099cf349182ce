package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.*;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ApproveBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSubmitted;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payrun.PayRunCommand.*;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.PayRunEvent.*;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.RunOrder;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.*;
import org.personalbudget.ledger.testing.Books;

/**
 * Two nodes approve one run, pay it out and hand its files over at the same time, each as if it were alone. It is approved
 * once, every payment is submitted once, and the files go to the bank once, whoever was quicker.
 */
class PayRunRaceTest {

    private static final int NODES = 2;
    private static final int PAYMENTS = 12;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
    private static final PayRunId RUN = new PayRunId(new UUID(8, 8));

    private final List<Ledger> nodes = new ArrayList<>();
    private final List<PayRunItem> items = new ArrayList<>();
    private final Queue<Answer> approvals = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> handedOver = new ConcurrentLinkedQueue<>();

    @Test
    void aRunThatTwoNodesPayOutIsPaidOnce() throws InterruptedException {
        String database = TestLedger.migrated().jdbcUrl();
        try (var pool = connections(database)) {
            for (int i = 0; i < NODES; i++) nodes.add(node(pool, database));
            for (int i = 0; i < PAYMENTS; i++) items.add(payment(i));
            FileDigest hash = build();

            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 2 * NODES; i++) {
                int caller = i;
                callers.add(Thread.ofPlatform().start(() -> payOut(caller, hash)));
            }
            for (Thread caller : callers) caller.join();

            check(log(nodes.getFirst().reader()));
        } finally {
            nodes.forEach(Ledger::close);
        }
    }

    private void payOut(int caller, FileDigest hash) {
        LedgerGateway gateway = nodes.get(caller % NODES).gateway();
        approvals.add(gateway.send(once(new ApprovePayRun(RUN, hash))).join());
        for (PayRunItem item : items) {
            var order = new RunOrder(RUN, item.attempt(), item.details(), item.amount());
            gateway.send(named("submit/" + item.payment(), new SubmitPayment(item.budget(), item.payment(), order)))
                    .join();
        }
        gateway.send(named("submitted/1", new RecordSubmissions(RUN, 1, List.of())))
                .join();
        handedOver.add(gateway.send(once(new SubmitPayRun(RUN))).join());
    }

    private void check(List<Event> log) {
        assertThat(approvals.stream().filter(Answer.Accepted.class::isInstance)).hasSize(1);
        assertThat(handedOver.stream().filter(Answer.Accepted.class::isInstance))
                .hasSize(1);
        List<PaymentId> submitted =
                all(log, PaymentSubmitted.class).map(PaymentSubmitted::payment).toList();
        assertThat(submitted)
                .containsExactlyInAnyOrderElementsOf(
                        items.stream().map(PayRunItem::payment).toList());
        assertThat(all(log, PayRunItemsSubmitted.class)).hasSize(1);
        assertThat(all(log, PayRunReleased.class)
                        .map(released -> released.totals().payments()))
                .containsExactly(PAYMENTS);
        assertThat(all(log, PayRunSubmitted.class)).hasSize(1);
        assertThat(Books.of(log).balance(2200)).isEqualTo("0.00");
    }

    private FileDigest build() {
        ask(new BuildPayRun(
                RUN, PayRunKind.CATCH_UP, TODAY, null, new PayRunDates(TODAY.minusDays(4), TODAY.minusDays(3), TODAY)));
        ask(new AddToPayRun(RUN, 1, items, List.of(), 1));
        return the(ask(new ClosePayRun(RUN)), PayRunBuilt.class).hash();
    }

    /** 310.00 a week, 1,240.00 for P03, to details that are approved. */
    private PayRunItem payment(int number) {
        BudgetId budget = new BudgetId(new UUID(7, number));
        PersonRef person = new PersonRef("P-" + number);
        LocalDate starts = LocalDate.of(2025, 4, 7);
        ask(new AllocateBudget(
                budget,
                person,
                CareGroup.ADULT,
                starts,
                pounds("310.00"),
                pounds("310.00"),
                List.of(share(Funder.LA, 100)),
                RiskTier.LOW,
                false));
        ask(new ProposePlan(
                budget, starts, List.of(outcome(HOME), outcome(LIFE)), List.of(careLine(), flexibleLine())));
        ask(new ApprovePlan(budget, 1));
        AccountId account = the(
                        ask(new OpenAccount(
                                budget, AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, person, starts, List.of())),
                        AccountOpened.class)
                .account();
        BankPayee payee = BankPayee.of(account);
        Note details = new Note(new UUID(6, number), "0".repeat(64));
        ask(new ProposeBankDetails(payee, budget, details, ModulusOutcome.VALID, PayeeCheck.MATCH));
        ask(new ApproveBankDetails(payee, 1, null));
        ask(new ApproveInstalment(budget, period("2025-P03"), InstalmentKind.REGULAR, null, null, null));
        return new PayRunItem(
                number + 1,
                PaymentId.regular(budget, account, period("2025-P03")),
                1,
                budget,
                payee,
                PaymentPurpose.INSTALMENT,
                Channel.BANK,
                1,
                null,
                TODAY,
                pounds("1240.00"));
    }

    private Answer.Accepted ask(Command command) {
        Answer answer = nodes.getFirst().gateway().send(once(command)).join();
        assertThat(answer).as(command.toString()).isInstanceOf(Answer.Accepted.class);
        return (Answer.Accepted) answer;
    }

    /** Asked by whoever has the first role that may. */
    private static Request once(Command command) {
        Role role = command.permitted().stream().sorted().findFirst().orElseThrow();
        return Request.once(command, new ActorId(role.name()), Set.of(role));
    }

    /** With an id made of the run, as the service makes it. */
    private static Request named(String name, Command command) {
        Role role = command.permitted().stream().sorted().findFirst().orElseThrow();
        var id = new CommandId(new CommandId(RUN.value()).derive(name));
        return new Request(command, id, "", new ActorId(role.name()), Set.of(role), List.of(), null, RUN.value());
    }

    private static <E extends Event> E the(Answer.Accepted answer, Class<E> kind) {
        return answer.events().stream()
                .map(RecordedEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <E extends Event> java.util.stream.Stream<E> all(List<Event> log, Class<E> kind) {
        return log.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static List<Event> log(EventReader reader) {
        List<Event> events = new ArrayList<>();
        long position = 0;
        for (var page = reader.after(0, EventReader.PAGE);
                !page.isEmpty();
                page = reader.after(position, EventReader.PAGE)) {
            page.forEach(event -> events.add(event.event()));
            position = page.getLast().position();
        }
        return events;
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
        Instant morning = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return new Ledger(
                pool,
                TestLedger.service(database),
                Clock.fixed(morning, ZoneOffset.UTC),
                new SimpleMeterRegistry(),
                LedgerConfiguration.contents(),
                Ledger.Limits.STANDARD);
    }
}
