package org.personalbudget.ledger.bankdetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.BudgetWords.aNote;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.PayRunWords.*;
import static org.personalbudget.ledger.testing.People.OLGA;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.bankdetails.BankDetails.Standing;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent.*;
import org.personalbudget.ledger.bankdetails.BankDetailsRefusal.*;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.testing.BudgetWords;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.SupplierWords;
import org.personalbudget.ledger.testing.Then;

class BankDetailsTest {

    private static final Given ACCOUNT =
            ledger -> ledger.and(aBudgetOf("310.00").paidNet(), today("2025-06-02"));
    private static final Given FIRST = ledger -> ledger.and(ACCOUNT, proposeDetails("one"), approveDetails(1));

    @Test
    void aFirstSetIsInForceOnceASecondPersonApprovesIt() {
        Then approved =
                given(ACCOUNT, proposeDetails("one")).when(approveDetails(1)).thenRecorded(BankDetailsApproved.class);
        assertThat(approved.the(BankDetailsApproved.class).inForceFrom())
                .isEqualTo(Instant.parse("2025-06-02T09:00:00Z"));
    }

    @Test
    void nobodyApprovesWhatTheyProposed() {
        given(ACCOUNT, proposeDetails("one"))
                .when(as(OLGA, approveDetails(1)))
                .thenRefused(new BankDetailsProposerMayNotApprove(OLGA, THEIR_ACCOUNT, 1));
    }

    @Test
    void aChangeCoolsOffForAsLongAsThePolicySays() {
        var changed = given(FIRST, proposeDetails("two"), today("2025-06-10"))
                .when(approveDetails(2))
                .the(BankDetailsApproved.class);
        assertThat(changed.inForceFrom()).isEqualTo(Instant.parse("2025-06-12T09:00:00Z"));
        var atOnce = given(policyFrom("2025-03-21").coolingOffFor(0), FIRST, proposeDetails("two"))
                .when(approveDetails(2))
                .the(BankDetailsApproved.class);
        assertThat(atOnce.inForceFrom()).isEqualTo(Instant.parse("2025-06-02T09:00:00Z"));
    }

