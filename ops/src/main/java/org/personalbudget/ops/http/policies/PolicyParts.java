package org.personalbudget.ops.http.policies;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Arrears;
import org.personalbudget.ledger.policy.Changing;
import org.personalbudget.ledger.policy.Invoicing;
import org.personalbudget.ledger.policy.Monitoring;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.policy.Paying;
import org.personalbudget.ledger.policy.Querying;
import org.personalbudget.ledger.policy.Reclaiming;
import org.personalbudget.ledger.policy.Reviewing;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ops.http.request.Fields;

/** The parts of a policy that belong together. What one of them leaves out stays as in the policy in force. */
final class PolicyParts {

    private PolicyParts() {}

    @Schema(name = "AdoptArrears", description = "When unpaid contributions are acted upon, in unpaid periods.")
    record ArrearsPart(
            @Schema(example = "2") @Nullable Integer alertPeriods,
            @Schema(example = "3") @Nullable Integer reviewPeriods) {

        Arrears over(Arrears inForce) {
            return new Arrears(or(alertPeriods, inForce.alertPeriods()), or(reviewPeriods, inForce.reviewPeriods()));
        }
    }

    @Schema(name = "AdoptQuerying", description = "For how long a spend may be queried, and what is told of virement.")
    record QueryingPart(
            @Schema(example = "13") @Nullable Integer cycleWeeks,
            @Schema(example = "28") @Nullable Integer answerDays,
            @Schema(example = "20") @Nullable Integer noticePercent) {

        Querying over(Querying inForce) {
            return new Querying(
                    or(cycleWeeks, inForce.cycleWeeks()),
                    or(answerDays, inForce.answerDays()),
                    or(noticePercent, inForce.noticePercent()));
        }
    }

    @Schema(name = "AdoptReclaiming", description = "What may be reclaimed, in what time, and what may be let go.")
    record ReclaimingPart(
            @Schema(example = "8") @Nullable Integer surplusCapWeeks,
            @Schema(example = "4") @Nullable Integer serviceFundCapWeeks,
            @Schema(example = "12") @Nullable Integer serviceFundHoldWeeks,
            @Schema(example = "28") @Nullable Integer reconsiderationDays,
            @Schema(example = "28") @Nullable Integer payDays,
            @Schema(example = "500.00") @Nullable String reliefLimit) {

        Reclaiming over(Reclaiming inForce, Fields fields) {
            Money limit = fields.optionalMoney("reliefLimit", reliefLimit);
            return new Reclaiming(
                    or(surplusCapWeeks, inForce.surplusCapWeeks()),
                    or(serviceFundCapWeeks, inForce.serviceFundCapWeeks()),
                    or(serviceFundHoldWeeks, inForce.serviceFundHoldWeeks()),
                    or(reconsiderationDays, inForce.reconsiderationDays()),
                    or(payDays, inForce.payDays()),
                    limit == null ? inForce.reliefLimit() : limit);
        }
    }

    @Schema(name = "AdoptReviewing", description = "How often a budget is looked at again, within what the law asks.")
    record ReviewingPart(
            @Schema(example = "8", description = "At most 52.") @Nullable
            Integer planFirstWeeks,

            @Schema(example = "52", description = "At most 52.") @Nullable
            Integer planWeeks,

            @Schema(example = "26", description = "At most 26.") @Nullable
            Integer accountFirstWeeks,

            @Schema(example = "52", description = "At most 52.") @Nullable
            Integer accountWeeks) {

        Reviewing over(Reviewing inForce) {
            return new Reviewing(
                    or(planFirstWeeks, inForce.planFirstWeeks()),
                    or(planWeeks, inForce.planWeeks()),
                    or(accountFirstWeeks, inForce.accountFirstWeeks()),
                    or(accountWeeks, inForce.accountWeeks()));
        }
    }

    @Schema(name = "AdoptMonitoring", description = "How a budget's monitoring score is worked out.")
    record MonitoringPart(
            @Schema(description = "What each factor adds each time it is found; only those named change.") @Nullable
            Map<String, Integer> points,

            @Schema(example = "3") @Nullable Integer mediumFrom,
            @Schema(example = "6") @Nullable Integer highFrom,

            @Schema(description = "By risk tier, weeks from one return to the next; only those named change.") @Nullable
            Map<String, Integer> returnWeeks) {

        Monitoring over(Monitoring inForce, Fields fields) {
            return new Monitoring(
                    merged(inForce.points(), points, MonitoringFactor.class, fields.in("points")),
                    or(mediumFrom, inForce.mediumFrom()),
                    or(highFrom, inForce.highFrom()),
                    merged(inForce.returnWeeks(), returnWeeks, RiskTier.class, fields.in("returnWeeks")));
        }
    }

