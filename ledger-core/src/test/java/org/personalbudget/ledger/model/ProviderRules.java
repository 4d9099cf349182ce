package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

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
     * @param instructed every payment that exists in the whole ledger
     */
    static Opinion pay(
            PayProvider command, Dossier dossier, Setting setting, @Nullable Prices prices, Set<PaymentId> instructed) {
        Answer.Doubts doubts = new Answer.Doubts();
        doubts.when(prices == null, "unknown-supplier");
        setting.positive(command.amount(), doubts);
        setting.dateInTable(command.service().first(), doubts);
        setting.dateInTable(command.service().last(), doubts);
        doubts.when(command.service().days() > 731, "service-too-long");
        doubts.when(instructed.contains(naturalKey(command, setting.step())), "already-instructed");
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

    /** One period's part of the amount. */
    private record Share(PeriodId period, BigDecimal amount, Amounts split, BigDecimal released) {}

    private Opinion authorised(
            PlanLine line, @Nullable Custody account, List<Allocating.Change> changes, Headroom look) {
        List<Share> shares = shares(line, account, look);
        Answer.Figures figures = new Answer.Figures();
        for (Share share : shares) {
            figures.add("authorised " + share.period(), share.split());
            figures.add("released " + share.period(), shared(share, share.released()));
            figures.add(
                    "uncommitted " + share.period(),
                    shared(share, share.amount().subtract(share.released())));
            AccrualRules.nameBill(line.id(), share.period(), command.service(), dossier, figures);
        }
        Allocating.name(changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            shares.forEach(share -> take(share, line, account));
            instruct(line, account, shares);
        });
    }

    private List<Share> shares(PlanLine line, @Nullable Custody account, Headroom look) {
        List<Period> periods = setting.calendar().periodsOver(command.service());
        List<BigDecimal> parts = Sums.apportion(
                amount,
                periods.stream()
                        .map(period -> BigDecimal.valueOf(period.dates()
                                .overlap(command.service())
                                .orElseThrow()
                                .days()))
                        .toList());
        Amounts left = account == null ? new Amounts() : account.pots.copy();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal part = parts.get(i);
            if (part.signum() == 0) continue;
            PeriodId period = periods.get(i).id();
            Amounts split = account == null
                    ? Costing.shared(dossier.course, served(periods.get(i)), part)
                    : Attributor.take(
                            left, dossier.lead(), part, setting.policy().attribution(), null);
            left.takeAll(split);
            BigDecimal open = line.supplier() == null
                    ? Sums.NIL
                    : look.at(line.id(), period).ordered();
            shares.add(new Share(period, part, split, part.min(Sums.atLeastNil(open))));
        }
        return shares;
    }

    private void take(Share share, PlanLine line, @Nullable Custody account) {
        Standing standing = dossier.cell(line.id(), share.period());
        standing.consumed = standing.consumed.add(share.amount());
        standing.committed = standing.committed.subtract(share.released());
        standing.committedBy.takeAll(shared(share, share.released()));
        Books.Entry entry = dossier.books.entry(setting.today()).of(line.id(), share.period());
        share.split().each((pot, part) -> {
            entry.debit(line.category().account(), pot.book(), part);
            entry.credit(2000, pot, part);
            boolean borne = account != null && pot.book() != dossier.lead() && pot.source() != Source.CLIENT;
            if (borne) entry.debit(2500, pot.book(), part);
            if (borne) entry.credit(4100, pot.book(), part);
        });
        memorandum(entry, 9100, shared(share, share.released()));
        memorandum(entry, 9010, shared(share, share.amount().subtract(share.released())));
        entry.done();
        AccrualRules.bill(line.id(), share.period(), command.service(), share.released(), dossier);
    }

    /** The days of a period on which the service was. */
    private DateRange served(Period period) {
        return period.dates().overlap(command.service()).orElseThrow();
    }

    /** By the shares of the days of the service in the period. */
    private Amounts shared(Share share, BigDecimal part) {
        return Costing.shared(dossier.course, served(setting.calendar().period(share.period())), part);
    }

    private static void memorandum(Books.Entry entry, int debit, Amounts part) {
        part.each((pot, each) -> entry.debit(debit, pot, each).credit(9200, pot, each));
    }

    private void instruct(PlanLine line, @Nullable Custody account, List<Share> shares) {
        Amounts whole = new Amounts();
        shares.forEach(share -> whole.addAll(share.split()));
        if (account != null) account.take(whole, setting.today());
        else whole.byBook().forEach((book, part) -> dossier.rechargeable.merge(book, part, BigDecimal::add));
        PaymentId id = naturalKey(command, setting.step());
        if (account == null) shares.forEach(share -> bear(id, share));
        PeriodId period = shares.getLast().period();
        List<RecoveryRules.Delivered> parts = new ArrayList<>();
        for (Share share : shares) {
            parts.add(new RecoveryRules.Delivered(
                    share.period(),
                    share.split().copy(),
                    shared(share, share.released())
                            .addAll(shared(share, share.amount().subtract(share.released())))));
        }
        dossier.supplied.put(id, new RecoveryRules.Supplied(line.id(), line.category(), account, parts));
        dossier.payments.put(
                id,
                new Instruction(
                        id, account, true, whole, null, setting.step().actor().id(), period, line.id()));
    }

    private void bear(PaymentId id, Share share) {
        BigDecimal whole = share.split().total();
        int known = dossier.course.shares().size();
        dossier.outgoings.add(
                share.period(),
                new Outgoings.Outgoing(
                        id, false, command.service(), whole, share.split().copy(), known));
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
