package org.personalbudget.ledger.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;

/**
 * What a unit costs over the days of a line. Where the rate changes within them, each day counts as much as was delivered
 * on it; where that is not known, as much as is ordered for it.
 *
 * @param weighted the sum over the days of rate times weight
 * @param weight the sum of the weights, more than nothing
 */
record AgreedPrice(BigDecimal weighted, BigDecimal weight) {

    /** Nothing if no payable day counts, or one that does has no rate. */
    static Optional<AgreedPrice> over(LineCase line) {
        List<ServiceDay> payable =
                line.days().stream().filter(ServiceDay::isPayable).toList();
        boolean byDelivery = line.actuals()
                && payable.stream().anyMatch(day -> day.delivered().hundredths() > 0);
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (ServiceDay day : payable) {
            BigDecimal counts = BigDecimal.valueOf(weightOf(day, byDelivery));
            Money rate = day.rate();
            if (counts.signum() == 0) continue;
            if (rate == null) return Optional.empty();
            weighted = weighted.add(counts.multiply(BigDecimal.valueOf(rate.pence())));
            weight = weight.add(counts);
        }
        return weight.signum() == 0 ? Optional.empty() : Optional.of(new AgreedPrice(weighted, weight));
    }

    private static long weightOf(ServiceDay day, boolean byDelivery) {
        if (byDelivery) return day.delivered().hundredths();
        Units weekly = day.weekly();
        return weekly == null || weekly.hundredths() == 0 ? 1 : weekly.hundredths();
    }

    /** The first payable day that has no rate. */
    static @Nullable LocalDate firstWithout(LineCase line) {
        return line.days().stream()
                .filter(day -> day.isPayable() && day.rate() == null)
                .map(ServiceDay::on)
                .findFirst()
                .orElse(null);
    }

    /** Units at this price, rounded once, half up. */
    Money of(Units units) {
        return Money.ofPence(weighted.multiply(units.quantity())
                .divide(weight, 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** The price of one unit, to the nearest penny. */
    Money rate() {
        return Money.ofPence(weighted.divide(weight, 0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Whether a unit is billed at more. */
    boolean isBelow(Money billed) {
        return BigDecimal.valueOf(billed.pence()).multiply(weight).compareTo(weighted) > 0;
    }
}
