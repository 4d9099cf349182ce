package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.personalbudget.ledger.terms.Source;

/** Law 12: a source that is taken below nothing is called out. */
final class Overdraft {

    private Overdraft() {}

    /** By source, how much more is now missing than before. */
    static Map<Source, BigDecimal> worse(Amounts before, Amounts after) {
        Map<Source, BigDecimal> missing = missing(after);
        missing(before).forEach((source, was) -> missing.merge(source, was.negate(), BigDecimal::add));
        missing.values().removeIf(by -> by.signum() <= 0);
        return missing;
    }

    private static Map<Source, BigDecimal> missing(Amounts pots) {
        Map<Source, BigDecimal> result = new EnumMap<>(Source.class);
        pots.each((pot, amount) -> {
            if (amount.signum() < 0) result.merge(pot.source(), amount.negate(), BigDecimal::add);
        });
        return result;
    }
}
