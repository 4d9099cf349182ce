package org.personalbudget.ledger.budget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetEvent.CommitmentsPlaced;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceEvent.LapsedOrder;
import org.personalbudget.ledger.budget.Withdrawal.WithdrawnLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.invoice.AssessedLine;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;

/** What was ordered and turns out not to be paid for is ordered no more; what is only disputed stays ordered. */
final class Orders {

    private final Budget budget;
    private final Circumstances at;

    Orders(Budget budget, Circumstances at) {
        this.budget = budget;
        this.at = at;
    }

    /** By line and service period, what of an order these parts of an invoice were for, as far as it is still open. */
    List<LapsedOrder> lapsing(Invoice invoice, List<Invoice.Open> parts) {
        List<LapsedOrder> lapsing = new ArrayList<>();
        Map<LineBook.Key, Money> left = new HashMap<>();
        for (Invoice.Open part : parts) {
            AssessedLine line = invoice.line(part.line());
            if (line.planLine() == null) continue;
            DateRange service = line.service();
            List<Period> periods = at.calendar().periodsOver(service);
            List<Money> amounts = Shares.split(
                    part.amount(),
                    periods.stream()
                            .map(period -> service.overlap(period.dates())
                                    .orElseThrow()
                                    .days())
                            .toList());
            for (int i = 0; i < periods.size(); i++) {
                var key = new LineBook.Key(line.planLine(), periods.get(i).id());
                // Several lines of an invoice may be for the same order, which lapses once.
                Money open = left.computeIfAbsent(key, this::ordered);
                Money lapsed = amounts.get(i).min(open);
                if (!lapsed.isPositive()) continue;
                lapsing.add(new LapsedOrder(line.planLine(), key.period(), lapsed));
                left.put(key, open.minus(lapsed));
            }
        }
        return lapsing;
    }

    private Money ordered(LineBook.Key key) {
        return budget.lines().shared(key.line(), key.period()).committed().total();
    }

    /** What was authorised and is taken back for good is not ordered again either. */
    static List<LapsedOrder> lapsing(List<Withdrawal> withdrawals) {
        return withdrawals.stream()
                .flatMap(each -> each.lines().stream())
                .flatMap(line -> line.portions().stream()
                        .map(portion -> new LapsedOrder(
                                line.line(),
                                portion.servicePeriod(),
                                portion.consumed().total())))
                .toList();
    }

    /** Releases what was committed for it. */
    static void release(List<LapsedOrder> lapsed, Draft draft, Circumstances at) {
        List<LineAmount> released = new ArrayList<>();
        Map<LineBook.Key, Split> left = new HashMap<>();
        Budget budget = draft.budget();
        for (LapsedOrder order : lapsed) {
            var key = new LineBook.Key(order.line(), order.period());
            Split committed = left.computeIfAbsent(
                    key,
                    each -> budget.lines().shared(each.line(), each.period()).committed());
            Split less = committed.part(order.amount(), budget.lead());
            left.put(key, committed.minus(less));
            released.add(amount(order, less.negated(), budget, at));
        }
        place(released, draft, at);
    }

    /** What is not paid for the time being is committed again, where it was ordered. */
    static void renew(List<Withdrawal> withdrawals, Draft draft, Circumstances at) {
        List<LineAmount> renewed = new ArrayList<>();
        for (Withdrawal each : withdrawals) {
            for (WithdrawnLine line : each.lines()) renewed.addAll(renewed(line, draft.budget(), at));
        }
        place(renewed, draft, at);
    }

    private static List<LineAmount> renewed(WithdrawnLine line, Budget budget, Circumstances at) {
        List<LineAmount> renewed = new ArrayList<>();
        for (RefundPortion portion : line.portions()) {
            Money all = portion.consumed().total();
            LineAmount amount =
                    amount(new LapsedOrder(line.line(), portion.servicePeriod(), all), portion.consumed(), budget, at);
            if (amount.supplier() != null) renewed.add(amount);
        }
        return renewed;
    }

    private static LineAmount amount(LapsedOrder order, Split split, Budget budget, Circumstances at) {
        Period period = at.calendar().period(order.period());
        Optional<PlanLine> line = budget.plans().line(order.line(), period.dates());
        return new LineAmount(
                at.now(),
                order.period(),
                order.line(),
                line.map(PlanLine::outcome).orElse(null),
                line.map(PlanLine::supplier).orElse(null),
                split);
    }

    private static void place(List<LineAmount> amounts, Draft draft, Circumstances at) {
        List<LineAmount> some = amounts.stream()
                .filter(amount -> !amount.split().parts().isEmpty())
                .toList();
        if (some.isEmpty()) return;
        PlanProposed plan = draft.budget().plans().approvals().getLast();
        draft.add(new CommitmentsPlaced(draft.budget().terms().budget(), at.now(), plan.version(), some));
        Accruing.ordered(some, draft, at);
    }
}
