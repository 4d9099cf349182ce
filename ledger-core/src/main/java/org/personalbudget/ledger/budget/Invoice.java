package org.personalbudget.ledger.budget;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.InvoiceEvent.ApprovedLine;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceApproved;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.invoice.InvoiceCase.Other;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.LineCase.Taken;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.VisitId;

/**
 * An invoice, as far as the next decision needs to know.
 *
 * @param assessed as it went through the rules last
 * @param approved what is paid for, or will be
 * @param disputed what is asked for and not settled
 * @param credited what the supplier took back
 * @param payments what it is paid by
 * @param cleared whether a second person has found that it is no duplicate
 */
record Invoice(
        InvoiceAssessed assessed,
        InvoiceStanding standing,
        Money approved,
        Money disputed,
        Money credited,
        PVector<Invoice.Paying> payments,
        boolean cleared) {

    /**
     * A payment of it.
     *
     * @param lines what it pays for
     * @param tax what of it is VAT that the council recovers, as far as it was not taken back
     * @param rounding likewise
     */
    record Paying(PaymentId payment, List<ApprovedLine> lines, Split tax, Split rounding) {}

    static Invoice entered(InvoiceAssessed event) {
        return new Invoice(
                event, event.standing(), Money.ZERO, event.disputed(), Money.ZERO, TreePVector.empty(), false);
    }

    /** The same after it went through the rules again. */
    Invoice again(InvoiceAssessed event) {
        return new Invoice(event, event.standing(), approved, event.disputed(), credited, payments, cleared);
    }

    Invoice clear() {
        return new Invoice(assessed, standing, approved, disputed, credited, payments, true);
    }

    Invoice pay(InvoiceApproved event) {
        Paying paying = new Paying(event.payment(), event.lines(), event.tax(), event.rounding());
        Money open = disputed.minus(event.settles());
        return new Invoice(
                assessed,
                standingWith(open, approved.plus(event.payable())),
                approved.plus(event.payable()),
                open,
                credited,
                payments.plus(paying),
                cleared);
    }

    /** What it is with so much in dispute and so much approved. */
    private static InvoiceStanding standingWith(Money open, Money paid) {
        if (!open.isPositive()) return InvoiceStanding.APPROVED;
        return paid.isPositive() ? InvoiceStanding.PART_APPROVED : InvoiceStanding.DISPUTED;
    }

    /** Whether it stands in the way of another for the same. */
    boolean stands() {
        return standing != InvoiceStanding.REJECTED && standing != InvoiceStanding.CREDITED;
    }

    Other asOther() {
        Set<VisitId> visits = new HashSet<>();
        assessed.lines().forEach(line -> visits.addAll(line.billed().visits()));
        return new Other(assessed.invoice(), assessed.service(), assessed.gross(), visits);
    }

    List<Taken> taken() {
        return payments.stream()
                .flatMap(paying -> paying.lines().stream())
                .map(line -> new Taken(line.planLine(), line.service(), line.units()))
                .toList();
    }
}