    @Schema(name = "AdoptChanging", description = "What may change without anybody else.")
    record ChangingPart(
            @Schema(example = "14") @Nullable Integer hospitalPaidDays,

            @Schema(example = "1000", description = "In hundredths of a percent.") @Nullable
            Integer upliftLimit,

            @Schema(description = "What may still be paid after a budget has ended; replaces all of them.") @Nullable
            List<String> finalLiabilities) {

        Changing over(Changing inForce, Fields fields) {
            return new Changing(
                    or(hospitalPaidDays, inForce.hospitalPaidDays()),
                    or(upliftLimit, inForce.upliftLimit()),
                    finalLiabilities == null ? inForce.finalLiabilities() : categories(fields));
        }

        private Set<Category> categories(Fields fields) {
            return new HashSet<>(fields.eachIfAny(
                    "finalLiabilities", finalLiabilities, (item, name) -> item.oneOf("", name, Category.class)));
        }
    }

    @Schema(name = "AdoptPaying", description = "How money goes out.")
    record PayingPart(
            @Schema(example = "48", description = "How long a change of bank details waits after its approval.")
            @Nullable
            Integer coolingOffHours,

            @Schema(
                    description =
                            "Whose change is approved only with evidence of a call back: SUPPLIER, ACCOUNT, PERSON;"
                                    + " replaces all of them.")
            @Nullable
            List<String> callBack) {

        Paying over(Paying inForce, Fields fields) {
            return new Paying(
                    or(coolingOffHours, inForce.coolingOffHours()),
                    callBack == null ? inForce.callBack() : payees(fields));
        }

        private Set<BankPayee.Kind> payees(Fields fields) {
            return new HashSet<>(
                    fields.eachIfAny("callBack", callBack, (item, name) -> item.oneOf("", name, BankPayee.Kind.class)));
        }
    }

    @Schema(name = "AdoptInvoicing", description = "How closely invoices have to fit, and when they are paid.")
    record InvoicingPart(
            @Schema(example = "1.00") @Nullable String invoiceTolerance,

            @Schema(example = "50", description = "In hundredths of a percent; the lower of the two counts.") @Nullable
            Integer invoiceToleranceShare,

            @Schema(example = "0", description = "In hundredths of a unit.") @Nullable
            Integer hoursTolerance,

            @Schema(example = "30") @Nullable Integer dueDays,

            @Schema(description = "For what delivered visits have to be known; replaces all of them.") @Nullable
            List<String> actualsRequired,

            @Schema(example = "2000", description = "In hundredths of a percent.") @Nullable
            Integer standardVat,

            @Schema(description = "For what VAT may be charged; replaces all of them.") @Nullable
            List<String> taxable,

            @Schema(description = "Whether the council recovers VAT on what it buys itself.") @Nullable
            Boolean recoversVat) {

        Invoicing over(Invoicing inForce, Fields fields) {
            Money tolerance = fields.optionalMoney("invoiceTolerance", invoiceTolerance);
            return new Invoicing(
                    tolerance == null ? inForce.invoiceTolerance() : tolerance,
                    or(invoiceToleranceShare, inForce.invoiceToleranceShare()),
                    or(hoursTolerance, inForce.hoursTolerance()),
                    or(dueDays, inForce.dueDays()),
                    categories("actualsRequired", actualsRequired, inForce.actualsRequired(), fields),
                    or(standardVat, inForce.standardVat()),
                    categories("taxable", taxable, inForce.taxable(), fields),
                    recoversVat == null ? inForce.recoversVat() : recoversVat);
        }

        private static Set<Category> categories(
                String name, @Nullable List<String> given, Set<Category> inForce, Fields fields) {
            if (given == null) return inForce;
            return new HashSet<>(fields.eachIfAny(name, given, (item, each) -> item.oneOf("", each, Category.class)));
        }
    }

    private static int or(@Nullable Integer given, int inForce) {
        return given == null ? inForce : given;
    }

    private static <E extends Enum<E>> Map<E, Integer> merged(
            Map<E, Integer> inForce, @Nullable Map<String, Integer> given, Class<E> words, Fields fields) {
        Map<E, Integer> merged = new EnumMap<>(words);
        merged.putAll(inForce);
        if (given != null) given.forEach((word, number) -> merged.put(fields.oneOf(word, word, words), number));
        return merged;
    }
}
