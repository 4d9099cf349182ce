package org.personalbudget.ledger.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.payrun.ExclusionReason.*;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.bankdetails.BankDetails.Standing;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;

/** What goes into a run, and what is left out. */
class CandidateTest {

    private static final LocalDate PERIOD = LocalDate.parse("2025-06-02");

    private static Candidate of(
            PaymentPurpose purpose,
            Channel channel,
            @Nullable Standing details,
            @Nullable Standing awaited,
            @Nullable LocalDate lastDay,
            boolean died,
            boolean queried,
            boolean suspended,
            boolean elsewhere) {
        UUID id = new UUID(1, 2);
        return new Candidate(
                1,
                new PaymentId(id),
                1,
                new BudgetId(id),
                BankPayee.of(new AccountId(id)),
                purpose,
                channel,
                PERIOD,
                PERIOD,
                Money.of("1.00"),
                details == null ? null : 1,
                details,
                awaited == null ? null : 2,
                awaited,
                lastDay,
                died,
                queried,
                suspended,
                elsewhere);
    }

    private static Candidate bank(@Nullable Standing details, @Nullable Standing awaited) {
        return of(PaymentPurpose.INSTALMENT, Channel.BANK, details, awaited, null, false, false, false, false);
    }

    @Test
    void whereNothingIsApprovedNothingIsPaid() {
        assertThat(bank(Standing.APPROVED, null).exclusion()).isEmpty();
        assertThat(bank(Standing.APPROVED, Standing.PROPOSED).exclusion()).isEmpty();
        assertThat(bank(null, null).exclusion()).contains(NO_DETAILS);
        assertThat(bank(null, Standing.PROPOSED).exclusion()).contains(NO_DETAILS);
        assertThat(bank(Standing.BLOCKED, null).exclusion()).contains(BLOCKED);
        assertThat(bank(Standing.BLOCKED, Standing.PROPOSED).exclusion()).contains(BLOCKED);
        assertThat(bank(Standing.BLOCKED, Standing.APPROVED).exclusion()).contains(COOLING_OFF);
        assertThat(of(PaymentPurpose.INSTALMENT, Channel.CARD, null, null, null, false, false, false, false)
                        .exclusion())
                .isEmpty();
    }

    @Test
    void aChangeThatWaitsIsSaidBesideWhatIsPaid() {
        PayRunItem item = bank(Standing.APPROVED, Standing.APPROVED).item(7);
        assertThat(item.details()).isEqualTo(1);
        assertThat(item.awaited()).isEqualTo(2);
        assertThat(item.number()).isEqualTo(7);
    }

    @Test
    void aDeathStopsWhatThePersonGetsAndNotWhatASupplierHasEarned() {
        for (PaymentPurpose purpose : PaymentPurpose.values()) {
            boolean supplier = purpose == PaymentPurpose.PROVIDER;
            Candidate dead = of(purpose, Channel.BANK, Standing.APPROVED, null, PERIOD, true, false, false, false);
            assertThat(dead.exclusion().orElse(null)).isEqualTo(supplier ? null : DEAD);
            Candidate queried = of(purpose, Channel.BANK, Standing.APPROVED, null, null, false, true, false, false);
            assertThat(queried.exclusion().orElse(null)).isEqualTo(supplier ? null : DEATH_QUERIED);
            Candidate suspended = of(purpose, Channel.BANK, Standing.APPROVED, null, null, false, false, true, false);
            assertThat(suspended.exclusion().orElse(null)).isEqualTo(supplier ? null : SUSPENDED);
        }
    }

    @Test
    void whatIsForDaysBeforeTheEndIsStillPaid() {
        assertThat(of(
                                PaymentPurpose.INSTALMENT,
                                Channel.BANK,
                                Standing.APPROVED,
                                null,
                                PERIOD,
                                false,
                                false,
                                false,
                                false)
                        .exclusion())
                .isEmpty();
        assertThat(of(
                                PaymentPurpose.INSTALMENT,
                                Channel.BANK,
                                Standing.APPROVED,
                                null,
                                PERIOD.minusDays(1),
                                false,
                                false,
                                false,
                                false)
                        .exclusion())
                .contains(ENDED);
    }

    @Test
    void whatAnotherRunHasIsPaidThere() {
        assertThat(of(PaymentPurpose.PROVIDER, Channel.BANK, Standing.APPROVED, null, null, false, false, false, true)
                        .exclusion())
                .contains(IN_ANOTHER_RUN);
    }

    @ParameterizedTest
    @CsvSource({
        "0, INVALID_DETAILS", "2, DECEASED", "B, ACCOUNT_CLOSED", "b, ACCOUNT_CLOSED", "AC01, INVALID_DETAILS",
        "AC04, ACCOUNT_CLOSED", "MD07, DECEASED", "CUST, BY_REMITTER", "AM04, OTHER", ", OTHER"
    })
    void banksReasonsAreReadInOurWords(@Nullable String code, ReturnCode reason) {
        assertThat(ReportedReason.of(code)).isEqualTo(reason);
    }
}
