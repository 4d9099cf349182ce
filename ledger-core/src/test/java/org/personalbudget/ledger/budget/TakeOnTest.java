package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.FAY;
import static org.personalbudget.ledger.testing.People.PERSON;
import static org.personalbudget.ledger.testing.RecoveryWords.refundReceived;
import static org.personalbudget.ledger.testing.Request.as;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ContributionEvent.ArrearsAlertRaised;
import org.personalbudget.ledger.budget.ContributionRefusal.AftercareIsFree;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakeOnEvent.*;
import org.personalbudget.ledger.budget.TakeOnRefusal.*;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierRefundId;
import org.personalbudget.ledger.testing.ASpend;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

/** A budget comes over from an old system, and lives on. */
class TakeOnTest {

    private static final ActorId SECOND = new ActorId("fred");
    private static final BatchId BATCH = new BatchId("old-system");
    private static final String DAY = "2025-06-02";
    private static final List<FunderShare> SHARED = List.of(share(Funder.LA, 70), share(Funder.ICB, 30));
    private static final Split HELD = Split.of(la("699.60"), icb("372.00"), client("168.40"), own("50.00"));
    private static final List<OpenItem> ITEMS = List.of(
            item(OpenItem.Kind.CONTRIBUTION, "2025-04-07", client("168.40")),
            item(OpenItem.Kind.CONTRIBUTION, "2025-05-05", client("100.00")),
            item(OpenItem.Kind.SUPPLIER_RECOVERY, "2025-05-01", la("66.00")),
            item(OpenItem.Kind.CO_FUNDER, "2025-05-01", icb("308.56")));

    private static final Given TAKEN_ON = ledger -> ledger.and(today(DAY), takeOn(netAccount(HELD), ITEMS));

    @Test
    void everythingOfOneBudgetIsOneDecision() {
        Then then = given(today(DAY)).when(takeOn(netAccount(HELD), ITEMS));

        assertThat(then.the(BudgetAllocated.class).proposer()).isEqualTo(FAY);
        assertThat(then.the(PlanProposed.class).proposer()).isEqualTo(FAY);
        assertThat(then.the(PlanApproved.class).approver()).isEqualTo(SECOND);
        assertThat(then.the(ContributionAssessed.class).weekly()).isEqualTo(pounds("42.10"));
        assertThat(then.the(AccountOpened.class).startsOn()).isEqualTo(day(DAY));
        assertThat(then.the(AccountTakenOn.class).effectiveOn()).isEqualTo(day(DAY));
        assertThat(then.all(ItemTakenOn.class)).hasSize(4);
        // The 44 weeks from 2 June to the end of P13, of 310.00 a week, are available.
        assertThat(then.posted().balances())
                .containsExactly(
                        "1200 1290.00",
                        "1300 268.40",
                        "1400 66.00",
                        "1500 308.56",
                        "2350 -50.00",
                        "2500 -372.00",
                        "3000 -1510.96",
                        "9000 13640.00",
                        "9010 -13640.00");
        assertThat(then.posted().balance(3000, Source.ICB)).isEqualTo("-308.56");
        assertThat(then.the(ArrearsAlertRaised.class).outstanding()).isEqualTo(pounds("268.40"));
    }

    @Test
    void theMoneyIsThereToBeSpentAndOwnMoneyIsNot() {
        AccountId account = given(TAKEN_ON).events().stream()
                .filter(AccountOpened.class::isInstance)
                .map(event -> ((AccountOpened) event).account())
                .findFirst()
                .orElseThrow();
        Then spent = given(TAKEN_ON)
                .when(ASpend.spend("35.00", DAY).of(Category.FLEXIBLE).from(account));
        SpendRecorded recorded = spent.the(SpendRecorded.class);
        assertThat(recorded.reasons()).isEmpty();
        assertThat(Then.inWords(recorded.split())).isEqualTo("LA 19.75, CLIENT 4.75, ICB 10.50");
    }

