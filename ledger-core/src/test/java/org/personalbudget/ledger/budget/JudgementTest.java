package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.JudgementWords.*;
import static org.personalbudget.ledger.testing.People.ALICE;
import static org.personalbudget.ledger.testing.People.PERSON;
import static org.personalbudget.ledger.testing.People.RITA;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.LineOverspent;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.BudgetRefusal.AmountNotPositive;
import org.personalbudget.ledger.budget.BudgetRefusal.NotTheHolder;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownLine;
import org.personalbudget.ledger.budget.JudgementEvent.*;
import org.personalbudget.ledger.budget.JudgementRefusal.*;
import org.personalbudget.ledger.budget.ReclaimCommand.AskReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReconsideration;
import org.personalbudget.ledger.budget.ReclaimRefusal.PayByTooSoon;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class JudgementTest {

    private static final ActorId BEA = new ActorId("bea");
    private static final SpendId WINE = spendNamed("wine");
    private static final SpendId CASH = spendNamed("cash");
    private static final SpendId CHOIR = spendNamed("choir");

    /** 1,071.60 of the council's and 168.40 of the person's, on 2 June; it is 28 June. */
    private static final Given FUNDED = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").paidNet(),
            inTheAccount("2025-P03", "2025-06-02"),
            contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
            today("2025-06-28"));

    /** S23: 64.99 at an off-licence and 40.00 in cash. */
    private static final Given QUERIED = ledger -> ledger.and(
            FUNDED,
            spend("64.99", "2025-06-10").atMerchant("5921").request().named("wine"),
            spend("40.00", "2025-06-12").atMerchant("6011").request().named("cash"));

    private static final Given SUNG =
            ledger -> ledger.and(FUNDED, spend("118.00", "2025-06-10").request().named("choir"));

    @Test
    void whatIsRecordedWithReasonsIsAskedAboutAtOnce() {
        Then recorded = given(FUNDED)
                .when(spend("64.99", "2025-06-10").atMerchant("5921"))
                .thenRecorded(SpendRecorded.class, SpendQueried.class);

        SpendQueried query = recorded.the(SpendQueried.class);
        assertThat(query.spend()).isEqualTo(recorded.the(SpendRecorded.class).spend());
        assertThat(query.rules()).containsExactly(SpendReason.MERCHANT_TO_REVIEW);
        assertThat(query.policyVersion()).isZero();
        assertThat(query.answerBy()).isEqualTo("2025-07-26");
        assertThat(query.split()).isEqualTo(Split.NOTHING);
        assertThat(recorded.posted().balances()).containsExactly("1200 -64.99", "5800 64.99");
    }

    @Test
    void s23IsAcceptedOnEvidenceOrReclaimed() {
        Then judged = given(QUERIED, answerWithEvidence(CASH), today("2025-07-27"))
                .when(accept(CASH))
                .thenRecorded(SpendAccepted.class);
        assertThat(judged.posted().balances())
                .containsExactly("5040 40.00", "5800 -40.00", "9010 40.00", "9200 -40.00");

        Then reclaimed = judged.when(reclaim(WINE).named("no wine")).thenRecorded(SpendReclaimed.class);
        assertThat(reclaimed.posted().balances()).containsExactly("1350 64.99", "5800 -64.99");
        assertThat(reclaimed.books().balance(5800)).isEqualTo("0.00");
        SpendReclaimed notice = reclaimed.the(SpendReclaimed.class);
        assertThat(notice.reclaim()).isEqualTo(reclaimNamed("no wine"));
        assertThat(inWords(notice.split())).isEqualTo("LA 56.16, CLIENT 8.83");
        assertThat(notice.rules()).containsExactly(SpendReason.MERCHANT_TO_REVIEW);
        assertThat(notice.payer()).isEqualTo(PERSON);
        assertThat(notice.payBy()).isEqualTo("2025-08-24");
        assertThat(notice.reconsiderBy()).isEqualTo("2025-08-24");
    }

    @Test
    void anAcceptedSpendIsAskedAboutWithinOneMonitoringCycle() {
        Then queried = given(SUNG, today("2025-09-09"))
                .when(query(CHOIR, SpendReason.SERVES_NO_OUTCOME, SpendReason.EVIDENCE_MISSING))
                .thenRecorded(SpendQueried.class);
        SpendQueried query = queried.the(SpendQueried.class);
        assertThat(inWords(query.split())).isEqualTo("LA 101.97, CLIENT 16.03");
        assertThat(query.line()).isEqualTo(FLEX);
        assertThat(queried.posted().balances())
                .containsExactly("5040 -118.00", "5800 118.00", "9010 -118.00", "9200 118.00");

        given(SUNG, today("2025-09-10"))
                .when(query(CHOIR, SpendReason.EVIDENCE_MISSING))
                .thenRefused(new QueryOutOfTime(CHOIR, day("2025-06-10"), day("2025-09-09")));
    }

    @Test
    void whatIsAskedAboutIsFreeOnItsLineUntilItIsJudged() {
        // All that the line has: three periods of 140.00, and a tenth of the 1,100.00 that home care leaves.
        Given spentOut = ledger ->
                ledger.and(FUNDED, spend("530.00", "2025-06-10").request().named("choir"));
        given(spentOut).when(spend("1.00", "2025-06-10")).thenRecorded(SpendRecorded.class, SpendQueried.class);
        Then meanwhile = given(spentOut, query(CHOIR, SpendReason.EVIDENCE_MISSING))
                .when(spend("1.00", "2025-06-10"))
                .thenRecorded(SpendRecorded.class);
        // Accepted after all, it takes the line too far by what was spent meanwhile: that is said, not refused.
        assertThat(meanwhile
                        .when(as(BEA, accept(CHOIR)))
                        .the(LineOverspent.class)
                        .over())
                .isEqualTo(pounds("1.00"));
    }

    @Test
    void aQueryNamesRulesAndIsAskedOnce() {
        given(SUNG).when(query(CHOIR)).thenRefused(new RuleNeeded());
        given(SUNG).when(query(NO_SPEND, SpendReason.OVER_LINE)).thenRefused(new UnknownSpend(NO_SPEND));
        given(QUERIED).when(query(WINE, SpendReason.OVER_LINE)).thenRefused(new AlreadyUnderQuery(WINE));
    }

    @Test
    void anotherQueryNeedsAnotherRule() {
        Given judged = ledger -> ledger.and(QUERIED, answer(CASH), accept(CASH));
        given(judged).when(query(CASH, SpendReason.MERCHANT_TO_REVIEW)).thenRefused(new AlreadyJudged(CASH));
        given(judged)
                .when(query(CASH, SpendReason.EVIDENCE_MISSING))
                .thenRecorded(SpendQueried.class)
                .and(answer(CASH))
                .when(as(BEA, reclaim(CASH)))
                .thenRecorded(SpendReclaimed.class)
                // What is owed back is not asked about.
                .when(query(CASH, SpendReason.OVER_LINE))
                .thenRefused(new AlreadyJudged(CASH));
    }

    @Test
    void theHolderAnswersForTheirOwnAccountAlsoLate() {
        Given late = ledger -> ledger.and(QUERIED, today("2025-12-24"));
        given(late).when(as(Role.ACCOUNT_HOLDER, answer(WINE))).thenRecorded(QueryAnswered.class);
        given(late).when(as(Role.RECONCILER, answer(WINE))).thenRecorded(QueryAnswered.class);
        ActorId stranger = new ActorId("P-6666");
        given(late)
                .when(as(stranger, as(Role.ACCOUNT_HOLDER, answer(WINE))))
                .thenRefused(new NotTheHolder(stranger, ACCOUNT));
        given(SUNG).when(answer(CHOIR)).thenRefused(new NotUnderQuery(CHOIR));
        Then answered = given(QUERIED).when(answerWithEvidence(CASH));
        assertThat(answered.the(QueryAnswered.class).evidence()).isTrue();
        assertThat(answered.posted().balances()).isEmpty();
    }

    @Test
    void nothingIsReclaimedBeforeThereWasTimeToAnswer() {
        given(QUERIED, today("2025-07-26"))
                .when(reclaim(WINE))
                .thenRefused(new AnswerStillDue(WINE, day("2025-07-26")));
        given(QUERIED, today("2025-07-26"))
                .when(acceptPart(WINE, "64.98"))
                .thenRefused(new AnswerStillDue(WINE, day("2025-07-26")));
        given(QUERIED, today("2025-07-27")).when(reclaim(WINE)).thenRecorded(SpendReclaimed.class);
        given(QUERIED, answer(WINE)).when(reclaim(WINE)).thenRecorded(SpendReclaimed.class);
        // To accept needs no answer.
        given(QUERIED).when(accept(WINE)).thenRecorded(SpendAccepted.class);
    }

    /** Found by a review: gambling was accepted like anything else. */
    @Test
    void whatIsExcludedForGoodIsNeverAccepted() {
        Given gambled = ledger -> ledger.and(
                FUNDED,
                spend("40.00", "2025-06-10").atMerchant("7995").request().named("wine"));
        given(gambled, answer(WINE))
                .when(accept(WINE))
                .thenRefused(new NeverAccepted(WINE))
                .when(acceptPart(WINE, "0.01"))
                .thenRefused(new NeverAccepted(WINE))
                .when(reclaim(WINE))
                .thenRecorded(SpendReclaimed.class);
        // A person who names the rule asks, and does not decide.
        Given asked = ledger -> ledger.and(SUNG, as(Role.PRACTITIONER, query(CHOIR, SpendReason.EXCLUDED_MERCHANT)));
        given(asked).when(as(BEA, accept(CHOIR))).thenRecorded(SpendAccepted.class);
    }

    @Test
    void nobodyJudgesWhatTheyBroughtUp() {
        given(QUERIED).when(as(RITA, accept(WINE))).thenRefused(new RecorderMayNotJudge(RITA, WINE));
        Given asked = ledger -> ledger.and(SUNG, as(Role.PRACTITIONER, query(CHOIR, SpendReason.EVIDENCE_MISSING)));
        given(asked).when(accept(CHOIR)).thenRefused(new RecorderMayNotJudge(ALICE, CHOIR));
        given(asked).when(as(BEA, accept(CHOIR))).thenRecorded(SpendAccepted.class);
    }

    @Test
    void aPartIsAcceptedAndTheRestReclaimedToThePenny() {
        Then part = given(QUERIED, answer(WINE))
                .when(acceptPart(WINE, "10.00"))
                .thenRecorded(SpendAccepted.class, SpendReclaimed.class);
        assertThat(inWords(part.the(SpendAccepted.class).split())).isEqualTo("LA 8.64, CLIENT 1.36");
        assertThat(inWords(part.the(SpendReclaimed.class).split())).isEqualTo("LA 47.52, CLIENT 7.47");
        assertThat(part.posted().balances())
                .containsExactly("1350 54.99", "5040 10.00", "5800 -64.99", "9010 10.00", "9200 -10.00");

        given(QUERIED, answer(WINE))
                .when(acceptPart(WINE, "65.00"))
                .thenRefused(new ExceedsSpend(WINE, pounds("65.00"), pounds("64.99")));
        given(QUERIED, answer(WINE))
                .when(acceptPart(WINE, "-0.01"))
                .thenRefused(new AmountNotPositive("accepted", pounds("-0.01")));
        part.when(accept(WINE)).thenRefused(new NotUnderQuery(WINE));
    }

    @Test
    void thereIsTimeToPay() {
        given(QUERIED, answer(WINE))
                .when(judge(WINE, "0.00", "2025-07-25"))
                .thenRefused(new PayByTooSoon(day("2025-07-25"), day("2025-07-26")));
        assertThat(given(QUERIED, answer(WINE))
                        .when(judge(WINE, "0.00", "2025-09-01"))
                        .the(SpendReclaimed.class)
                        .payBy())
                .isEqualTo("2025-09-01");
    }

    @Test
    void itIsAcceptedAsWhatItReallyWas() {
        Then judged = given(QUERIED).when(acceptAs(CASH, Category.HOME_CARE, CARE));
        SpendAccepted accepted = judged.the(SpendAccepted.class);
        assertThat(accepted.line()).isEqualTo(CARE);
        assertThat(accepted.outcome()).isEqualTo(HOME);
        assertThat(judged.posted().balance(5000)).isEqualTo("40.00");
        // A refund undoes what was judged, not what was recorded.
        assertThat(judged.when(refund(CASH, "40.00", "2025-06-20")).posted().balances())
                .containsExactly("1200 40.00", "5000 -40.00", "9010 -40.00", "9200 40.00");
        LineId unheardOf = new LineId("OTHER");
        given(QUERIED).when(acceptAs(CASH, null, unheardOf)).thenRefused(new UnknownLine(unheardOf));
    }

    @Test
    void whatIsAcceptedMayTakeItsLineTooFar() {
        Then judged = given(FUNDED, spend("700.00", "2025-06-10").request().named("choir"))
                .when(accept(CHOIR))
                .thenRecorded(SpendAccepted.class, LineOverspent.class, VirementNotified.class);
        // Three periods of 140.00, and a tenth of the 1,100.00 that home care leaves.
        assertThat(judged.the(LineOverspent.class).over()).isEqualTo(pounds("170.00"));
        assertThat(judged.the(VirementNotified.class).vired()).isEqualTo(pounds("280.00"));
    }

    @Test
    void whatIsQueriedIsReclaimedWithTheMoneyOfEveryFunder() {
        Given shared = ledger -> ledger.and(
                aBudgetOf("310.00")
                        .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                        .contributing("42.10")
                        .paidNet(),
                inTheAccount("2025-P03", "2025-06-02"),
                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                spend("100.00", "2025-06-02").request().named("choir"));
        advancesAreWhatIsStillThere(given(shared).when(query(CHOIR, SpendReason.EVIDENCE_MISSING)));
        advancesAreWhatIsStillThere(given(shared, query(CHOIR, SpendReason.EVIDENCE_MISSING), answer(CHOIR))
                .when(acceptPart(CHOIR, "33.33")));
        Then refunded = given(
                        shared,
                        query(CHOIR, SpendReason.EVIDENCE_MISSING),
                        answer(CHOIR),
                        as(BEA, acceptPart(CHOIR, "33.33")))
                .when(refund(CHOIR, "33.33", "2025-06-02"));
        advancesAreWhatIsStillThere(refunded);
        assertThat(refunded.books().balance(9200)).isEqualTo("0.00");
        assertThat(refunded.books().balance(5040)).isEqualTo("0.00");
    }

    /** 2500 always equals the co-funder's part of accounts, of what is under query and of what is owed back. */
    private static void advancesAreWhatIsStillThere(Then then) {
        var held = List.of(1200, 5800, 1350).stream()
                .map(account -> pounds(then.books().balance(account, Funder.ICB)))
                .reduce(pounds("0.00"), (one, other) -> one.plus(other));
        assertThat(then.books().balance(2500, Funder.ICB))
                .isEqualTo(held.negated().toString());
    }

    @Test
    void whatReconsiderationLetsOffIsUnderQueryAgain() {
        Then released = given(
                        QUERIED,
                        answer(WINE),
                        acceptPart(WINE, "10.00").named("no wine"),
                        Request.of(new AskReconsideration(BUDGET, reclaimNamed("no wine"), aNote("a present"))))
                .when(Request.of(new DecideReconsideration(
                        BUDGET, reclaimNamed("no wine"), pounds("50.00"), aNote("some of it"))));
        assertThat(released.posted().balances()).containsExactly("1350 -4.99", "5800 4.99");

        // The 10.00 that were accepted stay where they are, and so does what is accepted of the rest.
        released.when(acceptAs(WINE, Category.EQUIPMENT, null)).thenRefused(new AlreadyJudged(WINE));
        released.when(acceptAs(WINE, null, CARE)).thenRefused(new AlreadyJudged(WINE));
        released.when(acceptPart(WINE, "5.00")).thenRefused(new ExceedsSpend(WINE, pounds("5.00"), pounds("4.99")));
        Then judged = released.when(accept(WINE)).thenRecorded(SpendAccepted.class);
        assertThat(judged.books().balance(5040)).isEqualTo("14.99");
        assertThat(judged.books().balance(1350)).isEqualTo("50.00");
    }
}
