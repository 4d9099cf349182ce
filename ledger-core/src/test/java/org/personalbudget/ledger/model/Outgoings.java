package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/** What was paid for which days, and who bore it: by service period, so that it can be borne otherwise afterwards. */
final class Outgoings {

    /**
     * @param instalment whether it only counts while it is in its account
     * @param service none for what the council bears instead of the person
     * @param gross what the days cost, the person's part and all
     * @param decided how many changes of shares were known then
     */
    record Outgoing(
            @Nullable PaymentId payment,
            @Nullable LineId line,
            boolean instalment,
            @Nullable DateRange service,
            BigDecimal gross,
            Amounts borne,
            int decided) {

        Outgoing less(BigDecimal off, Amounts by) {
            return new Outgoing(
                    payment,
                    line,
                    instalment,
                    service,
                    gross.subtract(off),
                    borne.copy().takeAll(by),
                    decided);
        }
    }

    final Map<PeriodId, List<Outgoing>> paid = new TreeMap<>();
    final Map<PeriodId, Amounts> restated = new HashMap<>();

    Outgoings copy() {
        Outgoings copy = new Outgoings();
        paid.forEach((period, all) -> copy.paid.put(period, new ArrayList<>(all)));
        restated.forEach((period, moved) -> copy.restated.put(period, moved.copy()));
        return copy;
    }

    void add(PeriodId period, Outgoing outgoing) {
        paid.computeIfAbsent(period, _ -> new ArrayList<>()).add(outgoing);
    }

    /** The council bears what the person is to have back. */
    void release(PeriodId period, Funder council, BigDecimal amount) {
        Amounts borne = new Amounts().add(pot(council), amount);
        add(period, new Outgoing(null, null, false, null, Sums.NIL, borne, 0));
    }

    /** Less was paid for a line by a payment: of each stretch of days that it was for, in proportion. */
    void less(PeriodId period, PaymentId payment, @Nullable LineId line, BigDecimal off, Amounts by, Funder lead) {
        List<Outgoing> all = paid.getOrDefault(period, List.of());
        List<Integer> its = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Outgoing each = all.get(i);
            if (payment.equals(each.payment()) && Objects.equals(line, each.line())) its.add(i);
        }
        if (its.isEmpty()) return;
        List<BigDecimal> parts = its.size() == 1
                ? List.of(off)
                : Sums.apportion(off, its.stream().map(i -> all.get(i).gross()).toList());
        Amounts left = by.copy();
        for (int i = 0; i < its.size(); i++) {
            boolean last = i == its.size() - 1;
            Amounts part = last ? left.copy() : Bought.part(left, parts.get(i), lead);
            left.takeAll(part);
            all.set(its.get(i), all.get(its.get(i)).less(parts.get(i), part));
        }
    }

    static Amounts.Pot pot(Funder funder) {
        return new Amounts.Pot(funder, funder.source(), null);
    }
}
