package org.personalbudget.ledger.budget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.InvoiceEvent.ApprovedLine;
import org.personalbudget.ledger.budget.InvoiceEvent.CreditNoteRecorded;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceApproved;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceDisputed;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceRejected;
import org.personalbudget.ledger.budget.Withdrawal.WithdrawnLine;
import org.personalbudget.ledger.invoice.AssessedLine;
import org.personalbudget.ledger.invoice.InvoiceCase.Other;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.LineCase.Taken;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/**
 * An invoice, as far as the next decision needs to know.
 *
 * @param assessed as it went through the rules last
 * @param open what is asked for and not settled; lines with nothing are left out
 * @param payments what it is paid by
 * @param credited what the supplier took back
 * @param declined what was disputed and will not be paid
 * @param shut whether it is held, or was rejected as a whole
 */
record Invoice(
        InvoiceAssessed assessed,
        List<Invoice.Open> open,
        PVector<Invoice.Paying> payments,
        Money credited,
        Money declined,
        @Nullable InvoiceStanding shut) {

    /** What is not settled of a line. */
    record Open(InvoiceLineId line, Money amount) {}

    /**
     * A payment of it.
     *
     * @param amount what it pays, as far as that was not taken back
     * @param lines what it pays for, with the units
     * @param tax what of it is VAT that the council recovers, as far as that was not taken back
     * @param rounding likewise
     */
    record Paying(PaymentId payment, Money amount, List<ApprovedLine> lines, Split tax, Split rounding) {

        private Paying minus(Money less, Split lessTax, Split lessRounding, List<ApprovedLine> left) {
            return new Paying(payment, amount.minus(less), left, tax.minus(lessTax), rounding.minus(lessRounding));
        }

        private List<ApprovedLine> without(LineId planLine, Money cost) {
            Money all = lines.stream()
                    .filter(line -> line.planLine().equals(planLine))
                    .map(ApprovedLine::cost)
                    .reduce(Money.ZERO, Money::plus);
            return lines.stream()
                    .map(line -> line.planLine().equals(planLine) ? reduced(line, all.minus(cost), all) : line)
                    .toList();
        }

        private static ApprovedLine reduced(ApprovedLine line, Money left, Money of) {
            Money cost = of.isZero()
                    ? Money.ZERO
                    : line.cost().timesRatio(left.pence(), of.pence(), java.math.RoundingMode.HALF_UP);
            Money units = of.isZero()
                    ? Money.ZERO
                    : Money.ofPence(line.units().hundredths())
                            .timesRatio(left.pence(), of.pence(), java.math.RoundingMode.HALF_UP);
            return new ApprovedLine(line.line(), line.planLine(), line.service(), new Units(units.pence()), cost);
        }
    }

    static Invoice entered(InvoiceAssessed event) {
        return new Invoice(event, openOf(event), TreePVector.empty(), Money.ZERO, Money.ZERO, shutBy(event.standing()));
    }

    private static @Nullable InvoiceStanding shutBy(InvoiceStanding standing) {
        boolean shut = standing == InvoiceStanding.HELD || standing == InvoiceStanding.REJECTED;
        return shut ? standing : null;
    }

    /** What the invoice as a whole is off beyond its lines counts with the last of them. */
    private static List<Open> openOf(InvoiceAssessed event) {
        List<Open> open = List.of();
        Money left = event.disputed();
        for (AssessedLine line : event.lines()) {
            Money its = line.disputed().min(left).atLeastZero();
            open = plus(open, line.billed().id(), its);
            left = left.minus(its);
        }
        return plus(open, event.lines().getLast().billed().id(), left.atLeastZero());
    }

    /** The same with so much more, or less, open of a line; nothing is left out. */
    private static List<Open> plus(List<Open> open, InvoiceLineId line, Money amount) {
        List<Open> next = new ArrayList<>();
        Money sum = amount;
        for (Open each : open) {
            if (each.line().equals(line)) sum = sum.plus(each.amount());
            else next.add(each);
        }
        if (sum.isPositive()) next.add(new Open(line, sum));
        return List.copyOf(next);
    }

    InvoiceStanding standing() {
        if (shut != null) return shut;
        boolean pays = approved().isPositive();
        if (disputed().isPositive()) return pays ? InvoiceStanding.PART_APPROVED : InvoiceStanding.DISPUTED;
        if (pays) return InvoiceStanding.APPROVED;
        return credited.isPositive() ? InvoiceStanding.CREDITED : InvoiceStanding.REJECTED;
    }

    /** What is paid for, or will be. */
    Money approved() {
        return payments.stream().map(Paying::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What is asked for and not settled. */
    Money disputed() {
        return open.stream().map(Open::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What a credit note can still take back. */
    Money left() {
        return approved().plus(disputed());
    }

    InvoiceTerms terms() {
        return new InvoiceTerms(
                assessed.issuedOn(),
                assessed.service(),
                assessed.lines().stream().map(AssessedLine::billed).toList(),
                assessed.net(),
                assessed.tax(),
                assessed.gross());
    }

    /** This much of what is disputed, by line, in proportion. */
    List<Open> partOfOpen(Money amount) {
        List<Money> parts = Shares.split(
                amount, open.stream().map(each -> each.amount().pence()).toList());
        List<Open> part = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (!parts.get(i).isZero()) part.add(new Open(open.get(i).line(), parts.get(i)));
        }
        return part;
    }

    /** What is not settled of a line. */
    Money openOf(InvoiceLineId line) {
        return open.stream()
                .filter(each -> each.line().equals(line))
                .map(Open::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** The units of a line that are paid for, in hundredths. */
    long unitsPaid(InvoiceLineId line) {
        return payments.stream()
                .flatMap(paying -> paying.lines().stream())
                .filter(paid -> paid.line().equals(line))
                .mapToLong(paid -> paid.units().hundredths())
                .sum();
    }

    AssessedLine line(InvoiceLineId id) {
        return assessed.lines().stream()
                .filter(line -> line.billed().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Invoice with(List<Open> nowOpen, PVector<Paying> nowPaid) {
        return new Invoice(assessed, nowOpen, nowPaid, credited, declined, shut);
    }

    private List<Open> settled(Money amount) {
        List<Open> left = open;
        for (Open part : partOfOpen(amount))
            left = plus(left, part.line(), part.amount().negated());
        return left;
    }

    Invoice pay(InvoiceApproved event) {
        Paying paying = new Paying(event.payment(), event.payable(), event.lines(), event.tax(), event.rounding());
        return with(settled(event.settles()), payments.plus(paying));
    }

    /** What was withdrawn of a plan line is disputed with the first line that was billed for it. */
    Invoice dispute(InvoiceDisputed event) {
        List<Open> more = open;
        for (Withdrawal each : event.withdrawals()) {
            Money left = each.split().total();
            for (WithdrawnLine line : each.lines()) {
                InvoiceLineId billed = billedFor(line.line());
                more = plus(more, billed, line.split().total());
                left = left.minus(line.split().total());
            }
            more = plus(more, billedFor(each.lines().getLast().line()), left);
        }
        return with(more, withdrawn(event.withdrawals()));
    }

    private InvoiceLineId billedFor(LineId planLine) {
        return assessed.lines().stream()
                .filter(line -> planLine.equals(line.planLine()))
                .map(line -> line.billed().id())
                .findFirst()
                .orElseThrow();
    }

    private PVector<Paying> withdrawn(List<Withdrawal> withdrawals) {
        PVector<Paying> next = payments;
        for (Withdrawal each : withdrawals) {
            for (int i = 0; i < next.size(); i++) {
                if (next.get(i).payment().equals(each.payment())) next = next.with(i, less(next.get(i), each));
            }
        }
        return next;
    }

    private static Paying less(Paying paying, Withdrawal by) {
        Paying left = paying;
        for (WithdrawnLine line : by.lines()) {
            List<ApprovedLine> rest = left.without(line.line(), line.split().total());
            left = left.minus(line.split().total(), Split.NOTHING, Split.NOTHING, rest);
        }
        Money beside = by.tax().plus(by.rounding()).total();
        return left.minus(beside, by.tax(), by.rounding(), left.lines());
    }

    Invoice reject(InvoiceRejected event) {
        InvoiceStanding nowShut = shut == null ? null : InvoiceStanding.REJECTED;
        return new Invoice(
                assessed, settled(event.declined()), payments, credited, declined.plus(event.declined()), nowShut);
    }

    Invoice credit(CreditNoteRecorded event) {
        List<Open> stillOpen = settled(event.againstDispute());
        PVector<Paying> paid = with(stillOpen, payments).withdrawn(event.withdrawals());
        for (CreditNoteRecorded.Refunded each : event.refunds()) {
            for (int i = 0; i < paid.size(); i++) {
                Paying paying = paid.get(i);
                if (!paying.payment().equals(each.payment())) continue;
                paid = paid.with(
                        i,
                        paying.minus(each.cost().plus(each.tax().total()), each.tax(), Split.NOTHING, paying.lines()));
            }
        }
        return new Invoice(assessed, stillOpen, paid, credited.plus(event.gross()), declined, shut);
    }

    /** Whether it stands in the way of another for the same. */
    boolean stands() {
        return standing() != InvoiceStanding.REJECTED && standing() != InvoiceStanding.CREDITED;
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
