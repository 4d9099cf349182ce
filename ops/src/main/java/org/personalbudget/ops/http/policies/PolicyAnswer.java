package org.personalbudget.ops.http.policies;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Arrears;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.Changing;
import org.personalbudget.ledger.policy.Invoicing;
import org.personalbudget.ledger.policy.Monitoring;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.policy.Paying;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.Querying;
import org.personalbudget.ledger.policy.Reclaiming;
import org.personalbudget.ledger.policy.Reviewing;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BankPayee;
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
        boolean chargesCarers,
        Arrears arrears,
        Querying querying,
        Reclaiming reclaiming,
        Reviewing reviewing,
        MonitoringAnswer monitoring,
        ChangingAnswer changing,
        PayingAnswer paying,
        InvoicingAnswer invoicing) {

    @Schema(name = "PolicyMonitoring")
    record MonitoringAnswer(
            Map<MonitoringFactor, Integer> points, int mediumFrom, int highFrom, Map<RiskTier, Integer> returnWeeks) {
        static MonitoringAnswer of(Monitoring it) {
            return new MonitoringAnswer(
                    new TreeMap<>(it.points()), it.mediumFrom(), it.highFrom(), new TreeMap<>(it.returnWeeks()));
        }
    }

    /** @param finalLiabilities in order */
    @Schema(name = "PolicyChanging")
    record ChangingAnswer(int hospitalPaidDays, int upliftLimit, List<Category> finalLiabilities) {
        static ChangingAnswer of(Changing it) {
            return new ChangingAnswer(
                    it.hospitalPaidDays(),
                    it.upliftLimit(),
                    it.finalLiabilities().stream().sorted().toList());
        }
    }

    /** @param callBack in order */
    @Schema(name = "PolicyPaying")
    record PayingAnswer(int coolingOffHours, List<BankPayee.Kind> callBack) {
        static PayingAnswer of(Paying it) {
            return new PayingAnswer(
                    it.coolingOffHours(), it.callBack().stream().sorted().toList());
        }
    }

    /** Its lists in order. */
    @Schema(name = "PolicyInvoicing")
    record InvoicingAnswer(
            Money invoiceTolerance,
            int invoiceToleranceShare,
            int hoursTolerance,
            int dueDays,
            List<Category> actualsRequired,
            int standardVat,
            List<Category> taxable,
            boolean recoversVat) {
        static InvoicingAnswer of(Invoicing it) {
            return new InvoicingAnswer(
                    it.invoiceTolerance(),
                    it.invoiceToleranceShare(),
                    it.hoursTolerance(),
                    it.dueDays(),
                    it.actualsRequired().stream().sorted().toList(),
                    it.standardVat(),
                    it.taxable().stream().sorted().toList(),
                    it.recoversVat());
        }
    }

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
                policy.chargesCarers(),
                policy.arrears(),
                policy.querying(),
                policy.reclaiming(),
                policy.reviewing(),
                MonitoringAnswer.of(policy.monitoring()),
                ChangingAnswer.of(policy.changing()),
                PayingAnswer.of(policy.paying()),
                InvoicingAnswer.of(policy.invoicing()));
    }

    private static List<String> codes(Set<MerchantCode> merchants) {
        return merchants.stream().map(MerchantCode::value).sorted().toList();
    }
}
