package org.personalbudget.ops.http.policies;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.MerchantCode;

/** One version of the policy, with its lists in order. */
@Schema(name = "Policy")
record PolicyAnswer(
        int version,
        LocalDate effectiveFrom,
        Money approverWeeklyLimit,
        Attribution attribution,
        int flexPercent,
        List<Category> excludedCategories,
        List<String> hardExcludedMerchants,
        List<String> softExcludedMerchants,
        Map<RiskTier, Money> evidenceAbove,
        Money lineTolerance,
        boolean chargesCarers) {

    static PolicyAnswer of(Policy policy) {
        return new PolicyAnswer(
                policy.version(),
                policy.effectiveFrom(),
                policy.approverWeeklyLimit(),
                policy.attribution(),
                policy.flexPercent(),
                policy.excludedCategories().stream().sorted().toList(),
                codes(policy.hardExcludedMerchants()),
                codes(policy.softExcludedMerchants()),
                new TreeMap<>(policy.evidenceAbove()),
                policy.lineTolerance(),
                policy.chargesCarers());
    }

    private static List<String> codes(Set<MerchantCode> merchants) {
        return merchants.stream().map(MerchantCode::value).sorted().toList();
    }
}
