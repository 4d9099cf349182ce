package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.axon.LedgerNodes.NODES;
import static org.personalbudget.ledger.axon.LedgerNodes.actorOf;
import static org.personalbudget.ledger.axon.LedgerNodes.all;
import static org.personalbudget.ledger.axon.LedgerNodes.roleOf;
import static org.personalbudget.ledger.axon.LedgerNodes.the;
import static org.personalbudget.ledger.testing.BudgetWords.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ApproveBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
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
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.testing.Books;

/**
 * Two nodes approve one run, pay it out and hand its files over at the same time, each as if it were alone. It is approved
 * once, every payment is submitted once, and the files go to the bank once, whoever was quicker.
 */
class PayRunRaceTest {

    private static final int PAYMENTS = 12;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
    private static final PayRunId RUN = new PayRunId(new UUID(8, 8));

    private final LedgerNodes nodes = new LedgerNodes(TODAY);
    private final List<PayRunItem> items = new ArrayList<>();
    private final Queue<Answer> approvals = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> handedOver = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void aRunThatTwoNodesPayOutIsPaidOnce() throws InterruptedException {
        for (int i = 0; i < PAYMENTS; i++) items.add(payment(i));
        FileDigest hash = build();

        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 2 * NODES; i++) {
            int caller = i;
            callers.add(Thread.ofPlatform().start(() -> payOut(caller, hash)));
        }
        for (Thread caller : callers) caller.join();

        check(nodes.events());
    }

    private void payOut(int caller, FileDigest hash) {
        approvals.add(nodes.ask(caller, new ApprovePayRun(RUN, hash)));
        for (PayRunItem item : items) {
            var order = new RunOrder(RUN, item.attempt(), item.details(), item.amount());
            nodes.send(
                    caller, named("submit/" + item.payment(), new SubmitPayment(item.budget(), item.payment(), order)));
        }
        nodes.send(caller, named("submitted/1", new RecordSubmissions(RUN, 1, List.of())));
        handedOver.add(nodes.ask(caller, new SubmitPayRun(RUN)));
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
        nodes.granted(
                0,
                new BuildPayRun(
                        RUN,
                        PayRunKind.CATCH_UP,
                        TODAY,
                        null,
                        new PayRunDates(TODAY.minusDays(4), TODAY.minusDays(3), TODAY)));
        nodes.granted(0, new AddToPayRun(RUN, 1, items, List.of(), 1));
        return the(nodes.granted(0, new ClosePayRun(RUN)), PayRunBuilt.class).hash();
    }

    /** 310.00 a week, 1,240.00 for P03, to details that are approved. */
    private PayRunItem payment(int number) {
        BudgetId budget = new BudgetId(new UUID(7, number));
        PersonRef person = new PersonRef("P-" + number);
        LocalDate starts = LocalDate.of(2025, 4, 7);
        nodes.granted(
                0,
                new AllocateBudget(
                        budget,
                        person,
                        CareGroup.ADULT,
                        starts,
                        pounds("310.00"),
                        pounds("310.00"),
                        List.of(share(Funder.LA, 100)),
                        RiskTier.LOW,
                        false));
        nodes.granted(
                0,
                new ProposePlan(
                        budget, starts, List.of(outcome(HOME), outcome(LIFE)), List.of(careLine(), flexibleLine())));
        nodes.granted(0, new ApprovePlan(budget, 1));
        AccountId account = the(
                        nodes.granted(
                                0,
                                new OpenAccount(
                                        budget,
                                        AccountKind.DIRECT_PAYMENT,
                                        ContributionMethod.NET,
                                        person,
                                        starts,
                                        List.of())),
                        AccountOpened.class)
                .account();
        BankPayee payee = BankPayee.of(account);
        Note details = new Note(new UUID(6, number), "0".repeat(64));
        nodes.granted(0, new ProposeBankDetails(payee, budget, details, ModulusOutcome.VALID, PayeeCheck.MATCH));
        nodes.granted(0, new ApproveBankDetails(payee, 1, null));
        nodes.granted(
                0, new ApproveInstalment(budget, period("2025-P03"), InstalmentKind.REGULAR, null, null, null, null));
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

    /** With an id made of the run, as the service makes it. */
    private static Request named(String name, Command command) {
        var id = new CommandId(new CommandId(RUN.value()).derive(name));
        return new Request(command, id, "", actorOf(command), Set.of(roleOf(command)), List.of(), null, RUN.value());
    }
}
