package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.axon.LedgerNodes.NODES;
import static org.personalbudget.ledger.axon.LedgerNodes.all;
import static org.personalbudget.ledger.axon.LedgerNodes.the;
import static org.personalbudget.ledger.testing.BudgetWords.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidIntoPool;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.MemberShare;
import org.personalbudget.ledger.pooledfund.PoolCommand.*;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidIn;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolSpendRecorded;
import org.personalbudget.ledger.terms.*;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.testing.Books;

/**
 * Several callers of several nodes pay into one pool and spend from it at the same time, through the gateway as it is in
 * production and on a real log. Nothing is lost and nothing counted twice: every payment accepted lies on the budget and
 * on the pool, every spend is borne whole, and what the members hold is what the journal says.
 */
class PoolRaceTest {

    private static final int CALLERS = 4;
    private static final int REQUESTS = 12;
    private static final int MEMBERS = 3;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
    private static final PoolId POOL = new PoolId(new UUID(9, 9));

    private final LedgerNodes nodes = new LedgerNodes(TODAY);
    private final Map<BudgetId, AccountId> accounts = new ConcurrentHashMap<>();
    private final Queue<Money> paidIn = new ConcurrentLinkedQueue<>();
    private final Queue<Money> spent = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void oneHotPoolOfManyCallersLosesNothing() throws InterruptedException {
        IntStream.range(0, MEMBERS).forEach(this::member);
        nodes.granted(0, new OpenPool(POOL, new PersonRef("CLUB-1"), TODAY));
        nodes.granted(
                0,
                new AgreeShares(
                        POOL,
                        TODAY,
                        List.of(
                                new MemberShare(budget(0), 5000),
                                new MemberShare(budget(1), 3333),
                                new MemberShare(budget(2), 1667))));

        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < NODES * CALLERS; i++) {
            int caller = i;
            callers.add(Thread.ofPlatform().start(() -> call(caller)));
        }
        for (Thread caller : callers) caller.join();

        check(nodes.events());
    }

    private static BudgetId budget(int member) {
        return new BudgetId(new UUID(7, member));
    }

    /** 310.00 a week at 70/30, and 1,240.00 in the account. */
    private void member(int number) {
        BudgetId budget = budget(number);
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
                        List.of(share(Funder.LA, 70), share(Funder.ICB, 30)),
                        RiskTier.LOW,
                        false));
        nodes.granted(0, proposal(budget, starts));
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
        accounts.put(budget, account);
        PaymentId payment = the(
                        nodes.granted(
                                0,
                                new ApproveInstalment(
                                        budget, period("2025-P03"), InstalmentKind.REGULAR, null, null, null, null)),
                        InstalmentApproved.class)
                .payment();
        nodes.granted(0, new SubmitPayment(budget, payment));
        nodes.granted(0, new SettlePayment(budget, payment, TODAY, SettlementLeg.BOTH));
    }

    private static Command proposal(BudgetId budget, LocalDate starts) {
        return new ProposePlan(
                budget, starts, List.of(outcome(HOME), outcome(LIFE)), List.of(careLine(), flexibleLine()));
    }

    /** A plan of its own for each caller: a third of it spends, the rest pays in. */
    private void call(int caller) {
        var random = new SplittableRandom(caller);
        for (int i = 0; i < REQUESTS; i++) {
            Money amount = Money.ofPence(1 + random.nextInt(700));
            if (random.nextInt(3) == 0) {
                nodes.granted(caller, new RecordPoolSpend(POOL, amount, TODAY, Category.DAY_OPPORTUNITY, null));
                spent.add(amount);
            } else {
                BudgetId budget = budget(random.nextInt(MEMBERS));
                nodes.granted(caller, new PayIntoPool(budget, POOL, accounts.get(budget), FLEX, amount, TODAY));
                paidIn.add(amount);
            }
        }
    }

    private void check(List<Event> log) {
        List<PaidIntoPool> given = all(log, PaidIntoPool.class).toList();
        List<MemberPaidIn> taken = all(log, MemberPaidIn.class).toList();
        List<PoolSpendRecorded> spends = all(log, PoolSpendRecorded.class).toList();
        assertThat(given).hasSameSizeAs(paidIn);
        assertThat(taken.stream().map(it -> it.budget() + " " + it.split()))
                .containsExactlyInAnyOrderElementsOf(
                        given.stream().map(it -> it.budget() + " " + it.split()).toList());
        assertThat(spends.stream().map(PoolSpendRecorded::amount)).containsExactlyInAnyOrderElementsOf(spent);
        for (PoolSpendRecorded spend : spends) {
            assertThat(sum(spend.parts().stream()
                            .map(part -> part.split().total())
                            .toList()))
                    .isEqualTo(spend.amount());
        }
        Money held = sum(paidIn).minus(sum(spent));
        Money committed = sum(taken.stream().map(it -> it.committed().total()).toList())
                .minus(sum(spends.stream()
                        .flatMap(spend -> spend.parts().stream())
                        .map(MemberPart::fromCommitment)
                        .map(split -> split.total())
                        .toList()));
        Books books = Books.of(log);
        assertThat(books.balance(1215)).isEqualTo(held.toString());
        assertThat(books.balance(9100)).isEqualTo(committed.negated().toString());
        assertThat(books.balance(1200))
                .isEqualTo(pounds("3720.00").minus(sum(paidIn)).toString());
        assertThat(books.balance(5020)).isEqualTo(sum(spent).toString());
    }

    private static Money sum(Iterable<Money> amounts) {
        Money sum = Money.ZERO;
        for (Money amount : amounts) sum = sum.plus(amount);
        return sum;
    }
}