    @Test
    void whatIsInForceIsTheLastWhoseTimeHasCome() {
        BankDetails details =
                given(FIRST, proposeDetails("two"), approveDetails(2)).details(THEIR_ACCOUNT);
        assertThat(number(details, "2025-06-02T08:59:59Z")).isZero();
        assertThat(number(details, "2025-06-02T09:00:00Z")).isEqualTo(1);
        assertThat(number(details, "2025-06-04T08:59:59Z")).isEqualTo(1);
        assertThat(number(details, "2025-06-04T09:00:00Z")).isEqualTo(2);
        assertThat(details.awaited(Instant.parse("2025-06-04T08:59:59Z"))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(details.awaited(Instant.parse("2025-06-04T09:00:00Z"))).isEmpty();
    }

    private static int number(BankDetails details, String instant) {
        return details.detailsInForce(Instant.parse(instant))
                .map(BankDetails.Version::number)
                .orElse(0);
    }

    @Test
    void noAccountHasANumberThatFails() {
        given(ACCOUNT)
                .when(proposeDetails("one", ModulusOutcome.FAILED, PayeeCheck.MATCH))
                .thenRefused(new ModulusCheckFailed(THEIR_ACCOUNT));
        given(ACCOUNT)
                .when(proposeDetails("one", ModulusOutcome.NOT_COVERED, PayeeCheck.NOT_CHECKED))
                .thenRecorded(BankDetailsProposed.class);
    }

    @Test
    void anotherNameStopsThemAndACloseOneNeedsEvidence() {
        given(ACCOUNT, proposeDetails("one", ModulusOutcome.VALID, PayeeCheck.NO_MATCH))
                .when(approveDetails(THEIR_ACCOUNT, 1, aNote("a call")))
                .thenRefused(new PayeeDoesNotMatch(THEIR_ACCOUNT, 1));
        var close = given(ACCOUNT, proposeDetails("one", ModulusOutcome.VALID, PayeeCheck.CLOSE_MATCH));
        close.when(approveDetails(1)).thenRefused(new EvidenceNeeded(THEIR_ACCOUNT, 1, PayeeCheck.CLOSE_MATCH));
        close.when(approveDetails(THEIR_ACCOUNT, 1, aNote("a call"))).thenAccepted();
    }

    @Test
    void aSuppliersChangeNeedsACallBackAndItsFirstSetDoesNot() {
        BankPayee agency = BankPayee.of(SupplierWords.AGENCY);
        var first = given(
                registerAgency(),
                proposeDetails(agency, "one", ModulusOutcome.VALID, PayeeCheck.MATCH),
                approveDetails(agency, 1, null),
                proposeDetails(agency, "two", ModulusOutcome.VALID, PayeeCheck.MATCH));
        first.when(approveDetails(agency, 2, null)).thenRefused(new EvidenceNeeded(agency, 2, PayeeCheck.MATCH));
        first.when(approveDetails(agency, 2, aNote("a call back"))).thenAccepted();
    }

    @Test
    void aLaterProposalVoidsTheOneBefore() {
        given(ACCOUNT, proposeDetails("one"), proposeDetails("two"))
                .when(approveDetails(1))
                .thenRefused(new BankDetailsNotOpen(THEIR_ACCOUNT, 1, Standing.VOID));
        given(FIRST).when(approveDetails(1)).thenRefused(new BankDetailsNotOpen(THEIR_ACCOUNT, 1, Standing.APPROVED));
        given(FIRST).when(approveDetails(2)).thenRefused(new UnknownBankDetails(THEIR_ACCOUNT, 2));
    }

    @Test
    void theSameAccountAgainIsNoChangeUnlessItWasBlocked() {
        given(FIRST).when(proposeDetails("one")).thenRefused(new SameBankDetails(THEIR_ACCOUNT, 1));
        given(FIRST, blockDetails(1, ReturnCode.NO_ACCOUNT))
                .when(proposeDetails("one"))
                .thenRecorded(BankDetailsProposed.class);
    }

    @Test
    void whatIsBlockedStaysBlockedAndNothingOlderTakesItsPlace() {
        Then blocked =
                given(FIRST).when(blockDetails(1, ReturnCode.ACCOUNT_CLOSED)).thenRecorded(BankDetailsBlocked.class);
        assertThat(blocked.the(BankDetailsBlocked.class).code()).isEqualTo(ReturnCode.ACCOUNT_CLOSED);
        blocked.when(blockDetails(1, ReturnCode.ACCOUNT_CLOSED))
                .thenRefused(new BankDetailsNotOpen(THEIR_ACCOUNT, 1, Standing.BLOCKED));
        blocked.when(blockDetails(7, ReturnCode.ACCOUNT_CLOSED)).thenRefused(new UnknownBankDetails(THEIR_ACCOUNT, 7));
        given(FIRST)
                .when(as(Role.PAYMENTS_APPROVER, blockDetails(1, ReturnCode.NO_ACCOUNT)))
                .thenAccepted();
    }

    @Test
    void onlyWhoIsPaidThroughABankHasBankDetails() {
        BankPayee nobody = BankPayee.of(new AccountId(BudgetWords.NO_ACCOUNT.value()));
        given(ACCOUNT)
                .when(proposeDetails(nobody, "one", ModulusOutcome.VALID, PayeeCheck.MATCH))
                .thenRefused(new UnknownPayee(nobody));
        BankPayee agency = BankPayee.of(SupplierWords.AGENCY);
        given(ACCOUNT)
                .when(proposeDetails(agency, "one", ModulusOutcome.VALID, PayeeCheck.MATCH))
                .thenRefused(new UnknownPayee(agency));
        given(aBudgetOf("310.00").paidNet(), openCard())
                .when(proposeDetails(CARD, "one", ModulusOutcome.VALID, PayeeCheck.MATCH))
                .thenRefused(new NotPaidByBank(CARD));
        BankPayee person = BankPayee.of(BudgetWords.BUDGET);
        given(ACCOUNT)
                .when(proposeDetails(person, "one", ModulusOutcome.VALID, PayeeCheck.MATCH))
                .thenRecorded(BankDetailsProposed.class);
    }
}
