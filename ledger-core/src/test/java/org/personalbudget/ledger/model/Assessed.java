package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.model.Bill.Found;
import org.personalbudget.ledger.model.BilledLine.InOrder;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.policy.Invoicing;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.VisitId;

/** What the rules for invoices find, one after the other: all that is wrong, and what is in order. */
final class Assessed {

    private final Bill bill;
    private final Dossier dossier;
    private final Setting setting;
    private final Invoicing rules;
    private final Headroom look;
    private final List<BilledLine> lines = new ArrayList<>();
    /** What was said, by code and line; and of that what refuses, holds or disputes. */
    private final Set<String> said = new LinkedHashSet<>();

    private boolean refuses;
    private boolean holds;
    private boolean disputes;
    final List<Found> found = new ArrayList<>();
    final Map<Found, Custody> payers = new HashMap<>();
    BigDecimal beside = NIL;
    InvoiceStanding standing = InvoiceStanding.REJECTED;

    /** @param cleared whether a second person has found that it is no duplicate */
    Assessed(Bill bill, boolean cleared, Dossier dossier, Setting setting, ProviderRules.Prices prices, Headroom look) {
        this.bill = bill;
        this.dossier = dossier;
        this.setting = setting;
        this.rules = setting.policy().invoicing();
        this.look = look;
        for (InvoiceLine each : bill.terms.lines()) {
            lines.add(new BilledLine(each, bill, dossier, setting, prices));
        }
        if (!cleared) duplicates();
        for (BilledLine each : lines) each.order(this);
        if (!refuses) for (BilledLine each : lines) each.days(this);
        if (!refuses) inOrder();
        if (refuses) nothing();
    }

    void say(String effect, String code, @Nullable BilledLine line) {
        said.add(code + " " + (line == null ? "-" : line.billed.id()) + " " + effect);
        refuses |= effect.equals("REJECTS");
        holds |= effect.equals("HOLDS");
        disputes |= effect.equals("DISPUTES");
    }

    private void nothing() {
        found.clear();
        beside = NIL;
        for (BilledLine each : lines) {
            found.add(new Found(each.billed, each.lineId(), each.service, NIL, NIL, NIL, NIL, NIL));
        }
        standing = InvoiceStanding.REJECTED;
    }

    /** The same supplier for the same person: overlapping days and nearly the same amount, or the same visits. */
    private void duplicates() {
        Set<VisitId> visits = visitsOf(bill);
        for (Bill other : dossier.bills.values()) {
            boolean comparable =
                    !other.id().equals(bill.id()) && other.supplier.equals(bill.supplier) && other.stands();
            if (!comparable) continue;
            boolean sameDays =
                    other.terms.service().overlap(bill.terms.service()).isPresent();
            BigDecimal apart = Sums.pounds(other.terms.gross())
                    .subtract(Sums.pounds(bill.terms.gross()))
                    .abs();
            boolean like = sameDays && apart.compareTo(Sums.PENNY) <= 0;
            if (like || !Collections.disjoint(visits, visitsOf(other))) say("HOLDS", "PROBABLE_DUPLICATE", null);
        }
    }

    static Set<VisitId> visitsOf(Bill bill) {
        Set<VisitId> visits = new HashSet<>();
        bill.terms.lines().forEach(line -> visits.addAll(line.visits()));
        return visits;
    }

    private void inOrder() {
        List<InOrder> drafts = new ArrayList<>();
        List<Bill.Used> before = new ArrayList<>();
        for (BilledLine each : lines) {
            InOrder draft = each.inOrder(before, this);
            drafts.add(draft);
            before.add(new Bill.Used(each.billed.id(), each.lineId(), each.service, draft.units()));
        }
        for (BilledLine each : lines) if (!fits(each)) say("REJECTS", "VAT_DOES_NOT_FIT", each);
        if (refuses) return;
        List<BigDecimal> nets =
                lines.stream().map(each -> Sums.pounds(each.billed.net())).toList();
        List<BigDecimal> taxes = vat(nets);
        totals(nets, taxes);
        if (refuses) return;
        tolerate(drafts);
        cost(drafts, nets, taxes);
    }

