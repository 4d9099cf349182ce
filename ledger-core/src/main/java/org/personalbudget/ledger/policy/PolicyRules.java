package org.personalbudget.ledger.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.PolicyRefusal.*;

/**
 * What a policy may say. A council decides within the law: some of its choices have a ceiling there (Care and Support
 * Statutory Guidance on reviews of plans; SI 2014/2871, regulation 7, on reviews of direct payments).
 */
final class PolicyRules {

    private static final int A_YEAR = 52;
    private static final int HALF_A_YEAR = 26;
    /** Far above any choice, far below an overflow. */
    private static final int MOST_DAYS = 3_650;

    private static final int MOST_WEEKS = 520;
    private static final int MOST_HOURS = 1_000;
    private static final int MOST = 1_000;
    private static final int WHOLE = 10_000;

    private PolicyRules() {}

    /** The first rule that this proposal does not meet. */
    static Optional<PolicyRefusal> brokenBy(Policy proposed, LocalDate today) {
        return first(
                () -> when(
                        proposed.effectiveFrom().isBefore(today),
                        () -> new PolicyInThePast(proposed.effectiveFrom(), today)),
                () -> percent("flexPercent", proposed.flexPercent()),
                () -> amount("approverWeeklyLimit", proposed.approverWeeklyLimit()),
                () -> amount("lineTolerance", proposed.lineTolerance()),
                () -> proposed.evidenceAbove().values().stream()
                        .map(amount -> amount("evidenceAbove", amount))
                        .flatMap(Optional::stream)
                        .findFirst(),
                () -> of(proposed.arrears()),
                () -> of(proposed.querying()),
                () -> of(proposed.reclaiming()),
                () -> of(proposed.reviewing()),
                () -> of(proposed.monitoring()),
                () -> of(proposed.changing()),
                () -> of(proposed.paying()),
                () -> of(proposed.invoicing()));
    }

    private static Optional<PolicyRefusal> of(Arrears arrears) {
        int alert = arrears.alertPeriods();
        int review = arrears.reviewPeriods();
        return first(
                () -> between("arrears/alertPeriods", alert, 1, MOST),
                () -> between("arrears/reviewPeriods", review, 1, MOST),
                () -> when(review < alert, () -> new ReviewBeforeAlert(alert, review)));
    }

    private static Optional<PolicyRefusal> of(Querying querying) {
        return first(
                () -> between("querying/cycleWeeks", querying.cycleWeeks(), 1, MOST_WEEKS),
                () -> between("querying/answerDays", querying.answerDays(), 0, MOST_DAYS),
                () -> percent("querying/noticePercent", querying.noticePercent()));
    }

    private static Optional<PolicyRefusal> of(Reclaiming reclaiming) {
        return first(
                () -> between("reclaiming/surplusCapWeeks", reclaiming.surplusCapWeeks(), 0, MOST_WEEKS),
                () -> between("reclaiming/serviceFundCapWeeks", reclaiming.serviceFundCapWeeks(), 0, MOST_WEEKS),
                () -> between("reclaiming/serviceFundHoldWeeks", reclaiming.serviceFundHoldWeeks(), 0, MOST_WEEKS),
                () -> between("reclaiming/reconsiderationDays", reclaiming.reconsiderationDays(), 0, MOST_DAYS),
                () -> between("reclaiming/payDays", reclaiming.payDays(), 0, MOST_DAYS),
                () -> amount("reclaiming/reliefLimit", reclaiming.reliefLimit()));
    }

    private static Optional<PolicyRefusal> of(Reviewing reviewing) {
        return first(
                () -> lawful("reviewing/planFirstWeeks", reviewing.planFirstWeeks(), A_YEAR),
                () -> lawful("reviewing/planWeeks", reviewing.planWeeks(), A_YEAR),
                () -> lawful("reviewing/accountFirstWeeks", reviewing.accountFirstWeeks(), HALF_A_YEAR),
                () -> lawful("reviewing/accountWeeks", reviewing.accountWeeks(), A_YEAR));
    }

    private static Optional<PolicyRefusal> of(Monitoring monitoring) {
        int medium = monitoring.mediumFrom();
        int high = monitoring.highFrom();
        return first(
                () -> Stream.of(MonitoringFactor.values())
                        .map(factor -> between("monitoring/points/" + factor, monitoring.pointsOf(factor), 0, MOST))
                        .flatMap(Optional::stream)
                        .findFirst(),
                () -> between("monitoring/mediumFrom", medium, 1, MOST),
                () -> between("monitoring/highFrom", high, 1, MOST),
                () -> when(high < medium, () -> new HighBelowMedium(medium, high)),
                () -> Stream.of(RiskTier.values())
                        .map(tier -> returnOf(tier, monitoring))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<PolicyRefusal> returnOf(RiskTier tier, Monitoring monitoring) {
        if (!monitoring.returnWeeks().containsKey(tier)) return Optional.of(new ReturnWeeksMissing(tier));
        return between("monitoring/returnWeeks/" + tier, monitoring.returnWeeksOf(tier), 1, MOST_WEEKS);
    }

    private static Optional<PolicyRefusal> of(Changing changing) {
        return first(
                () -> between("changing/hospitalPaidDays", changing.hospitalPaidDays(), 0, MOST_DAYS),
                () -> between("changing/upliftLimit", changing.upliftLimit(), 0, WHOLE));
    }

    private static Optional<PolicyRefusal> of(Paying paying) {
        return between("paying/coolingOffHours", paying.coolingOffHours(), 0, MOST_HOURS);
    }

    private static Optional<PolicyRefusal> of(Invoicing invoicing) {
        return first(
                () -> amount("invoicing/invoiceTolerance", invoicing.invoiceTolerance()),
                () -> between("invoicing/invoiceToleranceShare", invoicing.invoiceToleranceShare(), 0, WHOLE),
                () -> between("invoicing/hoursTolerance", invoicing.hoursTolerance(), 0, WHOLE),
                () -> between("invoicing/dueDays", invoicing.dueDays(), 0, MOST_DAYS),
                () -> between("invoicing/standardVat", invoicing.standardVat(), 0, WHOLE));
    }

    /** A time that the law lets a council shorten, and never lengthen. */
    private static Optional<PolicyRefusal> lawful(String field, int weeks, int atMost) {
        return first(
                () -> between(field, weeks, 1, MOST_WEEKS),
                () -> when(weeks > atMost, () -> new LongerThanTheLawAllows(field, weeks, atMost)));
    }

    private static Optional<PolicyRefusal> percent(String field, int percent) {
        return when(percent < 0 || percent > 100, () -> new PercentOutOfRange(field, percent));
    }

    private static Optional<PolicyRefusal> between(String field, int number, int least, int most) {
        return when(number < least || number > most, () -> new NumberOutOfRange(field, number, least, most));
    }

    private static Optional<PolicyRefusal> amount(String field, Money amount) {
        return when(amount.isNegative(), () -> new NegativeAmount(field));
    }

    private static Optional<PolicyRefusal> when(boolean broken, Supplier<PolicyRefusal> refusal) {
        return broken ? Optional.of(refusal.get()) : Optional.empty();
    }

    @SafeVarargs
    private static Optional<PolicyRefusal> first(Supplier<Optional<PolicyRefusal>>... rules) {
        return Stream.of(rules).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
