package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.Funder;
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
            boolean instalment,
            @Nullable DateRange service,
            BigDecimal gross,
            Amounts borne,
            int decided) {

        Outgoing less(BigDecimal off, Amounts by) {
            return new Outgoing(
                    payment,
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
        add(period, new Outgoing(null, false, null, Sums.NIL, borne, 0));
    }

    void less(PeriodId period, PaymentId payment, BigDecimal off, Amounts by) {
        List<Outgoing> all = paid.getOrDefault(period, List.of());
        for (int i = 0; i < all.size(); i++) {
            if (payment.equals(all.get(i).payment())) all.set(i, all.get(i).less(off, by));
        }
    }

    static Amounts.Pot pot(Funder funder) {
        return new Amounts.Pot(funder, funder.source(), null);
    }
}
