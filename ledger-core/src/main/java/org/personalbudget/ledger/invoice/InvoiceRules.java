package org.personalbudget.ledger.invoice;

import static org.personalbudget.ledger.invoice.Effect.*;
import static org.personalbudget.ledger.invoice.ReasonCode.*;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.invoice.InvoiceCase.Other;
import org.personalbudget.ledger.invoice.LineCase.Taken;
import org.personalbudget.ledger.invoice.Reason.AmountFigures;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.VisitId;

/**
 * The rules that every invoice goes through, in order: duplicates, party and order, period, rate, quantity, VAT, totals,
 * tolerances, headroom, funds, prior period. The first that rejects ends it; what the others find is collected.
 */
public final class InvoiceRules {

    private static final long WHOLE = 10_000;
    private static final long A_PENNY = 1;

    private final InvoiceCase it;
    private final List<Reason> reasons = new ArrayList<>();

    private InvoiceRules(InvoiceCase it) {
        this.it = it;
    }

    public static Assessment assess(InvoiceCase it) {
        return new InvoiceRules(it).assess();
    }

    private Assessment assess() {
        if (!it.cleared()) duplicates();
        orders();
        if (rejected()) return nothing();
        periods();
        if (rejected()) return nothing();
        List<LineDraft> drafts = priced();
        vat();
        if (rejected()) return nothing();
        Money beside = totals();
        if (rejected()) return nothing();
        drafts = tolerated(drafts, beside);
        return assessed(drafts, beside);
    }

    private boolean rejected() {
        return reasons.stream().anyMatch(reason -> reason.effect() == REJECTS);
    }

    private Assessment nothing() {
        List<AssessedLine> lines =
                it.lines().stream().map(InvoiceRules::refused).toList();
        return new Assessment(InvoiceStanding.REJECTED, reasons, lines, Money.ZERO);
    }

