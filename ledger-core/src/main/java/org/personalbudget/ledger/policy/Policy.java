package org.personalbudget.ledger.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BankPayee;
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
 * @param arrears when unpaid contributions are acted upon
 * @param querying how spend is queried
 * @param reclaiming what may be reclaimed, and what may be let go
 * @param reviewing how often a budget is looked at again
 * @param monitoring how closely a budget is watched
 * @param changing what may change without anybody else
 * @param paying how money goes out
 * @param invoicing how closely invoices have to fit, and when they are paid
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
        boolean chargesCarers,
        Arrears arrears,
        Querying querying,
        Reclaiming reclaiming,
        Reviewing reviewing,
        Monitoring monitoring,
        Changing changing,
        Paying paying,
        Invoicing invoicing) {

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
                false,
                new Arrears(2, 3),
                new Querying(13, 28, 20),
                new Reclaiming(8, 4, 12, 28, 28, Money.of("500.00")),
                new Reviewing(8, 52, 26, 52),
                initialMonitoring(),
                new Changing(
                        14, 1_000, Set.of(Category.PERSONAL_ASSISTANT, Category.SUPPORT_FEE, Category.EMPLOYER_COST)),
                new Paying(48, Set.of(BankPayee.Kind.SUPPLIER)),
                initialInvoicing());
    }

    private static Monitoring initialMonitoring() {
        return new Monitoring(
                Map.of(
                        MonitoringFactor.NEW_ACCOUNT, 1,
                        MonitoringFactor.UNPAID_CONTRIBUTION, 1,
                        MonitoringFactor.OPEN_QUERY, 1,
                        MonitoringFactor.MISUSE, 4,
                        MonitoringFactor.OVERDRAWN, 2,
                        MonitoringFactor.OVERSPENT, 1,
                        MonitoringFactor.PAYS_RELATIVE, 2,
                        MonitoringFactor.SURPLUS, 1),
                3,
                6,
                Map.of(RiskTier.LOW, 52, RiskTier.MEDIUM, 26, RiskTier.HIGH, 13));
    }

    private static Invoicing initialInvoicing() {
        return new Invoicing(
                Money.of("1.00"),
                50,
                0,
                30,
                Set.of(),
                2_000,
                Set.of(Category.FLEXIBLE, Category.EQUIPMENT, Category.TRANSPORT, Category.SUPPORT_FEE),
                true);
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

    /** The amount above which a spend needs evidence, or null if none is asked for. */
    public @Nullable Money evidenceAbove(RiskTier tier) {
        return evidenceAbove.get(tier);
    }
}
