package org.personalbudget.ledger.testing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Arrears;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.Changing;
import org.personalbudget.ledger.policy.Invoicing;
import org.personalbudget.ledger.policy.Monitoring;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.policy.Paying;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
import org.personalbudget.ledger.policy.Querying;
import org.personalbudget.ledger.policy.Reclaiming;
import org.personalbudget.ledger.policy.Reviewing;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.Category;

/** A policy that differs from the initial one in what is told. */
public final class APolicy implements Asks {

    private final LocalDate effectiveFrom;
    private Money limit = Policy.initial().approverWeeklyLimit();
    private Attribution attribution = Policy.initial().attribution();
    private int flexPercent = Policy.initial().flexPercent();
    private Set<Category> excluded = Policy.initial().excludedCategories();
    private Map<RiskTier, Money> evidenceAbove = Map.of(RiskTier.MEDIUM, Money.of("250.00"));
    private Money tolerance = Policy.initial().lineTolerance();
    private boolean chargesCarers = Policy.initial().chargesCarers();

    private Arrears arrears = Policy.initial().arrears();
    private Querying querying = Policy.initial().querying();
    private Reclaiming reclaiming = Policy.initial().reclaiming();
    private Reviewing reviewing = Policy.initial().reviewing();
    private Monitoring monitoring = Policy.initial().monitoring();
    private Changing changing = Policy.initial().changing();
    private Paying paying = Policy.initial().paying();
    private Invoicing invoicing = Policy.initial().invoicing();

    private APolicy(LocalDate effectiveFrom) {
        this.effectiveFrom = effectiveFrom;
    }

    public static APolicy policyFrom(String day) {
        return new APolicy(LocalDate.parse(day));
    }

    public APolicy approversSignUpTo(String weekly) {
        limit = Money.of(weekly);
        return this;
    }

    public APolicy attributing(Attribution rule) {
        attribution = rule;
        return this;
    }

    public APolicy flexing(int percent) {
        flexPercent = percent;
        return this;
    }

    public APolicy excluding(Category... categories) {
        excluded = Set.of(categories);
        return this;
    }

    public APolicy evidenceAbove(RiskTier tier, String amount) {
        evidenceAbove = Map.of(tier, Money.of(amount));
        return this;
    }

    public APolicy tolerating(String difference) {
        tolerance = Money.of(difference);
        return this;
    }

    public APolicy chargingCarers() {
        chargesCarers = true;
        return this;
    }

    /** An alert at so many unpaid periods, a review of the budget at so many. */
    public APolicy alertingAt(int periods, int reviewAt) {
        arrears = new Arrears(periods, reviewAt);
        return this;
    }

    /** A spend may be queried for so many weeks, and the holder has so many days to answer. */
    public APolicy queryingFor(int weeks, int answerDays) {
        querying = new Querying(weeks, answerDays, querying.noticePercent());
        return this;
    }

    /** Somebody is told when more than so much of a line's allocation is vired to it. */
    public APolicy noticingVirementAbove(int percent) {
        querying = new Querying(querying.cycleWeeks(), querying.answerDays(), percent);
        return this;
    }

    public APolicy reclaiming(Reclaiming rules) {
        reclaiming = rules;
        return this;
    }

    public APolicy cappingSurplusAt(int weeks) {
        return reclaiming(new Reclaiming(
                weeks,
                reclaiming.serviceFundCapWeeks(),
                reclaiming.serviceFundHoldWeeks(),
                reclaiming.reconsiderationDays(),
                reclaiming.payDays(),
                reclaiming.reliefLimit()));
    }

    /** A service fund may hold so many weeks' amount, and be above it for so many weeks. */
    public APolicy cappingServiceFundsAt(int weeks, int holdWeeks) {
        return reclaiming(new Reclaiming(
                reclaiming.surplusCapWeeks(),
                weeks,
                holdWeeks,
                reclaiming.reconsiderationDays(),
                reclaiming.payDays(),
                reclaiming.reliefLimit()));
    }

    /** So many days to ask for reconsideration, and so many to pay. */
    public APolicy givingTime(int reconsiderationDays, int payDays) {
        return reclaiming(new Reclaiming(
                reclaiming.surplusCapWeeks(),
                reclaiming.serviceFundCapWeeks(),
                reclaiming.serviceFundHoldWeeks(),
                reconsiderationDays,
                payDays,
                reclaiming.reliefLimit()));
    }

    /** The controller may let go up to this; above it the panel. */
    public APolicy relievingUpTo(String amount) {
        return reclaiming(new Reclaiming(
                reclaiming.surplusCapWeeks(),
                reclaiming.serviceFundCapWeeks(),
                reclaiming.serviceFundHoldWeeks(),
                reclaiming.reconsiderationDays(),
                reclaiming.payDays(),
                Money.of(amount)));
    }

    public APolicy reviewingPlansAfter(int firstWeeks, int weeks) {
        reviewing = new Reviewing(firstWeeks, weeks, reviewing.accountFirstWeeks(), reviewing.accountWeeks());
        return this;
    }

    public APolicy reviewingAccountsAfter(int firstWeeks, int weeks) {
        reviewing = new Reviewing(reviewing.planFirstWeeks(), reviewing.planWeeks(), firstWeeks, weeks);
        return this;
    }

    /** Only these factors count, each time with so many points. */
    public APolicy scoring(Map<MonitoringFactor, Integer> points) {
        monitoring = new Monitoring(points, monitoring.mediumFrom(), monitoring.highFrom(), monitoring.returnWeeks());
        return this;
    }

    public APolicy mediumFrom(int medium, int high) {
        monitoring = new Monitoring(monitoring.points(), medium, high, monitoring.returnWeeks());
        return this;
    }

    public APolicy returningEvery(Map<RiskTier, Integer> weeks) {
        monitoring = new Monitoring(monitoring.points(), monitoring.mediumFrom(), monitoring.highFrom(), weeks);
        return this;
    }

    public APolicy payingInHospitalFor(int days) {
        changing = new Changing(days, changing.upliftLimit(), changing.finalLiabilities());
        return this;
    }

    /** In hundredths of a percent. */
    public APolicy upliftingUpTo(int basisPoints) {
        changing = new Changing(changing.hospitalPaidDays(), basisPoints, changing.finalLiabilities());
        return this;
    }

    public APolicy settlingAfterTheEnd(Category... categories) {
        changing = new Changing(changing.hospitalPaidDays(), changing.upliftLimit(), Set.of(categories));
        return this;
    }

    public APolicy coolingOffFor(int hours) {
        paying = new Paying(hours, paying.callBack());
        return this;
    }

    public APolicy invoicing(Invoicing rules) {
        invoicing = rules;
        return this;
    }

    /** The policy itself, before the ledger has numbered it. */
    public Policy policy() {
        Policy initial = Policy.initial();
        return new Policy(
                0,
                effectiveFrom,
                limit,
                attribution,
                flexPercent,
                excluded,
                initial.hardExcludedMerchants(),
                initial.softExcludedMerchants(),
                evidenceAbove,
                tolerance,
                chargesCarers,
                arrears,
                querying,
                reclaiming,
                reviewing,
                monitoring,
                changing,
                paying,
                invoicing);
    }

    @Override
    public Request request() {
        return Request.of(new AdoptPolicy(policy()));
    }
}
