package org.personalbudget.ledger.budget;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;

/** What a provider is paid: authorised line by line, and instructed once. By hand and by invoice it is the same. */
final class Authorising {

    private final Draft draft;
    private final Circumstances at;
    private final List<ProviderPaymentAuthorised> authorised = new ArrayList<>();

    Authorising(Draft draft, Circumstances at) {
        this.draft = draft;
        this.at = at;
    }

    /**
     * What one plan line is charged.
     *
     * @param unitRate the price of one unit that was in force, or null for a price without units
     * @param account the account that pays, or null for the council
     */
    record Order(
            PaymentId payment,
            SupplierId supplier,
            @Nullable InvoiceNumber invoice,
            PlanLine line,
            DateRange service,
            Money amount,
            @Nullable Money unitRate,
            @Nullable Account account) {}

    Authorising authorise(Order order) {
        Budget budget = draft.budget();
        PlanLine line = order.line();
        Account account = order.account();
        ProviderPaymentAuthorised event = new ProviderPaymentAuthorised(
                budget.terms().budget(),
                at.now(),
                order.payment(),
                order.supplier(),
                order.invoice(),
                line.id(),
                line.outcome(),
                line.category(),
                order.service(),
                order.amount(),
                order.unitRate(),
                account == null ? null : account.id(),
                account == null ? null : account.opened().kind(),
                portions(order, budget),
                account == null ? null : at.policy().attribution(),
                budget.lead(),
                at.actor().id());
        Accruing.billed(event, draft, at);
        draft.add(event);
        authorised.add(event);
        return this;
    }

    /** The amount by service period, by days; from an account each part is attributed to what the parts before left. */
    private List<Portion> portions(Order order, Budget budget) {
        DateRange service = order.service();
        List<Period> periods = at.calendar().periodsOver(service);
        List<Money> amounts = Shares.split(
                order.amount(),
                periods.stream()
                        .map(period ->
                                service.overlap(period.dates()).orElseThrow().days())
                        .toList());
        List<Portion> portions = new ArrayList<>();
        Account account = order.account();
        Pots left = account == null ? null : budget.account(account.id()).pots();
        for (int i = 0; i < periods.size(); i++) {
            if (amounts.get(i).isZero()) continue;
            Sharing shares =
                    Sharing.over(service.overlap(periods.get(i).dates()).orElseThrow(), budget);
            Split split = left == null
                    ? shares.split(amounts.get(i))
                    : left.attribute(amounts.get(i), at.policy().attribution(), budget.lead(), null);
            if (left != null) left = left.minus(split);
            portions.add(portion(periods.get(i).id(), order.line(), amounts.get(i), split, shares, budget));
        }
        return portions;
    }

    private static Portion portion(
            PeriodId period, PlanLine line, Money amount, Split split, Sharing shares, Budget budget) {
        // What the line has put into pools is committed too, but not to this order: the pool's own spend releases it.
        Money committed = budget.lines()
                .at(line.id(), period)
                .committed()
                .minus(budget.funding().pooledFor(line.id(), period));
        Money open = line.supplier() == null ? Money.ZERO : committed.atLeastZero();
        Money released = amount.min(open);
        return new Portion(period, split, shares.split(released), shares.split(amount.minus(released)));
    }

    /** Instructs what was authorised, together with what is paid beside it, as one payment. */
    void instruct(Split beside) {
        ProviderPaymentAuthorised first = authorised.getFirst();
        boolean oneLine = authorised.stream()
                        .map(ProviderPaymentAuthorised::line)
                        .distinct()
                        .count()
                == 1;
        Split split = authorised.stream().map(ProviderPaymentAuthorised::split).reduce(Split.NOTHING, Split::plus);
        draft.add(new PaymentInstructed(
                first.payment(),
                at.now(),
                first.budget(),
                PaymentPurpose.PROVIDER,
                first.account() == null ? Channel.BANK : Channel.ACCOUNT,
                first.account(),
                first.kind(),
                first.supplier(),
                first.invoice(),
                oneLine ? first.line() : null,
                last(),
                split.plus(beside),
                first.lead(),
                at.actor().id()));
    }

    /** The last service period that is paid for. */
    PeriodId last() {
        return authorised.stream()
                .flatMap(each -> each.portions().stream())
                .map(Portion::servicePeriod)
                .max(PeriodId::compareTo)
                .orElseThrow();
    }
}