    @Test
    void whatIsOpenLivesOn() {
        Then taken = given(today(DAY)).when(takeOn(netAccount(HELD), ITEMS));
        List<ItemTakenOn> items = taken.all(ItemTakenOn.class).toList();
        SupplierRefundId refund = new SupplierRefundId(items.get(2).reference());
        RechargeId recharge = new RechargeId(items.get(3).reference());
        taken.when(contributionPaid(null, "168.40", DAY))
                .thenAccepted()
                .when(refundReceived(refund, null, null, DAY))
                .thenAccepted()
                .when(rechargePaid(recharge, "308.56", DAY))
                .thenAccepted()
                .when(rechargePaid(recharge, "0.01", DAY))
                .thenRefused(new ExceedsOutstanding(recharge, pounds("0.01"), pounds("0.00")));
        assertThat(taken.books().balance(1300)).isEqualTo("100.00");
        assertThat(taken.books().balance(1400)).isEqualTo("0.00");
        assertThat(taken.books().balance(1500)).isEqualTo("0.00");
    }

    @Test
    void nobodyApprovesWhatTheyPrepared() {
        given(today(DAY))
                .when(as(FAY, takeOn(netAccount(HELD), ITEMS)))
                .thenRefused(new PreparerMayNotApprove(FAY, BATCH));
    }

    @Test
    void aBudgetIsTakenOnOnce() {
        given(TAKEN_ON).when(takeOn(netAccount(HELD), ITEMS)).thenRefused(new BudgetAlreadyTakenOn(BUDGET));
    }

    @Test
    void aRuleThatIsNotMetByAPartIsNotMetByTheWhole() {
        given(today(DAY))
                .when(takeOn(List.of(), ITEMS))
                .thenRefused(new NoAccountsTaken())
                .when(takeOn(
                        List.of(new TakenAccount(
                                AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, null, Split.NOTHING)),
                        List.of()))
                .thenRefused(new HolderNeeded(AccountKind.DIRECT_PAYMENT))
                .when(takeOn("2025-06-03", SHARED, netAccount(HELD), ITEMS))
                .thenRefused(new DateInFuture("on", day("2025-06-03"), day(DAY)))
                .when(takeOn(DAY, List.of(share(Funder.LA, 70)), netAccount(HELD), ITEMS))
                .thenRefused(new SharesNotWhole(7000))
                .when(takeOn(DAY, List.of(share(Funder.ICB, 100)), netAccount(Split.NOTHING), List.of()))
                .thenRefused(new ContributionNotChargeable(CareGroup.ADULT));
    }

    @Test
    void anAccountHoldsWhatItMay() {
        refuses(Split.of(new Part(Funder.EDUCATION, Source.EDUCATION, null, pounds("1.00"))), Source.EDUCATION);
        refuses(Split.of(Part.client(Funder.ICB, pounds("1.00"))), Source.CLIENT);
        refuses(Split.of(new Part(Funder.LA, Source.UNKNOWN, null, pounds("1.00"))), Source.UNKNOWN);
        given(today(DAY))
                .when(takeOn(account(AccountKind.DIRECT_PAYMENT, ContributionMethod.GROSS, HELD), List.of()))
                .thenRefused(new SourceNotOfBudget(Source.CLIENT))
                .when(takeOn(netAccount(Split.of(la("-1.00"))), List.of()))
                .thenRefused(new AmountNotPositive("balances", pounds("-1.00")));
        Then notional = given(today(DAY))
                .when(takeOn(
                        List.of(new TakenAccount(AccountKind.NOTIONAL, ContributionMethod.NET, null, HELD)),
                        List.of()));
        assertThat(notional.decision().toString()).contains("AccountHoldsNoMoney");
    }

    private static void refuses(Split held, Source source) {
        given(today(DAY)).when(takeOn(netAccount(held), List.of())).thenRefused(new SourceNotOfBudget(source));
    }

