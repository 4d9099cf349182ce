package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.InvoiceCommand.ApproveInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.budget.InvoiceCommand.RejectInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ReleaseInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ToldVisit;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.model.Bill.VisitKey;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/** Writes what suppliers hand in: visits, and invoices that are right, nearly right, or wrong. */
final class InvoiceWriter {

    private final World world;
    private final Dice dice;
    private final MoneyWriter money;

    InvoiceWriter(World world, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.money = money;
    }

    BudgetCommand next(Dossier dossier) {
        if (!dossier.bills.isEmpty() && dice.chance(30)) return decide(dossier);
        return dice.chance(30) ? visits(dossier) : invoice(dossier);
    }

    /** About one that waits, as a rule. */
    private BudgetCommand decide(Dossier dossier) {
        List<Bill> waiting = dossier.bills.values().stream()
                .filter(each -> each.held || each.disputed().signum() > 0)
                .toList();
        Bill bill = waiting.isEmpty() || dice.chance(4) ? dice.one(dossier.bills.values()) : dice.one(waiting);
        InvoiceId id = dice.chance(2) ? InvoiceId.of(bill.supplier, new InvoiceNumber("none")) : bill.id();
        BudgetId budget = dossier.terms.budget();
        if (bill.held ? dice.chance(65) : dice.chance(4)) return new ReleaseInvoice(budget, id, null);
        if (dice.chance(bill.held ? 90 : 25)) return new RejectInvoice(budget, id, null);
        Money amount = switch (dice.between(1, 3)) {
            case 1 -> null;
            case 2 -> dice.around(bill.disputed());
            default ->
                dice.money(0, Math.max(1, bill.disputed().movePointRight(2).intValue()));
        };
        return new ApproveInvoice(budget, id, amount, null);
    }

    private RecordActuals visits(Dossier dossier) {
        List<ToldVisit> visits = new ArrayList<>();
        LocalDate on = money.past();
        PlanLine line = line(dossier, on);
        for (int more = dice.between(1, 3); more > 0; more--) {
            int minutes = dice.chance(3) ? dice.one(0, -1, 1_441) : dice.between(1, 40) * 15 + dice.one(0, 0, 7, 8);
            LineId named = line == null || dice.chance(8) ? PlanWriter.someLine(dice) : line.id();
            visits.add(new ToldVisit(visit(), dice.chance(10) ? null : named, on, minutes));
        }
        if (!dossier.visits.isEmpty() && dice.chance(15)) {
            VisitKey again = dice.one(dossier.visits.keySet());
            Bill.Visited told = dossier.visits.get(again);
            visits.add(new ToldVisit(
                    again.visit(), told.line(), told.on(), dice.chance(70) ? told.minutes() : told.minutes() + 1));
            return new RecordActuals(
                    dossier.terms.budget(), again.supplier(), visits.subList(visits.size() - 1, visits.size()));
        }
        return new RecordActuals(dossier.terms.budget(), supplier(line), visits);
    }

    private VisitId visit() {
        return new VisitId("V-" + dice.between(1, 4_000));
    }

    private @Nullable PlanLine line(Dossier dossier, LocalDate day) {
        Optional<Proposal> plan = dossier.planOn(day);
        List<PlanLine> lines = plan.map(each -> each.plan.lines()).orElse(List.of());
        List<PlanLine> ordered =
                lines.stream().filter(each -> each.supplier() != null).toList();
        if (!ordered.isEmpty() && dice.chance(88)) return dice.one(ordered);
        return lines.isEmpty() ? null : dice.one(lines);
    }

    private SupplierId supplier(@Nullable PlanLine line) {
        if (dice.chance(1)) return new SupplierId(world.id("no supplier"));
        return line == null || line.supplier() == null || dice.chance(3) ? dice.one(world.suppliers) : line.supplier();
    }

    private SubmitInvoice invoice(Dossier dossier) {
        DateRange service = service(dossier);
        PlanLine first = line(dossier, service.first());
        SupplierId supplier = supplier(first);
        List<InvoiceLine> lines = new ArrayList<>();
        int count = dice.chance(1) ? 0 : dice.one(1, 1, 1, 2, 3);
        for (int i = 1; i <= count; i++) {
            PlanLine line = i == 1 || dice.chance(50) ? first : line(dossier, service.first());
            lines.add(line(dossier, line, supplier, service, i));
        }
        return new SubmitInvoice(
                dossier.terms.budget(), supplier, number(dossier.terms.budget(), supplier), terms(service, lines));
    }

    private DateRange service(Dossier dossier) {
        LocalDate first = dice.chance(94) ? world.within(60, 5) : world.within(300, 300);
        LocalDate start = dossier.course.firstPlan().orElse(dossier.terms.startsOn());
        if (first.isBefore(start) && dice.chance(92)) first = start.plusDays(dice.between(0, 20));
        int days = dice.chance(1) ? 732 : dice.one(7, 7, 14, 28, dice.between(1, 40));
        return new DateRange(first, first.plusDays(days - 1));
    }

