package org.personalbudget.ledger.invoice;

import static org.personalbudget.ledger.invoice.Effect.DISPUTES;
import static org.personalbudget.ledger.invoice.Effect.NOTES;
import static org.personalbudget.ledger.invoice.ReasonCode.*;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.invoice.LineCase.Taken;
import org.personalbudget.ledger.invoice.Reason.AmountFigures;
import org.personalbudget.ledger.invoice.Reason.RateFigures;
import org.personalbudget.ledger.invoice.Reason.UnitFigures;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;

/**
 * What of one line is in order by itself: units no more than were delivered and authorised, each at no more than the rate
 * in force, and what is asked for no more than both make.
 */
final class LineRules {

    private final LineCase line;
    private final InvoiceLine billed;
    private final InvoiceCase whole;
    private final List<Reason> reasons = new ArrayList<>();

    LineRules(LineCase line, InvoiceCase whole) {
        this.line = line;
        this.billed = line.billed();
        this.whole = whole;
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    /** @param taken what the lines before it of the same invoice are for */
    LineDraft price(List<Taken> taken) {
        if (line.pricedByUnits() && AgreedPrice.firstWithout(line) != null) return withoutRate();
        AgreedPrice agreed = AgreedPrice.over(line).orElse(null);
        Units allowed = quantity(taken, agreed);
        Money inOrder = inOrder(allowed, agreed);
        Money off = billed.net().minus(inOrder);
        Money tolerance = whole.lineTolerance();
        if (!allowed.equals(billed.quantity())) return new LineDraft(line, allowed, inOrder, Money.ZERO);
        rate(agreed, off);
        if (off.isZero()) return new LineDraft(line, allowed, inOrder, Money.ZERO);
        if (Math.abs(off.pence()) <= tolerance.pence()) {
            note(WITHIN_TOLERANCE, off, inOrder);
            return new LineDraft(line, allowed, inOrder, off);
        }
        if (off.isNegative()) {
            note(BILLED_BELOW, off.negated(), inOrder);
            return new LineDraft(line, allowed, billed.net(), Money.ZERO);
        }
        return new LineDraft(line, allowed, inOrder, Money.ZERO);
    }

    private LineDraft withoutRate() {
        var day = AgreedPrice.firstWithout(line);
        Reason none = Reason.of(NO_RATE_IN_FORCE, DISPUTES, billed.id())
                .with(new RateFigures(billed.rate(), null))
                .about(billed.net());
        reasons.add(day == null ? none : none.on(day, 1));
        return new LineDraft(line, new Units(0), Money.ZERO, Money.ZERO);
    }

    /** The least of what was billed, delivered and authorised. */
    private Units quantity(List<Taken> taken, @Nullable AgreedPrice agreed) {
        Units earlier = earlier(taken);
        Units delivered = line.actuals() ? delivered() : null;
        Units authorised = authorised();
        long most = Math.min(left(delivered, line.byVisit() ? new Units(0) : earlier), left(authorised, earlier));
        if (billed.quantity().hundredths() <= most + whole.rules().hoursTolerance()) return partOfDays(authorised);
        Units allowed = new Units(most);
        boolean byDelivery = left(delivered, earlier) <= left(authorised, earlier);
        boolean unknown = byDelivery
                && delivered != null
                && delivered.hundredths() == 0
                && line.days().stream().allMatch(day -> day.delivered().hundredths() == 0);
        ReasonCode code = unknown ? NO_ACTUALS : byDelivery ? EXCEEDS_DELIVERED : EXCEEDS_AUTHORISED;
        Money atStake = inOrder(billed.quantity(), agreed).minus(inOrder(allowed, agreed));
        reasons.add(Reason.of(code, DISPUTES, billed.id())
                .with(new UnitFigures(billed.quantity(), delivered, authorised, earlier, allowed))
                .about(atStake));
        return allowed;
    }

    private static long left(@Nullable Units of, Units earlier) {
        return of == null ? Long.MAX_VALUE / 2 : Math.max(of.hundredths() - earlier.hundredths(), 0);
    }

    /** Where nothing counts units, days that are not paid for take their part of what is billed. */
    private Units partOfDays(@Nullable Units authorised) {
        long payable = line.days().stream().filter(ServiceDay::isPayable).count();
        if (authorised != null || line.actuals() || payable == line.days().size()) return billed.quantity();
        return ratio(billed.quantity(), payable, line.days().size());
    }

    private Units delivered() {
        return new Units(line.days().stream()
                .filter(ServiceDay::isPayable)
                .mapToLong(day -> day.delivered().hundredths())
                .sum());
    }

    /** The units ordered for the days that are paid for; null where the order has none. */
    private @Nullable Units authorised() {
        long weekly = 0;
        boolean ordered = false;
        for (ServiceDay day : line.days()) {
            Units units = day.weekly();
            if (!day.isPayable() || units == null) continue;
            ordered = true;
            weekly += units.hundredths();
        }
        return ordered ? ratio(new Units(1), weekly, 7) : null;
    }

    private Units earlier(List<Taken> taken) {
        long before = 0;
        for (List<Taken> each : List.of(line.earlier(), taken)) {
            for (Taken other : each) before += common(other);
        }
        return new Units(before);
    }

    /** What of it is for the same days of the same plan line, by days. */
    private long common(Taken other) {
        if (!other.planLine().equals(line.planLine())) return 0;
        return other.service()
                .overlap(line.service())
                .map(days -> ratio(other.units(), days.days(), other.service().days())
                        .hundredths())
                .orElse(0L);
    }

    private static Units ratio(Units units, long numerator, long denominator) {
        return new Units(Money.ofPence(units.hundredths())
                .timesRatio(numerator, denominator, RoundingMode.HALF_UP)
                .pence());
    }

    /** What these units may cost: at the rate billed, and at no more than the rate in force. */
    private Money inOrder(Units units, @Nullable AgreedPrice agreed) {
        Money asBilled = billed.rate().times(units.quantity());
        Money price = agreed == null ? asBilled : asBilled.min(agreed.of(units));
        return units.equals(billed.quantity()) ? price : price.min(billed.net());
    }

    private void rate(@Nullable AgreedPrice agreed, Money off) {
        if (Math.abs(off.pence()) <= whole.lineTolerance().pence()) return;
        Money asBilled = billed.rate().times(billed.quantity().quantity());
        if (agreed != null && agreed.isBelow(billed.rate())) {
            Money atRate = agreed.of(billed.quantity());
            reasons.add(Reason.of(EXCEEDS_RATE, DISPUTES, billed.id())
                    .with(new RateFigures(billed.rate(), agreed.rate()))
                    .with(new AmountFigures(asBilled.minus(atRate), atRate, whole.lineTolerance())));
        }
        Money beyond = billed.net().minus(asBilled);
        if (beyond.exceeds(whole.lineTolerance())) {
            reasons.add(Reason.of(LINE_DOES_NOT_MULTIPLY, DISPUTES, billed.id())
                    .with(new RateFigures(billed.rate(), agreed == null ? null : agreed.rate()))
                    .with(new AmountFigures(beyond, asBilled, whole.lineTolerance())));
        }
    }

    private void note(ReasonCode code, Money off, Money exact) {
        reasons.add(Reason.of(code, NOTES, billed.id()).with(new AmountFigures(off, exact, whole.lineTolerance())));
    }
}
