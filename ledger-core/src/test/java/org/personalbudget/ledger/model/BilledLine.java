package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.model.Bill.Used;
import org.personalbudget.ledger.model.Bill.Visited;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.VisitId;

/** One line of an invoice beside what was ordered, delivered and agreed. */
final class BilledLine {

    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

    final InvoiceLine billed;
    final DateRange service;
    private final Bill bill;
    private final Dossier dossier;
    private final Setting setting;
    private final ProviderRules.Prices prices;
    private @Nullable PlanLine line;
    private @Nullable String fault;
    private final Map<LocalDate, BigDecimal> delivered = new HashMap<>();
    private final Set<LocalDate> payable = new LinkedHashSet<>();

    /** What of it is in order by itself, before VAT, and what is billed beside that. */
    record InOrder(BigDecimal units, BigDecimal net, BigDecimal rounding) {}

    BilledLine(InvoiceLine billed, Bill bill, Dossier dossier, Setting setting, ProviderRules.Prices prices) {
        this.billed = billed;
        this.service = billed.service() == null ? bill.terms.service() : billed.service();
        this.bill = bill;
        this.dossier = dossier;
        this.setting = setting;
        this.prices = prices;
        find();
        if (line != null) deliveries();
    }

    private void find() {
        LocalDate day = service.first();
        Optional<Dossier.Proposal> plan = dossier.planOn(day);
        if (plan.isEmpty() || day.isBefore(dossier.terms.startsOn())) {
            fault = "BEFORE_ORDER";
            return;
        }
        LineId named = billed.planLine();
        List<PlanLine> fitting = plan.get().plan.lines().stream()
                .filter(each -> named == null
                        ? bill.supplier.equals(each.supplier())
                        : each.id().equals(named))
                .toList();
        if (fitting.size() != 1) {
            fault = named == null ? "ORDER_NOT_CLEAR" : "NOT_IN_PLAN";
            return;
        }
        line = fitting.getFirst();
        if (line.supplier() != null && !line.supplier().equals(bill.supplier)) fault = "NOT_THE_SUPPLIER";
    }

    void order(Assessed rules) {
        if (fault != null) rules.say("REJECTS", fault, this);
        else if (line().supplier() == null) rules.say("NOTES", "NOT_ORDERED", this);
    }

    private PlanLine line() {
        return Objects.requireNonNull(line);
    }

    @Nullable
    LineId lineId() {
        return line == null ? null : line.id();
    }

    Category category() {
        return line().category();
    }

    /** What was delivered of the line on its days: the visits it names and nobody was paid for, or all. */
    private void deliveries() {
        Set<VisitId> paid = new HashSet<>();
        for (Bill other : dossier.bills.values()) {
            boolean before = !other.id().equals(bill.id())
                    && other.supplier.equals(bill.supplier)
                    && other.stands()
                    && !other.payments.isEmpty();
            if (before) paid.addAll(Assessed.visitsOf(other));
        }
        dossier.visits.forEach((key, visit) -> {
            boolean ours = key.supplier().equals(bill.supplier) && visit.line().equals(lineId());
            boolean named =
                    billed.visits().isEmpty() || billed.visits().contains(key.visit()) && !paid.contains(key.visit());
            boolean within =
                    !visit.on().isBefore(service.first()) && !visit.on().isAfter(service.last());
            if (ours && named && within) delivered.merge(visit.on(), hours(visit), BigDecimal::add);
        });
    }

    /** To the nearest quarter of an hour; seven and a half minutes go up. */
    private static BigDecimal hours(Visited visit) {
        BigDecimal quarters =
                BigDecimal.valueOf(visit.minutes()).divide(BigDecimal.valueOf(15), 0, RoundingMode.HALF_UP);
        return quarters.multiply(new BigDecimal("0.25"));
    }

    private boolean deliveryCounts() {
        return !delivered.isEmpty()
                || !billed.visits().isEmpty()
                || setting.policy().invoicing().actualsRequired().contains(category());
    }

    /** A day that is not paid for is told; where none is, nothing can be. */
    void days(Assessed rules) {
        Set<String> faults = new LinkedHashSet<>();
        for (LocalDate day : Assessed.daysOf(service)) {
            String wrong = wrongWith(day);
            if (wrong == null) payable.add(day);
            else faults.add(wrong);
        }
        faults.forEach(each -> rules.say(payable.isEmpty() ? "REJECTS" : "DISPUTES", each, this));
    }

