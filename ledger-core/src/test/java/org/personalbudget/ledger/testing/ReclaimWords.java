package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.*;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.ReclaimCommand.*;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.ReclaimRoute;
import org.personalbudget.ledger.budget.ReliefKind;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;
import org.personalbudget.ledger.terms.SpendId;

/** How tests ask for public money back, or let it go. */
public final class ReclaimWords {

    /** The reclaim of a notice that was named "notice". */
    public static final ReclaimId RECLAIM = reclaimNamed("notice");

    /** The relief of a proposal that was named "proposal". */
    public static final ReliefId RELIEF =
            new ReliefId(Request.commandIdOf("proposal").derive("relief"));

    public static final ReclaimId NO_RECLAIM = reclaimNamed("nobody gave this notice");
    public static final ReliefId NO_RELIEF = new ReliefId(DeciderFixture.someId("nobody proposed this"));

    private ReclaimWords() {}

    public static ReclaimId reclaimNamed(String name) {
        return new ReclaimId(Request.commandIdOf(name).derive("reclaim"));
    }

    public static Request notice(ReclaimKind kind, @Nullable String amount) {
        return notice(ACCOUNT, kind, amount, null);
    }

    public static Request notice(AccountId account, ReclaimKind kind, @Nullable String amount, @Nullable String payBy) {
        return Request.of(new GiveReclaimNotice(
                        BUDGET, account, kind, money(amount), aNote("why"), null, payBy == null ? null : day(payBy)))
                .named("notice");
    }

    public static Request askReconsideration(ReclaimId reclaim) {
        return Request.of(new AskReconsideration(BUDGET, reclaim, aNote("grounds")));
    }

    public static Request reconsider(ReclaimId reclaim, String amount) {
        return Request.of(new DecideReconsideration(BUDGET, reclaim, pounds(amount), aNote("why")));
    }

    public static Request decide(ReclaimId reclaim) {
        return Request.of(new DecideReclaim(BUDGET, reclaim));
    }

    public static Request withdraw(ReclaimId reclaim) {
        return Request.of(new WithdrawReclaimNotice(BUDGET, reclaim, aNote("why not")));
    }

    public static Request received(ReclaimId reclaim, ReclaimRoute route, @Nullable String amount, String on) {
        return Request.of(new ReceiveReclaim(BUDGET, reclaim, money(amount), day(on), route, null));
    }

    public static Request keptBack(
            ReclaimId reclaim, @Nullable String amount, String on, @Nullable PaymentId instalment) {
        return Request.of(
                new ReceiveReclaim(BUDGET, reclaim, money(amount), day(on), ReclaimRoute.INSTALMENT, instalment));
    }

    public static Request waive(AccountId account, String amount) {
        return relief(ReliefKind.WAIVER, ReliefOf.ACCOUNT, null, account, amount);
    }

    public static Request writeOff(ReclaimId reclaim, String amount) {
        return relief(ReliefKind.WRITE_OFF, ReliefOf.RECLAIM, reclaim, null, amount);
    }

    public static Request writeOffContribution(String amount) {
        return relief(ReliefKind.WRITE_OFF, ReliefOf.CONTRIBUTION, null, null, amount);
    }

    public static Request relief(
            ReliefKind kind, ReliefOf of, @Nullable ReclaimId reclaim, @Nullable AccountId account, String amount) {
        return Request.of(new ProposeRelief(BUDGET, kind, of, reclaim, account, pounds(amount), aNote("why")))
                .named("proposal");
    }

    public static Request approveRelief(ReliefId relief) {
        return Request.of(new ApproveRelief(BUDGET, relief));
    }

    public static Request rejectRelief(ReliefId relief) {
        return Request.of(new RejectRelief(BUDGET, relief, aNote("why not")));
    }

    /** All of a spend is to be paid back; the name foretells the reclaim, as {@link #reclaimNamed}. */
    public static Request misused(SpendId spend) {
        return Request.of(new JudgeSpend(BUDGET, spend, Money.ZERO, null, null, aNote("why"), null))
                .named("misuse");
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : pounds(amount);
    }
}
