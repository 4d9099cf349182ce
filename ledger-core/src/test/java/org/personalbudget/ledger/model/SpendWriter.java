package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;

/** Writes what takes money out: spends from accounts, and payments to providers. Likes to stand right at the limits. */
final class SpendWriter {

    private final World world;
    private final Dice dice;
    private final PeriodCalendar calendar;
    private final MoneyWriter money;

    SpendWriter(World world, PeriodCalendar calendar, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.calendar = calendar;
        this.money = money;
    }

    RecordSpend spend(Dossier dossier) {
        AccountId account = account(dossier);
        LocalDate on = money.past();
        Optional<PlanLine> line = dossier.planOn(on).map(plan -> dice.one(plan.plan.lines()));
        PaymentId fence = fence(dossier, account);
        Category category = line.isPresent() && dice.chance(88) ? line.get().category() : dice.one(Category.values());
        boolean named = line.isPresent() && dice.chance(40);
        return new RecordSpend(
                dossier.terms.budget(),
                account,
                amount(dossier, account, line.map(PlanLine::id).orElse(null), on, fence),
                on,
                category,
                named ? line.get().id() : dice.chance(3) ? PlanWriter.someLine(dice) : null,
                dice.chance(20) ? PlanWriter.someOutcome(dice) : null,
                fence,
                payee(),
                dice.chance(10) ? world.note("payee") : null,
                dice.chance(10) ? world.note("reference") : null,
                dice.chance(10) ? new MerchantCode(dice.one("7995", "5921", "5813", "6011", "5411")) : null,
                dice.chance(80),
                world.wild() ? dice.chance(90) : dice.chance(97));
    }

    private AccountId account(Dossier dossier) {
        List<AccountId> holding = dossier.accounts.values().stream()
                .filter(Custody::holdsMoney)
                .map(each -> each.id)
                .toList();
        if (holding.isEmpty() || dice.chance(1)) return new AccountId(world.id("no account"));
        return dice.chance(1) ? dice.one(dossier.accounts.keySet()) : dice.one(holding);
    }

    private @Nullable PaymentId fence(Dossier dossier, AccountId account) {
        Custody custody = dossier.accounts.get(account);
        if (custody == null || dice.chance(80)) return null;
        List<PaymentId> fences = new ArrayList<>(custody.fences);
        fences.sort((a, b) -> a.value().compareTo(b.value()));
        if (dice.chance(3)) return new PaymentId(world.id("no fence"));
        return fences.isEmpty() ? null : dice.one(fences);
    }

    private Money amount(
            Dossier dossier, AccountId account, @Nullable LineId line, LocalDate on, @Nullable PaymentId fence) {
        Custody custody = dossier.accounts.get(account);
        if (dice.chance(1)) return dice.one(Money.ZERO, Money.ofPence(-500), Money.of("100000000.01"));
        if (custody == null || dice.chance(60)) return dice.money(1, 9_000);
        if (dice.chance(40)) return dice.around(Attributor.spendable(custody.pots, fence));
        if (line == null || !calendar.covers(on)) return dice.money(1, 60_000);
        return dice.around(room(dossier, line, calendar.periodOf(on).id()));
    }

    private BigDecimal room(Dossier dossier, LineId line, PeriodId period) {
        int flexPercent = dice.chance(50) ? world.model.policyOn(world.today).flexPercent() : 0;
        return Headroom.after(List.of(), dossier).tightest(line, period, flexPercent, dice.chance(30));
    }

    private Payee payee() {
        if (dice.chance(88)) return Payee.UNRELATED;
        return new Payee(
                dice.chance(70) ? MoneyWriter.someRelative(dice) : null,
                dice.one(Relationship.values()),
                dice.chance(50));
    }

    PayProvider pay(Dossier dossier) {
        DateRange service = service(dossier);
        Optional<Proposal> plan = dossier.planOn(service.first());
        PlanLine line = plan.map(found -> dice.one(found.plan.lines())).orElse(null);
        SupplierId supplier = dice.one(world.suppliers);
        if (line != null && line.supplier() != null && dice.chance(95)) supplier = line.supplier();
        if (dice.chance(1)) supplier = new SupplierId(world.id("no supplier"));
        InvoiceNumber invoice = invoice(dossier.terms.budget(), supplier);
        if (!world.invoices.isEmpty() && dice.chance(2)) {
            World.Invoiced other = dice.one(world.invoices);
            supplier = other.supplier();
            invoice = other.number();
        }
        Units units = dice.chance(40) ? new Units(dice.between(1, 200) * 25L) : null;
        return new PayProvider(
                dossier.terms.budget(),
                supplier,
                line == null || dice.chance(1) ? PlanWriter.someLine(dice) : line.id(),
                price(dossier, line, supplier, service, units),
                service,
                invoice,
                dice.chance(45) ? account(dossier) : null,
                units,
                payee());
    }

    private DateRange service(Dossier dossier) {
        LocalDate first = dice.chance(92) ? world.within(70, 7) : world.within(300, 300);
        LocalDate start = dossier.course.firstPlan().orElse(dossier.terms.startsOn());
        if (first.isBefore(start) && dice.chance(90)) first = start.plusDays(dice.between(0, 20));
        int days = dice.chance(1) ? 732 : dice.one(1, 7, 7, 14, 28, dice.between(1, 60));
        return new DateRange(first, first.plusDays(days - 1));
    }

    /** What the units cost, what the order allows, what the line or the account has left: or nearly so. */
    private Money price(
            Dossier dossier, @Nullable PlanLine line, SupplierId supplier, DateRange service, @Nullable Units units) {
        if (line == null || dice.chance(1)) return dice.money(0, 50_000);
        BigDecimal rate = line.unitRate() == null ? null : Sums.pounds(line.unitRate());
        ProviderRules.Prices prices = world.model.suppliers().get(supplier);
        if (prices != null && prices.priced(line.category())) rate = prices.on(line.category(), service.first());
        if (units != null && rate != null && dice.chance(95)) {
            return Sums.money(rate).times(units.quantity());
        }
        BigDecimal days = BigDecimal.valueOf(service.days());
        if (rate != null && line.unitsPerWeek() != null && dice.chance(40)) {
            BigDecimal order = rate.multiply(line.unitsPerWeek().quantity()).multiply(days);
            return dice.around(order.divide(BigDecimal.valueOf(7), 2, java.math.RoundingMode.HALF_UP));
        }
        if (dice.chance(20) && calendar.covers(service.last())) {
            return dice.around(
                    room(dossier, line.id(), calendar.periodOf(service.last()).id()));
        }
        return dice.money(1, Math.max(1, (int) Math.min(line.weekly().pence() * service.days() / 7, 900_000)));
    }

    /** A number of few, written in several ways, so that duplicates happen; or none. */
    private @Nullable InvoiceNumber invoice(BudgetId budget, SupplierId supplier) {
        if (dice.chance(40)) return null;
        long ofBudget = Math.floorMod(budget.hashCode(), 10_000_000) * 1_000L;
        String form = dice.one("INV-%05d", "inv %d", "%d", "No. %06d");
        InvoiceNumber number = new InvoiceNumber(form.formatted(ofBudget + dice.between(1, 300)));
        world.newInvoices.add(new World.Invoiced(supplier, number));
        return number;
    }
}