    @Test
    void aBudgetWaitsForWhatItMay() {
        given(today(DAY))
                .when(takeOn(netAccount(HELD), List.of(item(OpenItem.Kind.CO_FUNDER, DAY, la("1.00")))))
                .thenRefused(new ItemNotOfBudget(OpenItem.Kind.CO_FUNDER, Funder.LA))
                .when(takeOn(netAccount(HELD), List.of(item(OpenItem.Kind.CONTRIBUTION, DAY, icb("1.00")))))
                .thenRefused(new ItemNotOfBudget(OpenItem.Kind.CONTRIBUTION, Funder.ICB))
                .when(takeOn(netAccount(HELD), List.of(item(OpenItem.Kind.RECLAIM, DAY, own("1.00")))))
                .thenRefused(new ItemNotOfBudget(OpenItem.Kind.RECLAIM, Funder.LA))
                .when(takeOn(netAccount(HELD), List.of(item(OpenItem.Kind.RECLAIM, "2025-06-03", la("1.00")))))
                .thenRefused(new DateInFuture("dueOn", day("2025-06-03"), day(DAY)))
                .when(takeOn(netAccount(HELD), List.of(item(OpenItem.Kind.RECLAIM, DAY, la("0.00")))))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    /** Nobody owes, or has paid, a contribution to what is never charged for. */
    @Test
    void nothingOfAPersonsComesWithWhatIsFree() {
        for (OpenItem.Kind kind : List.of(OpenItem.Kind.CONTRIBUTION, OpenItem.Kind.RECLAIM)) {
            List<OpenItem> owed = List.of(item(kind, DAY, client("1.00")));
            given(today(DAY))
                    .when(takeOnFree(CareGroup.ADULT, true, Split.NOTHING, owed))
                    .thenRefused(new AftercareIsFree())
                    .when(takeOnFree(CareGroup.CARER, false, Split.NOTHING, owed))
                    .thenRefused(new ContributionNotChargeable(CareGroup.CARER))
                    .when(takeOnFree(CareGroup.ADULT, false, Split.NOTHING, owed, List.of(share(Funder.ICB, 100))))
                    .thenRefused(new ContributionNotChargeable(CareGroup.ADULT));
        }
        given(today(DAY))
                .when(takeOnFree(CareGroup.ADULT, true, Split.of(client("1.00")), List.of()))
                .thenRefused(new AftercareIsFree())
                .when(takeOnFree(CareGroup.ADULT, true, Split.of(la("1.00")), List.of()))
                .thenAccepted();
    }

    private static Request takeOnFree(CareGroup group, boolean aftercare, Split held, List<OpenItem> items) {
        return takeOnFree(group, aftercare, held, items, List.of(share(Funder.LA, 100)));
    }

    private static Request takeOnFree(
            CareGroup group, boolean aftercare, Split held, List<OpenItem> items, List<FunderShare> funders) {
        return takeOn(DAY, group, aftercare, funders, null, netAccount(held), items);
    }

    private static OpenItem item(OpenItem.Kind kind, String dueOn, Part part) {
        return new OpenItem(kind, day(dueOn), part);
    }

    private static List<TakenAccount> netAccount(Split held) {
        return account(AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, held);
    }

    private static List<TakenAccount> account(AccountKind kind, ContributionMethod method, Split held) {
        return List.of(new TakenAccount(kind, method, PERSON, held));
    }

    private static Request takeOn(List<TakenAccount> accounts, List<OpenItem> items) {
        return takeOn(DAY, SHARED, accounts, items);
    }

    private static Request takeOn(
            String on, List<FunderShare> funders, List<TakenAccount> accounts, List<OpenItem> items) {
        return takeOn(on, CareGroup.ADULT, false, funders, pounds("42.10"), accounts, items);
    }

    private static Request takeOn(
            String on,
            CareGroup group,
            boolean aftercare,
            List<FunderShare> funders,
            @Nullable Money contribution,
            List<TakenAccount> accounts,
            List<OpenItem> items) {
        return as(
                SECOND,
                Request.of(new TakeOnBudget(
                        BUDGET,
                        BATCH,
                        FAY,
                        day(on),
                        PERSON,
                        group,
                        aftercare,
                        pounds("310.00"),
                        funders,
                        RiskTier.MEDIUM,
                        List.of(outcome(HOME), outcome(LIFE)),
                        List.of(careLine(), flexibleLine()),
                        contribution,
                        accounts,
                        items)));
    }

    private static Part la(String amount) {
        return Part.of(Funder.LA, Money.of(amount));
    }

    private static Part icb(String amount) {
        return Part.of(Funder.ICB, Money.of(amount));
    }

    private static Part client(String amount) {
        return Part.client(Funder.LA, Money.of(amount));
    }

    private static Part own(String amount) {
        return new Part(Funder.LA, Source.OWN, null, Money.of(amount));
    }
}
