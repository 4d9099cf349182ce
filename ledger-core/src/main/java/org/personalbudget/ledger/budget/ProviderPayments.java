package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentHeld;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.DocumentState.Document;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;

/** A provider is paid within the line's headroom and the rate in force, by the council or from an account. */
final class ProviderPayments {

    /** No invoice is for longer: two years, far above any billing cycle. */
    private static final int LONGEST_SERVICE_DAYS = 731;

    private ProviderPayments() {}

    /** The natural key of what is paid: the invoice if there is one, else this request. */
    static PaymentId paymentOf(PayProvider command, Circumstances at) {
        return command.invoice() == null
                ? PaymentId.withoutInvoice(command.budget(), at.command())
                : PaymentId.invoice(command.supplier(), command.invoice());
    }

    static Decision pay(PayProvider command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        if (!(facts.supplier() instanceof Supplier supplier)) return refuse(new UnknownSupplier(command.supplier()));
        PaymentId payment = paymentOf(command, at);
        Optional<BudgetRefusal> refusal = possible(command, budget, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        if (facts.payment() instanceof Payment || isHandedIn(facts)) {
            return refuse(new AlreadyInstructed(payment, command.supplier(), command.invoice()));
        }
        LocalDate first = command.service().first();
        Optional<PlanProposed> plan = budget.plans().inForceOn(first);
        if (plan.isEmpty() || first.isBefore(budget.terms().startsOn())) return refuse(new NoPlanInForce(first));
        Optional<PlanLine> line = plan.get().lines().stream()
                .filter(planned -> planned.id().equals(command.line()))
                .findFirst();
        if (line.isEmpty()) return refuse(new UnknownLine(command.line()));
        return pay(command, payment, line.get(), supplier, budget, at);
    }

    /** What was handed in as an invoice goes through the rules, and is not paid by hand beside them. */
    private static boolean isHandedIn(BudgetFacts facts) {
        return facts.document() instanceof Document document && document.isTaken();
    }

    private static Optional<BudgetRefusal> possible(PayProvider command, Budget budget, Circumstances at) {
        DateRange service = command.service();
        return first(
                () -> positive("amount", command.amount()),
                () -> inTable("serviceFrom", service.first(), at),
                () -> inTable("serviceTo", service.last(), at),
                () -> when(
                        service.days() > LONGEST_SERVICE_DAYS, () -> new ServiceTooLong(service, LONGEST_SERVICE_DAYS)),
                () -> account(command, budget));
    }

    private static Optional<BudgetRefusal> account(PayProvider command, Budget budget) {
        AccountId id = command.account();
        if (id == null) return Optional.empty();
        Account account = budget.accounts().get(id);
        if (account == null) return Optional.of(new UnknownAccount(command.budget(), id));
        AccountKind kind = account.opened().kind();
        return when(!kind.holdsMoney(), () -> new AccountHoldsNoMoney(id, kind));
    }

    private static Decision pay(
            PayProvider command, PaymentId payment, PlanLine line, Supplier supplier, Budget budget, Circumstances at) {
        SupplierId ordered = line.supplier();
        if (ordered != null && !ordered.equals(command.supplier())) {
            return refuse(new SupplierNotOfLine(line.id(), ordered, command.supplier()));
        }
        ProviderRate rate = new ProviderRate(command, line, supplier, at.policy());
        Optional<BudgetRefusal> refusal = first(() -> paidFor(command.service(), line, budget, at), rate::refusal);
        if (refusal.isPresent()) return refuse(refusal.get());
        if (!Necessity.covers(
                command.payee(), command.service().first(), command.service().last(), budget)) {
            return accept(held(command, payment, at));
        }
        Draft draft = new Draft(budget);
        PeriodId last = at.calendar().periodOf(command.service().last()).id();
        Allocation.reach(last, draft, at);
        Optional<BudgetRefusal> broke =
                first(() -> headroom(command, line, last, draft.budget(), at), () -> affordable(command, budget));
        if (broke.isPresent()) return refuse(broke.get());
        return authorise(command, payment, line, rate.inForce(), draft, at);
    }

    /** Every day of the service is one that the line is paid for, as for an invoice. */
    private static Optional<BudgetRefusal> paidFor(DateRange service, PlanLine line, Budget budget, Circumstances at) {
        Lifecycle life = budget.lifecycle();
        LocalDate last = service.last();
        boolean settles = at.policy().changing().finalLiabilities().contains(line.category());
        return first(
                () -> when(
                        !settles && life.hasEndedBefore(last),
                        () -> new ChangeRefusal.BudgetHasEnded(life.lastDayOr(last))),
                () -> service.first()
                        .datesUntil(last.plusDays(1))
                        .filter(day -> life.withholds(line.id(), day))
                        .findFirst()
                        .map(day -> new ChangeRefusal.LineSuspended(line.id(), day)));
    }

    private static ProviderPaymentHeld held(PayProvider command, PaymentId payment, Circumstances at) {
        return new ProviderPaymentHeld(
                command.budget(),
                at.now(),
                payment,
                command.supplier(),
                command.line(),
                command.service(),
                command.amount(),
                command.payee(),
                List.of(SpendReason.NECESSITY_NOT_DECIDED));
    }

    private static Optional<BudgetRefusal> headroom(
            PayProvider command, PlanLine line, PeriodId last, Budget budget, Circumstances at) {
        return withinHeadroom(line, command.amount(), last, budget, at);
    }

    /** Law 5. */
    static Optional<BudgetRefusal> withinHeadroom(
            PlanLine line, Money amount, PeriodId last, Budget budget, Circumstances at) {
        Headroom headroom = tightest(line, last, budget, at);
        Money available = available(line, headroom);
        return when(
                amount.exceeds(available),
                () -> new ExceedsHeadroom(
                        line.id(),
                        amount,
                        available,
                        headroom.figures().allocated(),
                        headroom.figures().committed(),
                        headroom.figures().consumed(),
                        headroom.flex()));
    }

    /** What may still be paid for a line to the end of a service period; what was ordered is there for its order. */
    static Money headroom(PlanLine line, PeriodId last, Budget budget, Circumstances at) {
        return available(line, tightest(line, last, budget, at));
    }

    private static Headroom tightest(PlanLine line, PeriodId last, Budget budget, Circumstances at) {
        return line.supplier() != null
                ? Headroom.ofItsOrder(line.id(), last, budget, at.policy())
                : Headroom.of(line.id(), last, budget, at.policy());
    }

    private static Money available(PlanLine line, Headroom headroom) {
        return line.supplier() != null ? headroom.availableToItsOrder() : headroom.available();
    }

    private static Optional<BudgetRefusal> affordable(PayProvider command, Budget budget) {
        AccountId id = command.account();
        if (id == null) return Optional.empty();
        Account account = budget.accounts().get(id);
        Money free = account == null ? Money.ZERO : account.pots().free();
        return when(command.amount().exceeds(free), () -> new AccountCannotAfford(id, command.amount(), free));
    }

    private static Decision authorise(
            PayProvider command,
            PaymentId payment,
            PlanLine line,
            @Nullable Money unitRate,
            Draft draft,
            Circumstances at) {
        Account account = command.account() == null ? null : draft.budget().account(command.account());
        new Authorising(draft, at)
                .authorise(new Authorising.Order(
                        payment,
                        command.supplier(),
                        command.invoice(),
                        line,
                        command.service(),
                        command.amount(),
                        unitRate,
                        account))
                .instruct(Split.NOTHING);
        return draft.accepted();
    }
}
