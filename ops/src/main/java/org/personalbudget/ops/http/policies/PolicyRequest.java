package org.personalbudget.ops.http.policies;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ops.http.policies.PolicyParts.*;
import org.personalbudget.ops.http.request.Fields;

/** What a new policy changes; what it leaves out stays as in the policy in force. */
@Schema(name = "AdoptPolicy", description = "What is left out stays as in the policy in force.")
record PolicyRequest(
        @Schema(format = "date", description = "Today or later; today if not given.") @Nullable
        String effectiveFrom,

        @Schema(example = "500.00") @Nullable String approverWeeklyLimit,

        @Schema(allowableValues = {"PRO_RATA", "CLIENT_FIRST_CONSUMED"}) @Nullable
        String attribution,

        @Schema(example = "10") @Nullable Integer flexPercent,
        @Nullable List<String> excludedCategories,

        @Schema(description = "Merchant category codes that are never accepted.") @Nullable
        List<String> hardExcludedMerchants,

        @Schema(description = "Merchant category codes that a person looks at.") @Nullable
        List<String> softExcludedMerchants,

        @Schema(description = "By risk tier, the amount above which a spend needs evidence; replaces all of them.")
        @Nullable
        Map<String, String> evidenceAbove,

        @Schema(example = "0.05") @Nullable String lineTolerance,
        @Nullable Boolean chargesCarers,
        @Nullable ArrearsPart arrears,
        @Nullable QueryingPart querying,
        @Nullable ReclaimingPart reclaiming,
        @Nullable ReviewingPart reviewing,
        @Nullable MonitoringPart monitoring,
        @Nullable ChangingPart changing,
        @Nullable PayingPart paying,
        @Nullable InvoicingPart invoicing) {

    Command command(Policy inForce, java.time.LocalDate today, Fields fields) {
        var from = fields.optionalDate("effectiveFrom", effectiveFrom);
        Money limit = fields.optionalMoney("approverWeeklyLimit", approverWeeklyLimit);
        Money tolerance = fields.optionalMoney("lineTolerance", lineTolerance);
        return new AdoptPolicy(new Policy(
                0,
                from == null ? today : from,
                limit == null ? inForce.approverWeeklyLimit() : limit,
                fields.oneOf("attribution", attribution, Attribution.class, inForce.attribution()),
                flexPercent == null ? inForce.flexPercent() : flexPercent,
                excludedCategories == null ? inForce.excludedCategories() : categories(fields),
                hardExcludedMerchants == null
                        ? inForce.hardExcludedMerchants()
                        : merchants("hardExcludedMerchants", hardExcludedMerchants, fields),
                softExcludedMerchants == null
                        ? inForce.softExcludedMerchants()
                        : merchants("softExcludedMerchants", softExcludedMerchants, fields),
                evidenceAbove == null ? inForce.evidenceAbove() : evidence(evidenceAbove, fields.in("evidenceAbove")),
                tolerance == null ? inForce.lineTolerance() : tolerance,
                chargesCarers == null ? inForce.chargesCarers() : chargesCarers,
                arrears == null ? inForce.arrears() : arrears.over(inForce.arrears()),
                querying == null ? inForce.querying() : querying.over(inForce.querying()),
                reclaiming == null
                        ? inForce.reclaiming()
                        : reclaiming.over(inForce.reclaiming(), fields.in("reclaiming")),
                reviewing == null ? inForce.reviewing() : reviewing.over(inForce.reviewing()),
                monitoring == null
                        ? inForce.monitoring()
                        : monitoring.over(inForce.monitoring(), fields.in("monitoring")),
                changing == null ? inForce.changing() : changing.over(inForce.changing(), fields.in("changing")),
                paying == null ? inForce.paying() : paying.over(inForce.paying(), fields.in("paying")),
                invoicing == null ? inForce.invoicing() : invoicing.over(inForce.invoicing(), fields.in("invoicing"))));
    }

    private Set<Category> categories(Fields fields) {
        return new HashSet<>(fields.eachIfAny(
                "excludedCategories", excludedCategories, (item, name) -> item.oneOf("", name, Category.class)));
    }

    private static Set<MerchantCode> merchants(String name, List<String> codes, Fields fields) {
        return new HashSet<>(
                fields.eachIfAny(name, codes, (item, code) -> new MerchantCode(item.merchantCode("", code))));
    }

    private static Map<RiskTier, Money> evidence(Map<String, String> given, Fields fields) {
        Map<RiskTier, Money> amounts = new EnumMap<>(RiskTier.class);
        given.forEach(
                (tier, amount) -> amounts.put(fields.oneOf(tier, tier, RiskTier.class), fields.money(tier, amount)));
        return amounts;
    }
}
