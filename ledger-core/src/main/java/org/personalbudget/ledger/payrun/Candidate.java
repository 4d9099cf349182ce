package org.personalbudget.ledger.payrun;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RefusalCode;

/**
 * A payment that is due, with what is known of its payee and its budget as a run is built.
 *
 * @param position its place among all that is due
 * @param servicePeriodFirst the first day of the period it is for
 * @param details the version in force, or null
 * @param detailsStanding of that version, or null
 * @param awaited a version that is proposed or cools off, or null
 * @param awaitedStanding of that version, or null
 * @param lastDay of the budget, or null
 * @param deathQueried whether the bank says that somebody has died
 * @param suspended whether nothing of the budget is paid for today
 * @param elsewhere whether another run has it
 */
public record Candidate(
        long position,
        PaymentId payment,
        int attempt,
        BudgetId budget,
        BankPayee payee,
        PaymentPurpose purpose,
        Channel channel,
        LocalDate servicePeriodFirst,
        LocalDate dueOn,
        Money amount,
        @Nullable Integer details,
        BankDetails.@Nullable Standing detailsStanding,
        @Nullable Integer awaited,
        BankDetails.@Nullable Standing awaitedStanding,
        @Nullable LocalDate lastDay,
        boolean died,
        boolean deathQueried,
        boolean suspended,
        boolean elsewhere) {

    /** Why it does not go out with a run, if it does not. What a supplier has earned is owed whatever has happened since. */
    public Optional<ExclusionReason> exclusion() {
        if (elsewhere) return Optional.of(ExclusionReason.IN_ANOTHER_RUN);
        Optional<ExclusionReason> ofBudget =
                purpose == PaymentPurpose.PROVIDER ? Optional.empty() : exclusionOfBudget();
        return ofBudget.or(() -> channel == Channel.BANK ? exclusionOfDetails() : Optional.empty());
    }

    private Optional<ExclusionReason> exclusionOfBudget() {
        if (died) return Optional.of(ExclusionReason.DEAD);
        if (deathQueried) return Optional.of(ExclusionReason.DEATH_QUERIED);
        if (purpose == PaymentPurpose.INSTALMENT && lastDay != null && servicePeriodFirst.isAfter(lastDay)) {
            return Optional.of(ExclusionReason.ENDED);
        }
        return suspended ? Optional.of(ExclusionReason.SUSPENDED) : Optional.empty();
    }

    private Optional<ExclusionReason> exclusionOfDetails() {
        if (detailsStanding == BankDetails.Standing.APPROVED) return Optional.empty();
        if (awaitedStanding == BankDetails.Standing.APPROVED) return Optional.of(ExclusionReason.COOLING_OFF);
        return Optional.of(detailsStanding == null ? ExclusionReason.NO_DETAILS : ExclusionReason.BLOCKED);
    }

    /** In a run, at this place. */
    public PayRunItem item(int number) {
        boolean bank = channel == Channel.BANK;
        return new PayRunItem(
                number,
                payment,
                attempt,
                budget,
                payee,
                purpose,
                channel,
                bank ? details : null,
                bank ? awaited : null,
                dueOn,
                amount);
    }

    /**
     * Left out of a run.
     *
     * @param code what stands beside {@link ExclusionReason#REFUSED}; else null
     */
    public ExcludedPayment excluded(ExclusionReason reason, @Nullable RefusalCode code) {
        return new ExcludedPayment(budget, payee, payment, amount, reason, code);
    }
}
