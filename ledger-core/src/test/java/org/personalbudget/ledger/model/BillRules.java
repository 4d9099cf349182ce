package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceCommand.ApproveInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.RejectInvoice;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Allocating.Change;
import org.personalbudget.ledger.model.Bill.Found;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.terms.AccountId;

/** What a second person decides about an invoice: what is not in order is paid after all, or never. */
final class BillRules {

    private BillRules() {}

    /** Law 7. */
    static void another(Bill bill, Setting setting, Answer.Doubts doubts) {
        doubts.when(bill.enteredBy.equals(setting.step().actor().id()), "entered-by-same-person");
    }

    static Opinion reject(RejectInvoice command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Bill bill = dossier.bills.get(command.invoice());
        if (doubts.when(bill == null, "unknown-invoice") || bill == null) return Opinion.no(doubts);
        BigDecimal disputed = bill.disputed();
        doubts.when(!bill.held && disputed.signum() <= 0, "invoice-not-open");
        another(bill, setting, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        Map<Found, BigDecimal> parts = bill.ofOpen(disputed);
        Answer.Figures figures = new Answer.Figures().note("invoice rejected").add("declined", disputed);
        List<Change> lapsing = lapsing(parts, dossier, setting);
        Allocating.name(lapsing, figures);
        boolean paid = bill.approved().signum() > 0;
        boolean credited = bill.credited.signum() > 0;
        figures.note("document now " + (paid ? "APPROVED" : credited ? "CREDITED" : "REJECTED"));
        return Opinion.yes(figures, _ -> {
            lapse(lapsing, dossier);
            bill.settle(parts);
            if (bill.held) bill.refused = true;
            bill.held = false;
        });
    }

    /** What was ordered for that, by days of service and as far as it still is, is ordered no more. */
    static List<Change> lapsing(Map<Found, BigDecimal> parts, Dossier dossier, Setting setting) {
        Map<Cell, Amounts> left = new HashMap<>();
        Map<Cell, Amounts> gone = new LinkedHashMap<>();
        parts.forEach((line, amount) -> {
            List<Period> periods = setting.calendar().periodsOver(line.service());
            List<BigDecimal> days = periods.stream()
                    .map(each -> BigDecimal.valueOf(
                            each.dates().overlap(line.service()).orElseThrow().days()))
                    .toList();
            List<BigDecimal> amounts = Sums.apportion(amount, days);
            for (int i = 0; i < periods.size(); i++) {
                Cell cell = new Cell(line.line(), periods.get(i).id());
                Amounts ordered = left.computeIfAbsent(
                        cell,
                        each -> dossier.look(each.line(), each.period())
                                .committedBy
                                .copy());
                BigDecimal less = amounts.get(i).min(Sums.atLeastNil(ordered.total()));
                if (less.signum() <= 0) continue;
                Amounts part = Bought.part(ordered, less, dossier.lead());
                ordered.takeAll(part);
                gone.computeIfAbsent(cell, _ -> new Amounts()).takeAll(part);
            }
        });
        List<Change> changes = new ArrayList<>();
        gone.forEach((cell, part) -> changes.add(new Change(
                true,
                cell,
                setting.today(),
                part.total(),
                part,
                AccrualRules.notCovered(cell, part.total(), dossier))));
        return changes;
    }

    /** It is not ordered again by the next plan either. */
    static void lapse(List<Change> lapsing, Dossier dossier) {
        Allocating.take(dossier, lapsing);
        for (Change each : lapsing)
            dossier.lapsed.merge(each.cell(), each.amount().negate(), BigDecimal::add);
    }

    static Opinion approve(ApproveInvoice command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Bill bill = dossier.bills.get(command.invoice());
        if (doubts.when(bill == null, "unknown-invoice") || bill == null) return Opinion.no(doubts);
        BigDecimal disputed = bill.disputed();
        BigDecimal amount = command.amount() == null ? disputed : Sums.pounds(command.amount());
        doubts.when(bill.held || disputed.signum() <= 0, "invoice-not-open");
        another(bill, setting, doubts);
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        doubts.when(amount.compareTo(disputed) > 0, "exceeds-disputed");
        if (doubts.any()) return Opinion.no(doubts);
        return approve(bill, bill.ofOpen(amount), dossier, setting);
    }

    private static Opinion approve(Bill bill, Map<Found, BigDecimal> parts, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        List<Found> lines = new ArrayList<>();
        Map<Found, Custody> payers = new HashMap<>();
        Map<PlanLine, BigDecimal> costs = new LinkedHashMap<>();
        Map<PlanLine, PeriodId> lasts = new HashMap<>();
        Map<Custody, BigDecimal> needed = new LinkedHashMap<>();
        for (Map.Entry<Found, BigDecimal> each : parts.entrySet()) {
            Optional<PlanLine> planned = planned(each.getKey(), dossier);
            if (doubts.when(planned.isEmpty(), "unknown-line") || planned.isEmpty()) continue;
            Custody payer = payer(each.getKey(), planned.get(), dossier);
            Found line = part(each.getKey(), each.getValue(), payer == null, bill, setting);
            lines.add(line);
            PeriodId last = setting.calendar().periodOf(line.service().last()).id();
            costs.merge(planned.get(), line.cost(), BigDecimal::add);
            lasts.merge(planned.get(), last, (one, other) -> one.compareTo(other) > 0 ? one : other);
            if (payer == null) continue;
            payers.put(line, payer);
            needed.merge(payer, line.payable(), BigDecimal::add);
        }
        Headroom look = Headroom.after(List.of(), dossier);
        costs.forEach((line, cost) -> {
            BigDecimal room =
                    look.tightest(line.id(), lasts.get(line), setting.policy().flexPercent(), line.supplier() != null);
            doubts.when(cost.compareTo(room) > 0, "exceeds-headroom");
        });
        needed.forEach((payer, amount) ->
                doubts.when(amount.compareTo(Attributor.spendable(payer.pots, null)) > 0, "account-cannot-afford"));
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures();
        BillPaying payments = new BillPaying(bill, dossier, setting, new Charging(dossier, setting, look));
        payments.of(lines, payers, NIL, figures);
        BigDecimal rest = bill.disputed().subtract(Sums.sum(parts.values()));
        figures.note("document now " + (rest.signum() > 0 ? "PART_APPROVED" : "APPROVED"));
        return Opinion.yes(figures, _ -> {
            bill.settle(parts);
            payments.take();
        });
    }

    /** As the plan of its first day has it now. */
    private static Optional<PlanLine> planned(Found line, Dossier dossier) {
        return dossier.planOn(line.service().first()).flatMap(plan -> plan.line(line.line()));
    }

    private static @Nullable Custody payer(Found line, PlanLine planned, Dossier dossier) {
        AccountId carrier = Costing.carrierOn(
                dossier.course,
                planned.id(),
                planned.supplier() != null,
                line.service().first());
        Custody account = carrier == null ? null : dossier.accounts.get(carrier);
        return account == null || !account.holdsMoney() ? null : account;
    }

    /** So much of a line with its VAT, and its part of the units that nobody has paid for. */
    private static Found part(Found line, BigDecimal amount, boolean byCouncil, Bill bill, Setting setting) {
        BigDecimal points = BigDecimal.valueOf(line.billed().vatBasisPoints());
        boolean recovered = byCouncil && setting.policy().invoicing().recoversVat();
        BigDecimal tax = recovered
                ? amount.multiply(points).divide(points.add(BigDecimal.valueOf(10_000)), 2, RoundingMode.HALF_UP)
                : NIL;
        BigDecimal left = Sums.atLeastNil(line.billed()
                .quantity()
                .quantity()
                .subtract(bill.paidUnits(line.billed().id())));
        BigDecimal units =
                left.multiply(amount).divide(bill.open.get(line.billed().id()), 2, RoundingMode.HALF_UP);
        return new Found(line.billed(), line.line(), line.service(), units, amount.subtract(tax), tax, NIL, NIL);
    }
}
