package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.policy.Policy;

/** For how many periods something is unpaid, the oldest being paid first, and when that is told to somebody. */
final class Unpaid {

    private final TreeMap<PeriodId, BigDecimal> dues = new TreeMap<>();
    private final List<BigDecimal> earlier;
    private final Policy policy;
    private int before;
    private int now;
    private boolean anyMore;

    Unpaid(Dossier dossier, Policy policy) {
        dossier.dues.forEach((period, due) -> dues.put(period, due.amount()));
        this.earlier = List.copyOf(dossier.broughtForward.descendingMap().values());
        this.policy = policy;
        this.before = count(dossier.outstanding());
        this.now = before;
    }

    /** What is due for a period is another amount now, and with it what is owed in all. */
    void becomes(PeriodId period, BigDecimal due, BigDecimal outstanding, boolean more) {
        dues.put(period, due);
        now = count(outstanding);
        anyMore |= more;
    }

    /** So much is owed, for the same periods. */
    Unpaid owing(BigDecimal outstanding) {
        now = count(outstanding);
        anyMore = true;
        return this;
    }

    /** All of it is new. */
    Unpaid fromNothing() {
        before = 0;
        anyMore = true;
        return this;
    }

    /** The latest periods are the unpaid ones. */
    private int count(BigDecimal outstanding) {
        int periods = 0;
        BigDecimal left = outstanding;
        List<BigDecimal> latestFirst = new ArrayList<>(dues.descendingMap().values());
        latestFirst.addAll(earlier);
        for (BigDecimal due : latestFirst) {
            if (left.signum() <= 0) break;
            if (due.signum() == 0) continue;
            periods++;
            left = left.subtract(due);
        }
        return periods;
    }

    int periods() {
        return now;
    }

    void name(Answer.Figures figures) {
        if (!anyMore) return;
        if (reached(policy.arrears().alertPeriods())) figures.note("arrears-alert " + now);
        if (reached(policy.arrears().reviewPeriods())) figures.note("arrears-review " + now);
    }

    /** On the way up, in this decision. */
    private boolean reached(int periods) {
        return before < periods && now >= periods;
    }
}
