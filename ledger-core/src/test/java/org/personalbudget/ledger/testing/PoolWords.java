package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.pooledfund.MemberShare;
import org.personalbudget.ledger.pooledfund.PoolCommand.*;
import org.personalbudget.ledger.terms.*;

/** What can be asked of a pooled fund, and the other budgets that are its members. */
public final class PoolWords {

    public static final PoolId POOL = new PoolId(DeciderFixture.someId("pool"));
    public static final BudgetId SECOND = new BudgetId(DeciderFixture.someId("second budget"));
    public static final BudgetId THIRD = new BudgetId(DeciderFixture.someId("third budget"));
    private static final PersonRef CLUB = new PersonRef("CLUB-1");

    private PoolWords() {}

    public static Request openPool(String startsOn) {
        return Request.of(new OpenPool(POOL, CLUB, day(startsOn)));
    }

    public static Request agree(String from, MemberShare... members) {
        return Request.of(new AgreeShares(POOL, day(from), List.of(members)));
    }

    /** A member's share in hundredths of a percent. */
    public static MemberShare bears(BudgetId budget, int basisPoints) {
        return new MemberShare(budget, basisPoints);
    }

    public static Request poolSpend(String amount, String on) {
        return Request.of(
                new RecordPoolSpend(POOL, pounds(amount), day(on), Category.DAY_OPPORTUNITY, aNote("the outing")));
    }

    /** That member pays in from the account that {@link #aMember} opened for it. */
    public static Request paysIn(BudgetId budget, String amount, String on) {
        AccountId account = budget.equals(BUDGET) ? ACCOUNT : accountNamed("account of " + budget);
        return Request.of(new PayIntoPool(budget, POOL, account, FLEX, pounds(amount), day(on)));
    }

    /** Another budget of 310.00 a week with an account, in which the instalment of P03 has arrived. */
    public static Given aMember(BudgetId budget, FunderShare... shares) {
        LocalDate starts = day("2025-04-07");
        AccountId account = accountNamed("account of " + budget);
        PaymentId payment = PaymentId.regular(budget, account, period("2025-P03"));
        PersonRef person = new PersonRef("P-" + budget);
        return ledger -> Stream.of(
                        Request.of(new AllocateBudget(
                                budget,
                                person,
                                CareGroup.ADULT,
                                starts,
                                pounds("310.00"),
                                pounds("310.00"),
                                List.of(shares),
                                RiskTier.LOW,
                                false)),
                        Request.of(new ProposePlan(
                                budget,
                                starts,
                                List.of(outcome(HOME), outcome(LIFE)),
                                List.of(careLine(), flexibleLine()))),
                        Request.of(new ApprovePlan(budget, 1)),
                        Request.of(new OpenAccount(
                                        budget,
                                        AccountKind.DIRECT_PAYMENT,
                                        ContributionMethod.NET,
                                        person,
                                        starts,
                                        List.of()))
                                .named("account of " + budget),
                        Request.of(new ApproveInstalment(
                                budget, period("2025-P03"), InstalmentKind.REGULAR, null, null, null, null)),
                        Request.of(new SubmitPayment(budget, payment)),
                        Request.of(new SettlePayment(budget, payment, ledger.today(), SettlementLeg.BOTH)))
                .forEach(each -> each.happenIn(ledger));
    }
}