    /** Only what may be taxed bears VAT, and that at the standard rate. */
    private boolean fits(BilledLine line) {
        if (line.billed.vat() != VatCategory.STANDARD) return line.billed.vatBasisPoints() == 0;
        return line.billed.vatBasisPoints() == rules.standardVat()
                && rules.taxable().contains(line.category());
    }

    /** Worked out once for each category and rate, and shared between its lines. */
    private List<BigDecimal> vat(List<BigDecimal> amounts) {
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            InvoiceLine billed = lines.get(i).billed;
            kinds.computeIfAbsent(billed.vat() + " " + billed.vatBasisPoints(), _ -> new ArrayList<>())
                    .add(i);
        }
        List<BigDecimal> taxes = new ArrayList<>(Collections.nCopies(amounts.size(), NIL));
        for (List<Integer> kind : kinds.values()) {
            List<BigDecimal> bases = kind.stream().map(amounts::get).toList();
            BigDecimal rate =
                    BigDecimal.valueOf(lines.get(kind.getFirst()).billed.vatBasisPoints(), 4);
            BigDecimal tax = Sums.sum(bases).multiply(rate).setScale(2, RoundingMode.HALF_UP);
            if (tax.signum() == 0) continue;
            List<BigDecimal> parts = Sums.apportion(tax, bases);
            for (int i = 0; i < kind.size(); i++) taxes.set(kind.get(i), parts.get(i));
        }
        return taxes;
    }

    private BigDecimal tolerance() {
        BigDecimal share = Sums.pounds(bill.terms.gross())
                .multiply(BigDecimal.valueOf(rules.invoiceToleranceShare(), 4))
                .setScale(2, RoundingMode.DOWN);
        return Sums.atLeastNil(share).min(Sums.pounds(rules.invoiceTolerance()));
    }

    private void totals(List<BigDecimal> nets, List<BigDecimal> taxes) {
        BigDecimal net = Sums.pounds(bill.terms.net());
        BigDecimal tax = Sums.pounds(bill.terms.tax());
        BigDecimal gross = Sums.pounds(bill.terms.gross());
        BigDecimal all = Sums.sum(nets).add(Sums.sum(taxes));
        boolean addsUp = near(net, Sums.sum(nets))
                && near(tax, Sums.sum(taxes))
                && near(gross, all)
                && near(gross, net.add(tax));
        if (!addsUp) say("REJECTS", "TOTALS_DO_NOT_ADD_UP", null);
        else beside = gross.subtract(all);
    }

    private boolean near(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(tolerance()) <= 0;
    }

    /** What lines are off, and what the whole is off beside them, may not add up to too much. */
    private void tolerate(List<InOrder> drafts) {
        BigDecimal off = beside;
        for (InOrder each : drafts) off = off.add(each.rounding());
        if (off.abs().compareTo(tolerance()) <= 0) return;
        say("DISPUTES", "EXCEEDS_TOLERANCE", null);
        drafts.replaceAll(each ->
                new InOrder(each.units(), each.net().min(each.net().add(each.rounding())), NIL));
    }

    private void cost(List<InOrder> drafts, List<BigDecimal> nets, List<BigDecimal> taxes) {
        List<BigDecimal> paidTaxes =
                vat(drafts.stream().map(each -> each.net().add(each.rounding())).toList());
        Map<LineId, BigDecimal> used = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            BigDecimal asked = nets.get(i).add(taxes.get(i));
            Found line = cost(lines.get(i), drafts.get(i), paidTaxes.get(i), asked, used);
            found.add(line);
            Custody payer = lines.get(i).payer();
            if (payer != null) payers.put(line, payer);
        }
        boolean whole = !disputes;
        if (!whole) beside = NIL;
        PeriodId earliest = lines.stream()
                .map(each -> setting.calendar().periodOf(each.service.first()).id())
                .min(PeriodId::compareTo)
                .orElseThrow();
        boolean late =
                earliest.compareTo(setting.calendar().periodOf(setting.today()).id()) < 0;
        if (late) say("NOTES", "PRIOR_PERIOD", null);
        if (beside.signum() != 0) say("NOTES", "WITHIN_TOLERANCE", null);
        funds();
        if (holds) standing = InvoiceStanding.HELD;
        else if (payable().signum() <= 0) standing = InvoiceStanding.DISPUTED;
        else standing = whole ? InvoiceStanding.APPROVED : InvoiceStanding.PART_APPROVED;
    }

    /** VAT that the council gets back is no cost; a line costs no more than its plan line has left (law 5). */
    private Found cost(BilledLine line, InOrder draft, BigDecimal tax, BigDecimal asked, Map<LineId, BigDecimal> used) {
        boolean recovered = rules.recoversVat() && line.payer() == null;
        BigDecimal cost = recovered ? draft.net() : draft.net().add(tax);
        BigDecimal back = recovered ? tax : NIL;
        BigDecimal rounding = draft.rounding();
        BigDecimal left = Sums.atLeastNil(line.room(look).subtract(used.getOrDefault(line.lineId(), NIL)));
        if (cost.compareTo(left) > 0) {
            say("DISPUTES", "EXCEEDS_HEADROOM", line);
            cost = left;
            BigDecimal rate = BigDecimal.valueOf(line.billed.vatBasisPoints(), 4);
            back = recovered ? left.multiply(rate).setScale(2, RoundingMode.HALF_UP) : NIL;
            rounding = NIL;
        }
        used.merge(line.lineId(), cost, BigDecimal::add);
        BigDecimal disputed =
                Sums.atLeastNil(asked.subtract(cost).subtract(back).subtract(rounding));
        return new Found(line.billed, line.lineId(), line.service, draft.units(), cost, back, rounding, disputed);
    }

    private void funds() {
        Map<Custody, BigDecimal> needed = new LinkedHashMap<>();
        for (Found each : found) {
            Custody payer = payers.get(each);
            BigDecimal also = each == found.getLast() ? beside : NIL;
            if (payer != null) needed.merge(payer, each.payable().add(also), BigDecimal::add);
        }
        needed.forEach((payer, amount) -> {
            boolean poor = amount.compareTo(Attributor.spendable(payer.pots, null)) > 0;
            if (poor) say("HOLDS", "ACCOUNT_CANNOT_AFFORD", null);
        });
    }

    private BigDecimal payable() {
        BigDecimal sum = beside;
        for (Found each : found) sum = sum.add(each.payable());
        return sum;
    }

    boolean pays() {
        return standing == InvoiceStanding.APPROVED || standing == InvoiceStanding.PART_APPROVED;
    }

    BigDecimal approved() {
        return pays() ? payable() : NIL;
    }

    BigDecimal disputed() {
        boolean open = pays() || standing == InvoiceStanding.DISPUTED;
        return open ? Sums.pounds(bill.terms.gross()).subtract(approved()) : NIL;
    }

    void name(Answer.Figures figures) {
        figures.note("invoice " + standing);
        said.forEach(each -> figures.note("found " + each));
        for (Found each : found) {
            String line = " of line " + each.billed().id();
            figures.add("in order" + line, each.units()).add("costs" + line, each.cost());
            figures.add("recovered" + line, each.tax()).add("rounded" + line, each.rounding());
            figures.add("not in order" + line, each.disputed());
        }
        figures.add("to pay", approved()).add("not to pay", disputed()).note("due on " + bill.dueOn);
    }

    /** The days of a line, for who looks at each of them. */
    static List<LocalDate> daysOf(DateRange service) {
        return service.first().datesUntil(service.last().plusDays(1)).toList();
    }
}