    private static AssessedLine refused(LineCase line) {
        var none = new org.personalbudget.ledger.terms.Units(0);
        return new AssessedLine(
                line.billed(), line.planLine(), line.service(), none, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    private void duplicates() {
        Set<VisitId> visits = new HashSet<>();
        it.terms().lines().forEach(line -> visits.addAll(line.visits()));
        for (Other other : it.others()) {
            boolean sameVisits = !Collections.disjoint(visits, other.visits());
            boolean sameDays = other.service().overlap(it.terms().service()).isPresent();
            long apart = Math.abs(other.gross().minus(it.terms().gross()).pence());
            if (sameVisits || (sameDays && apart <= A_PENNY)) {
                reasons.add(Reason.of(PROBABLE_DUPLICATE, HOLDS)
                        .about(other.gross())
                        .beside(other.invoice()));
            }
        }
    }

    private void orders() {
        for (LineCase line : it.lines()) {
            ReasonCode fault = line.fault();
            if (fault != null) {
                reasons.add(Reason.of(fault, REJECTS, line.billed().id())
                        .on(line.service().first(), (int) line.service().days()));
            } else if (!line.ordered()) {
                reasons.add(Reason.of(NOT_ORDERED, NOTES, line.billed().id()));
            }
        }
    }

    /** A line none of whose days is paid for rejects; other such days are only not paid for. */
    private void periods() {
        for (LineCase line : it.lines()) {
            Map<ReasonCode, List<ServiceDay>> faults = new EnumMap<>(ReasonCode.class);
            for (ServiceDay day : line.days()) {
                ReasonCode fault = day.fault();
                if (fault != null)
                    faults.computeIfAbsent(fault, _ -> new ArrayList<>()).add(day);
            }
            boolean none = line.days().stream().noneMatch(ServiceDay::isPayable);
            faults.forEach((fault, days) -> reasons.add(
                    Reason.of(fault, none ? REJECTS : DISPUTES, line.billed().id())
                            .on(days.getFirst().on(), days.size())));
        }
    }

    private List<LineDraft> priced() {
        List<LineDraft> drafts = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (LineCase line : it.lines()) {
            LineRules rules = new LineRules(line, it);
            LineDraft draft = rules.price(taken);
            reasons.addAll(rules.reasons());
            drafts.add(draft);
            LineId planLine = line.planLine();
            if (planLine != null) taken.add(new Taken(planLine, line.service(), draft.units()));
        }
        return drafts;
    }

    private void vat() {
        for (LineCase line : it.lines()) {
            InvoiceLine billed = line.billed();
            var category = line.category();
            if (category != null && !Vat.fits(billed, category, it.rules())) {
                reasons.add(Reason.of(VAT_DOES_NOT_FIT, REJECTS, billed.id()).about(billed.net()));
            }
        }
    }

    /** What the invoice asks for beside what its lines and their VAT add up to. */
    private Money totals() {
        InvoiceTerms terms = it.terms();
        List<Money> nets = terms.lines().stream().map(InvoiceLine::net).toList();
        Money net = nets.stream().reduce(Money.ZERO, Money::plus);
        Money tax = Vat.total(terms.lines(), nets);
        Money tolerance = tolerance();
        for (Money[] pair : new Money[][] {
            {terms.net(), net},
            {terms.tax(), tax},
            {terms.gross(), net.plus(tax)},
            {terms.gross(), terms.net().plus(terms.tax())}
        }) {
            if (Math.abs(pair[0].minus(pair[1]).pence()) <= tolerance.pence()) continue;
            reasons.add(Reason.of(TOTALS_DO_NOT_ADD_UP, REJECTS).with(new AmountFigures(pair[0], pair[1], tolerance)));
            return Money.ZERO;
        }
        return terms.gross().minus(net.plus(tax));
    }

    /** The lower of the amount and the share that the policy tolerates. */
    private Money tolerance() {
        Money share = it.terms().gross().timesRatio(it.rules().invoiceToleranceShare(), WHOLE, RoundingMode.DOWN);
        return share.atLeastZero().min(it.rules().invoiceTolerance());
    }

    private List<LineDraft> tolerated(List<LineDraft> drafts, Money beside) {
        Money off = drafts.stream().map(LineDraft::rounding).reduce(beside, Money::plus);
        if (Math.abs(off.pence()) <= tolerance().pence()) return drafts;
        reasons.add(Reason.of(EXCEEDS_TOLERANCE, DISPUTES).with(new AmountFigures(off, null, tolerance())));
        return drafts.stream().map(LineDraft::unrounded).toList();
    }

    private Assessment assessed(List<LineDraft> drafts, Money beside) {
        List<Money> taxes = Vat.on(
                drafts.stream().map(LineDraft::billed).toList(),
                drafts.stream().map(LineDraft::paid).toList());
        List<AssessedLine> lines = new ArrayList<>();
        Map<LineId, Money> used = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) lines.add(withinHeadroom(drafts.get(i), taxes.get(i), used));
        boolean whole = reasons.stream().noneMatch(reason -> reason.effect() == DISPUTES);
        Money rounding = whole ? beside : Money.ZERO;
        priorPeriod();
        if (whole && !beside.isZero()) {
            reasons.add(Reason.of(WITHIN_TOLERANCE, NOTES).with(new AmountFigures(beside, null, tolerance())));
        }
        funds(lines, rounding);
        Assessment found = new Assessment(InvoiceStanding.HELD, reasons, lines, rounding);
        return new Assessment(standing(found, whole), reasons, lines, rounding);
    }

    private InvoiceStanding standing(Assessment found, boolean whole) {
        if (reasons.stream().anyMatch(reason -> reason.effect() == HOLDS)) return InvoiceStanding.HELD;
        if (!found.payable().isPositive()) return InvoiceStanding.DISPUTED;
        return whole ? InvoiceStanding.APPROVED : InvoiceStanding.PART_APPROVED;
    }

    /** Law 5: a line costs no more than its plan line has left after the lines before it. */
    private AssessedLine withinHeadroom(LineDraft draft, Money tax, Map<LineId, Money> used) {
        LineCase line = draft.line();
        boolean recovered = it.rules().recoversVat() && line.payer() == null;
        Money cost = recovered ? draft.net() : draft.net().plus(tax);
        LineId planLine = line.planLine();
        Money headroom = line.headroom();
        if (planLine == null || headroom == null)
            throw new IllegalStateException("a line without an order is rejected");
        Money left = headroom.minus(used.getOrDefault(planLine, Money.ZERO)).atLeastZero();
        Money asked = grossOf(line);
        if (cost.exceeds(left)) {
            reasons.add(Reason.of(EXCEEDS_HEADROOM, DISPUTES, line.billed().id())
                    .with(new AmountFigures(cost.minus(left), left, null)));
            Money less = recovered
                    ? left.timesRatio(line.billed().vatBasisPoints(), WHOLE, RoundingMode.HALF_UP)
                    : Money.ZERO;
            used.merge(planLine, left, Money::plus);
            return assessedLine(draft, left, less, Money.ZERO, asked);
        }
        used.merge(planLine, cost, Money::plus);
        return assessedLine(draft, cost, recovered ? tax : Money.ZERO, draft.rounding(), asked);
    }

    private static AssessedLine assessedLine(LineDraft draft, Money cost, Money tax, Money rounding, Money asked) {
        Money disputed = asked.minus(cost).minus(tax).minus(rounding).atLeastZero();
        LineCase line = draft.line();
        return new AssessedLine(
                draft.billed(), line.planLine(), line.service(), draft.units(), cost, tax, rounding, disputed);
    }

    /** What a line asks for with its VAT. */
    private Money grossOf(LineCase line) {
        List<InvoiceLine> lines = it.terms().lines();
        List<Money> taxes = Vat.on(lines, lines.stream().map(InvoiceLine::net).toList());
        return line.billed().net().plus(taxes.get(lines.indexOf(line.billed())));
    }

    private void priorPeriod() {
        if (it.servicePeriod().compareTo(it.postingPeriod()) < 0) {
            reasons.add(Reason.of(PRIOR_PERIOD, NOTES).about(it.servicePeriod()));
        }
    }

    private void funds(List<AssessedLine> lines, Money rounding) {
        Map<AccountId, Money> needed = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            AccountId payer = it.lines().get(i).payer();
            if (payer == null) continue;
            Money also = i == lines.size() - 1 ? rounding : Money.ZERO;
            needed.merge(payer, lines.get(i).payable().plus(also), Money::plus);
        }
        needed.forEach((payer, amount) -> {
            Money free = it.funds().getOrDefault(payer, Money.ZERO);
            if (amount.exceeds(free)) {
                reasons.add(Reason.of(ACCOUNT_CANNOT_AFFORD, HOLDS).with(new AmountFigures(amount, free, null)));
            }
        });
    }
}
