package org.personalbudget.ledger.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.policy.RiskTier;

/** When a budget is looked at again, and how closely: what the model remembers of it. */
final class Watch {

    /** A review that was held on a day. */
    record Held(ReviewKind kind, LocalDate on) {}

    final List<Held> held = new ArrayList<>();
    final Map<ReviewKind, LocalDate> next = new EnumMap<>(ReviewKind.class);

    /** How often a source was overdrawn, and a line overspent. */
    int overdrawn;

    int overspent;

    @Nullable
    RiskTier tier;

    /** Counts what was called out in an answer that both agreed on. */
    void hear(Answer.Yes said) {
        for (String figure : said.figures().keySet()) {
            if (figure.startsWith("overdrawn ")) overdrawn++;
            if (figure.startsWith("overspent ")) overspent++;
        }
    }

    /** The last day on which a clock's reviews were held; a reassessment is one of the plan's. */
    LocalDate last(ReviewKind clock) {
        LocalDate last = LocalDate.MIN;
        for (Held each : held) {
            if (clockOf(each.kind()) == clock && each.on().isAfter(last)) last = each.on();
        }
        return last;
    }

    static ReviewKind clockOf(ReviewKind kind) {
        return kind == ReviewKind.REASSESSMENT ? ReviewKind.PLAN : kind;
    }
}
