package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.AccountCannotAfford;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownLine;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceCommand.ApproveInvoice;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.budget.InvoiceRefusal.ExceedsDisputed;
import org.personalbudget.ledger.budget.InvoiceRefusal.UnknownInvoice;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.AssessedLine;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.Units;

/** Somebody pays what is disputed after all: it still has to lie within what the line and the account have. */
final class InvoiceApprovals {

    private static final long WHOLE = 10_000;

    private final Invoice invoice;
    private final Budget budget;
    private final Circumstances at;

    private InvoiceApprovals(Invoice invoice, Budget budget, Circumstances at) {
        this.invoice = invoice;
        this.budget = budget;
        this.at = at;
    }

    static Decision approve(ApproveInvoice command, Budget budget, Circumstances at) {
        Invoice invoice = budget.invoices().find(command.invoice());
        if (invoice == null) return refuse(new UnknownInvoice(command.invoice()));
        Money disputed = invoice.disputed();
        Money amount = command.amount() == null ? disputed : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> InvoiceSettling.open(invoice, disputed.isPositive()),
                () -> InvoiceSettling.anotherPerson(invoice, at),
                () -> positive("amount", amount),
                () -> when(amount.exceeds(disputed), () -> new ExceedsDisputed(command.invoice(), amount, disputed)));
        if (refusal.isPresent()) return refuse(refusal.get());
        return new InvoiceApprovals(invoice, budget, at).approve(command, amount);
    }

    private Decision approve(ApproveInvoice command, Money amount) {
        Map<AssessedLine, Optional<AccountId>> lines = new LinkedHashMap<>();
        for (Invoice.Open part : invoice.partOfOpen(amount)) {
            AssessedLine line = invoice.line(part.line());
            Optional<PlanLine> planned = inPlan(line);
            if (planned.isEmpty()) return refuse(new UnknownLine(requireNonNull(line.planLine())));
            Optional<AccountId> payer = Optional.ofNullable(
                    InvoiceCases.payer(planned.get(), line.service().first(), budget));
            lines.put(part(part.line(), part.amount(), payer.isEmpty()), payer);
        }
        Optional<BudgetRefusal> refusal = first(() -> headroom(lines), () -> funds(lines));
        if (refusal.isPresent()) return refuse(refusal.get());
        InvoiceAssessed its = invoice.assessed();
        Draft draft = new Draft(budget);
        new InvoicePaying(its.invoice(), its.supplier(), its.number(), at).settle(lines, command.reason(), draft);
        return InvoiceSettling.moved(command.invoice(), draft, at);
    }

    private PlanLine planned(AssessedLine line) {
        return inPlan(line).orElseThrow();
    }

    /** The line as the plans have it now: one approved since may have left it out, also of days gone by. */
    private Optional<PlanLine> inPlan(AssessedLine line) {
        return budget.plans().inForceOn(line.service().first()).stream()
                .flatMap(plan -> plan.lines().stream())
                .filter(each -> each.id().equals(line.planLine()))
                .findFirst();
    }

    /** This much of a line with its VAT, and the units it stands for. */
    private AssessedLine part(InvoiceLineId id, Money part, boolean byCouncil) {
        AssessedLine line = invoice.line(id);
        InvoiceLine billed = line.billed();
        boolean recovered = byCouncil && at.policy().invoicing().recoversVat();
        Money tax = recovered
                ? part.timesRatio(billed.vatBasisPoints(), WHOLE + billed.vatBasisPoints(), RoundingMode.HALF_UP)
                : Money.ZERO;
        Money open = invoice.openOf(id);
        long unitsLeft = billed.quantity().hundredths() - invoice.unitsPaid(id);
        Units units = new Units(Money.ofPence(Math.max(unitsLeft, 0))
                .timesRatio(part.pence(), open.pence(), RoundingMode.HALF_UP)
                .pence());
        return new AssessedLine(
                billed, line.planLine(), line.service(), units, part.minus(tax), tax, Money.ZERO, Money.ZERO);
    }

    private Optional<BudgetRefusal> headroom(Map<AssessedLine, Optional<AccountId>> lines) {
        Map<PlanLine, Money> costs = new LinkedHashMap<>();
        Map<PlanLine, PeriodId> lasts = new LinkedHashMap<>();
        for (AssessedLine line : lines.keySet()) {
            PlanLine planned = planned(line);
            PeriodId last = at.calendar().periodOf(line.service().last()).id();
            costs.merge(planned, line.cost(), Money::plus);
            lasts.merge(planned, last, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return costs.entrySet().stream()
                .map(cost -> ProviderPayments.withinHeadroom(
                        cost.getKey(), cost.getValue(), requireNonNull(lasts.get(cost.getKey())), budget, at))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<BudgetRefusal> funds(Map<AssessedLine, Optional<AccountId>> lines) {
        Map<AccountId, Money> needed = new LinkedHashMap<>();
        lines.forEach((line, payer) -> payer.ifPresent(id -> needed.merge(id, line.payable(), Money::plus)));
        return needed.entrySet().stream()
                .map(each -> {
                    Money free = budget.account(each.getKey()).pots().free();
                    return when(
                            each.getValue().exceeds(free),
                            () -> new AccountCannotAfford(each.getKey(), each.getValue(), free));
                })
                .flatMap(Optional::stream)
                .findFirst();
    }
}