    private @Nullable String wrongWith(LocalDate day) {
        if (day.isBefore(dossier.terms.startsOn())) return "BEFORE_ORDER";
        LocalDate last = dossier.course.lastDay();
        boolean over = last != null
                && day.isAfter(last)
                && !setting.policy().changing().finalLiabilities().contains(category());
        if (over) return dossier.course.died() ? "AFTER_DEATH" : "AFTER_END";
        boolean withheld = dossier.course.suspensions().stream()
                .anyMatch(each -> each.withholdsOn(day)
                        && (each.lines().isEmpty() || each.lines().contains(lineId())));
        if (withheld) return "SUSPENDED";
        Optional<PlanLine> then = on(day);
        boolean same = then.isPresent() && Objects.equals(then.get().supplier(), line().supplier());
        return same ? null : "NO_LONGER_ORDERED";
    }

    private Optional<PlanLine> on(LocalDate day) {
        return dossier.planOn(day).flatMap(plan -> plan.line(line().id()));
    }

    private @Nullable BigDecimal weekly(LocalDate day) {
        return on(day).map(PlanLine::unitsPerWeek).map(each -> each.quantity()).orElse(null);
    }

    private @Nullable BigDecimal rate(LocalDate day) {
        PlanLine then = on(day).orElse(line());
        if (prices.priced(then.category())) return prices.on(then.category(), day);
        return then.unitRate() == null ? null : Sums.pounds(then.unitRate());
    }

    private boolean hasPriceOfUnit() {
        return prices.priced(category()) || Assessed.daysOf(service).stream().anyMatch(day -> rate(day) != null);
    }

    /** What a unit costs on its days: the sum of rates as they weigh, and of the weights; null if nothing is agreed. */
    private BigDecimal @Nullable [] agreed() {
        boolean byDelivery = deliveryCounts()
                && payable.stream()
                        .anyMatch(day -> delivered.getOrDefault(day, NIL).signum() > 0);
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (LocalDate day : payable) {
            BigDecimal weekly = weekly(day);
            BigDecimal ordered = weekly == null || weekly.signum() == 0 ? new BigDecimal("0.01") : weekly;
            BigDecimal weight = byDelivery ? delivered.getOrDefault(day, NIL) : ordered;
            if (weight.signum() == 0) continue;
            BigDecimal rate = rate(day);
            if (rate == null) return null;
            weighted = weighted.add(rate.multiply(weight));
            weights = weights.add(weight);
        }
        return weights.signum() == 0 ? null : new BigDecimal[] {weighted, weights};
    }

    InOrder inOrder(List<Used> before, Assessed rules) {
        if (hasPriceOfUnit() && payable.stream().anyMatch(day -> rate(day) == null)) {
            rules.say("DISPUTES", "NO_RATE_IN_FORCE", this);
            return new InOrder(NIL, NIL, NIL);
        }
        BigDecimal[] agreed = agreed();
        BigDecimal quantity = billed.quantity().quantity();
        BigDecimal units = units(before, rules);
        BigDecimal worth = worth(units, agreed);
        if (units.compareTo(quantity) != 0) return new InOrder(units, worth, NIL);
        BigDecimal off = Sums.pounds(billed.net()).subtract(worth);
        if (off.signum() == 0) return new InOrder(units, worth, NIL);
        if (within(off.abs())) {
            rules.say("NOTES", "WITHIN_TOLERANCE", this);
            return new InOrder(units, worth, off);
        }
        price(agreed, rules);
        if (off.signum() > 0) return new InOrder(units, worth, NIL);
        rules.say("NOTES", "BILLED_BELOW", this);
        return new InOrder(units, Sums.pounds(billed.net()), NIL);
    }

    private boolean within(BigDecimal off) {
        return off.compareTo(Sums.pounds(setting.policy().lineTolerance())) <= 0;
    }

    /** No more than the rate in force for each unit, and no more than units times rate. */
    private void price(BigDecimal @Nullable [] agreed, Assessed rules) {
        BigDecimal rate = Sums.pounds(billed.rate());
        BigDecimal asBilled = rate.multiply(billed.quantity().quantity()).setScale(2, RoundingMode.HALF_UP);
        if (agreed != null && rate.multiply(agreed[1]).compareTo(agreed[0]) > 0) {
            rules.say("DISPUTES", "EXCEEDS_RATE", this);
        }
        BigDecimal beyond = Sums.pounds(billed.net()).subtract(asBilled);
        if (!within(Sums.atLeastNil(beyond))) rules.say("DISPUTES", "LINE_DOES_NOT_MULTIPLY", this);
    }

