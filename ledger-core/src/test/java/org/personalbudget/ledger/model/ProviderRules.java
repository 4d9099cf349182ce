package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.terms.PaymentId;

/** Paying a provider for a line of the plan, by the council or from an account. */
final class ProviderRules {

    private final PayProvider command;
    private final Dossier dossier;
    private final Setting setting;
    private final BigDecimal amount;

    private ProviderRules(PayProvider command, Dossier dossier, Setting setting) {
        this.command = command;
        this.dossier = dossier;
        this.setting = setting;
        this.amount = Sums.pounds(command.amount());
    }

    static PaymentId naturalKey(PayProvider command, Step step) {
        return command.invoice() == null
                ? PaymentId.withoutInvoice(command.budget(), step.id())
                : PaymentId.invoice(command.supplier(), command.invoice());
    }

    /**
     * @param prices the supplier's, or null if nobody is registered
     * @param known whether this was paid before, or was handed in as an invoice
     */
    static Opinion pay(PayProvider command, Dossier dossier, Setting setting, @Nullable Prices prices, boolean known) {
        Answer.Doubts doubts = new Answer.Doubts();
        doubts.when(prices == null, "unknown-supplier");
        setting.positive(command.amount(), doubts);
        setting.dateInTable(command.service().first(), doubts);
        setting.dateInTable(command.service().last(), doubts);
        doubts.when(command.service().days() > 731, "service-too-long");
        doubts.when(known, "already-instructed");
        Custody account = command.account() == null ? null : dossier.accounts.get(command.account());
        doubts.when(command.account() != null && account == null, "unknown-account");
        doubts.when(account != null && !account.holdsMoney(), "account-holds-no-money");
        Optional<Dossier.Proposal> plan = dossier.planOn(command.service().first());
        doubts.when(plan.isEmpty(), "no-plan-in-force");
        Optional<PlanLine> line = plan.flatMap(found -> found.line(command.line()));
        doubts.when(plan.isPresent() && line.isEmpty(), "unknown-line");
        boolean another = line.map(PlanLine::supplier)
                .filter(ordered -> !ordered.equals(command.supplier()))
                .isPresent();
        doubts.when(another, "supplier-not-of-line");
        line.ifPresent(ordered -> daysPaidFor(command.service(), ordered, dossier, setting, doubts));
        if (doubts.any() || prices == null || line.isEmpty()) return Opinion.no(doubts);
        return new ProviderRules(command, dossier, setting).pay(line.get(), account, prices, doubts);
    }

    private static void daysPaidFor(
            DateRange service, PlanLine line, Dossier dossier, Setting setting, Answer.Doubts doubts) {
        LocalDate end = dossier.course.lastDay();
        boolean late = end != null && service.last().isAfter(end);
        boolean debt = setting.policy().changing().finalLiabilities().contains(line.category());
        doubts.when(late && !debt, "budget-has-ended");
        for (LocalDate day = service.first(); !day.isAfter(service.last()); day = day.plusDays(1)) {
            if (dossier.course.isWithheld(line.id(), day)) doubts.when(true, "line-suspended");
        }
    }

    private Opinion pay(PlanLine line, @Nullable Custody account, Prices prices, Answer.Doubts doubts) {
        price(line, prices, doubts);
        DateRange service = command.service();
        boolean allowed = SpendRules.allowed(dossier, command.payee(), service.first(), service.last());
        if (!allowed && !doubts.any()) {
            return Opinion.yes(new Answer.Figures().note("held").note("reason NECESSITY_NOT_DECIDED"), _ -> {});
        }
        PeriodId last = setting.calendar().periodOf(service.last()).id();
        List<Allocating.Change> changes = Allocating.reaching(dossier, last, setting.calendar());
        Headroom look = Headroom.after(changes, dossier);
        doubts.when(amount.compareTo(room(line, last, look)) > 0, "exceeds-headroom");
        boolean poor = account != null && amount.compareTo(Attributor.spendable(account.pots, null)) > 0;
        doubts.when(poor, "account-cannot-afford");
        if (doubts.any()) return Opinion.no(doubts);
        return authorised(line, account, changes, look);
    }

    private BigDecimal room(PlanLine line, PeriodId last, Headroom look) {
        return look.tightest(line.id(), last, setting.policy().flexPercent(), line.supplier() != null);
    }

    /** The price of each day: the supplier's, or the line's own where the supplier never agreed one. */
    private void price(PlanLine line, Prices prices, Answer.Doubts doubts) {
        List<BigDecimal> daily = new ArrayList<>();
        DateRange service = command.service();
        for (LocalDate day = service.first(); !day.isAfter(service.last()); day = day.plusDays(1)) {
            @Nullable
            BigDecimal rate = prices.priced(line.category())
                    ? prices.on(line.category(), day)
                    : line.unitRate() == null ? null : Sums.pounds(line.unitRate());
            if (rate == null) {
                doubts.when(prices.priced(line.category()), "no-rate-in-force");
                return;
            }
            daily.add(rate);
        }
        BigDecimal tolerance = Sums.pounds(setting.policy().lineTolerance());
        if (command.units() != null) {
            BigDecimal exact =
                    daily.getFirst().multiply(command.units().quantity()).setScale(2, RoundingMode.HALF_UP);
            doubts.when(amount.subtract(exact).abs().compareTo(tolerance) > 0, "units-do-not-multiply");
        }
        if (line.unitsPerWeek() == null) return;
        BigDecimal ordered = Sums.sum(daily)
                .multiply(line.unitsPerWeek().quantity())
                .divide(BigDecimal.valueOf(7), 2, RoundingMode.HALF_UP);
        doubts.when(amount.compareTo(ordered.add(tolerance)) > 0, "exceeds-rate");
    }

    private Opinion authorised(
            PlanLine line, @Nullable Custody account, List<Allocating.Change> changes, Headroom look) {
        Answer.Figures figures = new Answer.Figures();
        PaymentId payment = naturalKey(command, setting.step());
        Charging charging = new Charging(dossier, setting, look);
        charging.charge(payment, line, command.service(), amount, account, figures);
        Allocating.name(changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            charging.take(payment, account, new Amounts());
        });
    }

    /** One supplier's prices of a unit, in the order in which they were agreed. */
    static final class Prices {

        record Price(
                org.personalbudget.ledger.terms.Category category,
                BigDecimal rate,
                LocalDate from,
                @Nullable LocalDate to) {}

        final List<Price> agreed = new ArrayList<>();

        boolean priced(org.personalbudget.ledger.terms.Category category) {
            return agreed.stream().anyMatch(price -> price.category() == category);
        }

        @Nullable
        BigDecimal on(org.personalbudget.ledger.terms.Category category, LocalDate day) {
            Map.Entry<LocalDate, BigDecimal> latest = null;
            for (Price price : agreed) {
                boolean ended = price.to() != null && price.to().isBefore(day);
                if (price.category() != category || price.from().isAfter(day) || ended) continue;
                if (latest == null || !price.from().isBefore(latest.getKey())) {
                    latest = Map.entry(price.from(), price.rate());
                }
            }
            return latest == null ? null : latest.getValue();
        }
    }
}
