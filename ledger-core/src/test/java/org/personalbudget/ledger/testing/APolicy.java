package org.personalbudget.ledger.testing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
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
                initial.arrears(),
                initial.querying(),
                initial.reclaiming(),
                initial.reviewing(),
                initial.monitoring(),
                initial.changing());
    }

    @Override
    public Request request() {
        return Request.of(new AdoptPolicy(policy()));
    }
}