    private InvoiceLine line(
            Dossier dossier, @Nullable PlanLine line, SupplierId supplier, DateRange whole, int number) {
        DateRange service = whole;
        if (whole.days() > 3 && dice.chance(25)) {
            service = new DateRange(
                    whole.first().plusDays(dice.between(0, 2)), whole.last().minusDays(1));
        }
        BigDecimal rate = rate(line, supplier, service.first());
        Units quantity = quantity(line, service);
        if (dice.chance(12)) rate = rate.add(dice.one(Sums.PENNY, new BigDecimal("-0.50"), BigDecimal.ONE));
        BigDecimal net = rate.multiply(quantity.quantity()).setScale(2, RoundingMode.HALF_UP);
        if (dice.chance(15))
            net = net.add(dice.one(Sums.PENNY, Sums.PENNY.negate(), new BigDecimal("0.06"), BigDecimal.TEN));
        boolean taxed = dice.chance(20);
        LineId named = line == null || dice.chance(3) ? PlanWriter.someLine(dice) : line.id();
        return new InvoiceLine(
                new InvoiceLineId(Integer.toString(number)),
                dice.chance(12) ? null : named,
                quantity,
                Sums.money(rate),
                dice.chance(1) ? Money.ofPence(-1) : Sums.money(Sums.atLeastNil(net)),
                taxed ? VatCategory.STANDARD : dice.one(VatCategory.EXEMPT, VatCategory.EXEMPT, VatCategory.ZERO_RATED),
                taxed ? dice.chance(95) ? 2_000 : 500 : dice.chance(1) ? 2_000 : 0,
                service.equals(whole) ? null : service,
                named(dossier, supplier, line, service));
    }

    private BigDecimal rate(@Nullable PlanLine line, SupplierId supplier, LocalDate day) {
        ProviderRules.Prices prices = world.model.suppliers().get(supplier);
        BigDecimal rate = line == null || line.unitRate() == null ? null : Sums.pounds(line.unitRate());
        if (line != null && prices != null && prices.priced(line.category())) rate = prices.on(line.category(), day);
        return rate == null ? Sums.pounds(dice.money(1_000, 3_000)) : rate;
    }

    private Units quantity(@Nullable PlanLine line, DateRange service) {
        if (line != null && line.unitsPerWeek() != null && dice.chance(75)) {
            BigDecimal ordered = line.unitsPerWeek().quantity().multiply(BigDecimal.valueOf(service.days()));
            long hundredths = ordered.movePointRight(2)
                    .divide(BigDecimal.valueOf(7), 0, RoundingMode.HALF_UP)
                    .longValue();
            return new Units(Math.max(0, hundredths + dice.one(0, 0, 0, -100, 25)));
        }
        return new Units(dice.between(1, 120) * 25L);
    }

    /** Some of the visits that were told, now and then, or others. */
    private List<VisitId> named(Dossier dossier, SupplierId supplier, @Nullable PlanLine line, DateRange service) {
        if (!dice.chance(15)) return List.of();
        List<VisitId> visits = new ArrayList<>();
        dossier.visits.forEach((key, visit) -> {
            boolean fits = key.supplier().equals(supplier)
                    && line != null
                    && visit.line().equals(line.id())
                    && service.contains(visit.on());
            if (fits) visits.add(key.visit());
        });
        if (dice.chance(20)) visits.add(visit());
        return visits;
    }

    private InvoiceTerms terms(DateRange service, List<InvoiceLine> lines) {
        BigDecimal net =
                Sums.sum(lines.stream().map(each -> Sums.pounds(each.net())).toList());
        BigDecimal taxed = Sums.NIL;
        for (InvoiceLine each : lines) {
            if (each.vatBasisPoints() == 2_000) taxed = taxed.add(Sums.pounds(each.net()));
        }
        BigDecimal tax = taxed.multiply(new BigDecimal("0.20")).setScale(2, RoundingMode.HALF_UP);
        BigDecimal gross = net.add(tax);
        if (dice.chance(8)) gross = gross.add(dice.one(Sums.PENNY, new BigDecimal("-0.30"), new BigDecimal("2.00")));
        if (dice.chance(1)) gross = dice.one(Sums.NIL, new BigDecimal("100000000.01"));
        LocalDate issued = dice.chance(1) ? LocalDate.of(1999, 1, 1) : world.today;
        return new InvoiceTerms(issued, service, lines, Sums.money(net), Sums.money(tax), Sums.money(gross));
    }

    /** A number of few, as suppliers write them. */
    private InvoiceNumber number(BudgetId budget, SupplierId supplier) {
        long ofBudget = Math.floorMod(budget.hashCode(), 10_000_000) * 1_000L;
        String form = dice.one("INV-%05d", "inv %d", "%d", "No. %06d");
        return new InvoiceNumber(form.formatted(ofBudget + dice.between(1, 300)));
    }
}