    private BigDecimal worth(BigDecimal units, BigDecimal @Nullable [] agreed) {
        BigDecimal worth = Sums.pounds(billed.rate()).multiply(units).setScale(2, RoundingMode.HALF_UP);
        if (agreed != null) worth = worth.min(agreed[0].multiply(units).divide(agreed[1], 2, RoundingMode.HALF_UP));
        boolean all = units.compareTo(billed.quantity().quantity()) == 0;
        return all ? worth : worth.min(Sums.pounds(billed.net()));
    }

    /** The least of what was billed, delivered and authorised. */
    private BigDecimal units(List<Used> before, Assessed rules) {
        BigDecimal quantity = billed.quantity().quantity();
        BigDecimal earlier = earlier(before);
        BigDecimal there = Sums.sum(
                payable.stream().map(day -> delivered.getOrDefault(day, NIL)).toList());
        // Visits that are named count once, so that nothing else can have been for the same.
        BigDecimal byDelivery =
                !deliveryCounts() ? null : Sums.atLeastNil(billed.visits().isEmpty() ? there.subtract(earlier) : there);
        BigDecimal ordered = ordered();
        BigDecimal byOrder = ordered == null ? null : Sums.atLeastNil(ordered.subtract(earlier));
        boolean deliveryBinds = byDelivery != null && (byOrder == null || byDelivery.compareTo(byOrder) <= 0);
        BigDecimal most = deliveryBinds ? byDelivery : byOrder;
        BigDecimal slack = BigDecimal.valueOf(setting.policy().invoicing().hoursTolerance(), 2);
        if (most == null || quantity.compareTo(most.add(slack)) <= 0) {
            return ordered != null || deliveryCounts() ? quantity : ofPayableDays(quantity);
        }
        boolean nothingKnown = delivered.values().stream().allMatch(each -> each.signum() == 0);
        if (!deliveryBinds) rules.say("DISPUTES", "EXCEEDS_AUTHORISED", this);
        else rules.say("DISPUTES", nothingKnown ? "NO_ACTUALS" : "EXCEEDS_DELIVERED", this);
        return most;
    }

    private BigDecimal ofPayableDays(BigDecimal quantity) {
        return part(quantity, payable.size(), service.days());
    }

    private static BigDecimal part(BigDecimal units, long days, long of) {
        return units.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal ordered() {
        BigDecimal weekly = null;
        for (LocalDate day : payable) {
            BigDecimal units = weekly(day);
            if (units != null) weekly = (weekly == null ? NIL : weekly).add(units);
        }
        return weekly == null ? null : weekly.divide(SEVEN, 2, RoundingMode.HALF_UP);
    }

    /** What was paid for before of the same days, and what lines before this one are for. */
    private BigDecimal earlier(List<Used> before) {
        BigDecimal sum = NIL;
        for (Bill other : dossier.bills.values()) {
            boolean counts = other.supplier.equals(bill.supplier)
                    && (other.stands() || other.id().equals(bill.id()));
            if (!counts) continue;
            for (Bill.Paying paying : other.payments) for (Used each : paying.used) sum = sum.add(common(each));
        }
        for (Used each : before) sum = sum.add(common(each));
        return sum;
    }

    private BigDecimal common(Used other) {
        if (!Objects.equals(other.line(), lineId())) return NIL;
        return other.service()
                .overlap(service)
                .map(days -> part(other.units(), days.days(), other.service().days()))
                .orElse(NIL);
    }

    /** What is left on the plan line when all of it has been served. */
    BigDecimal room(Headroom look) {
        return look.tightest(
                line().id(),
                setting.calendar().periodOf(service.last()).id(),
                setting.policy().flexPercent(),
                line().supplier() != null);
    }

    /** The account that pays for the line on the first day, or (null) the council. */
    @Nullable
    Custody payer() {
        AccountId carrier = Costing.carrierOn(dossier.course, line().id(), line().supplier() != null, service.first());
        Custody account = carrier == null ? null : dossier.accounts.get(carrier);
        return account == null || !account.holdsMoney() ? null : account;
    }

    PlanLine planned() {
        return line();
    }
}
