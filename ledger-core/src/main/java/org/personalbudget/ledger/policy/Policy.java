package org.personalbudget.ledger.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.MerchantCode;

/**
 * What one council has decided, as one version. Every decision stores the version it was taken under.
 *
 * @param version counts up from 1; 0 is {@link #initial()}
 * @param effectiveFrom the first day it is in force
 * @param approverWeeklyLimit the weekly amount up to which an approver may sign; above it the panel decides
 * @param attribution how a spend is attributed to the sources of an account
 * @param flexPercent how much of the hours not used on other lines of a period may be spent on a line beyond its own
 *     allocation, in whole percent
 * @param excludedCategories categories that may not be bought; a spend on one is queried
 * @param hardExcludedMerchants merchant category codes (ISO 18245) that are never accepted
 * @param softExcludedMerchants merchant category codes that a person looks at
 * @param evidenceAbove by risk tier, the amount above which a spend needs evidence; no entry asks for none
 * @param lineTolerance by how much a provider's amount may exceed quantity times rate
 * @param chargesCarers whether a carer is asked for a contribution
 */
public record Policy(
        int version,
        LocalDate effectiveFrom,
        Money approverWeeklyLimit,
        Attribution attribution,
        int flexPercent,
        Set<Category> excludedCategories,
        Set<MerchantCode> hardExcludedMerchants,
        Set<MerchantCode> softExcludedMerchants,
        Map<RiskTier, Money> evidenceAbove,
        Money lineTolerance,
        boolean chargesCarers) {

    public Policy {
        excludedCategories = Set.copyOf(excludedCategories);
        hardExcludedMerchants = Set.copyOf(hardExcludedMerchants);
        softExcludedMerchants = Set.copyOf(softExcludedMerchants);
        evidenceAbove = Map.copyOf(evidenceAbove);
    }

    /** In force until the council adopts its own. */
    public static Policy initial() {
        return new Policy(
                0,
                LocalDate.of(2015, 4, 1),
                Money.of("500.00"),
                Attribution.PRO_RATA,
                10,
                Set.of(),
                merchants("7995", "7800", "7801", "7802"),
                merchants("5921", "5993", "6011"),
                Map.of(RiskTier.MEDIUM, Money.of("250.00"), RiskTier.HIGH, Money.ZERO),
                Money.of("0.05"),
                false);
    }

    private static Set<MerchantCode> merchants(String... codes) {
        return Stream.of(codes).map(MerchantCode::new).collect(Collectors.toUnmodifiableSet());
    }

    /** The same rules under another version number. */
    Policy numbered(int number) {
        return with(number, effectiveFrom);
    }

    /** The same rules, in force from another day. */
    public Policy from(LocalDate day) {
        return with(version, day);
    }

    private Policy with(int number, LocalDate day) {
        return new Policy(
                number,
                day,
                approverWeeklyLimit,
                attribution,
                flexPercent,
                excludedCategories,
                hardExcludedMerchants,
                softExcludedMerchants,
                evidenceAbove,
                lineTolerance,
                chargesCarers);
    }

    /** The amount above which a spend needs evidence, or null if none is asked for. */
    public @Nullable Money evidenceAbove(RiskTier tier) {
        return evidenceAbove.get(tier);
    }
}
