package org.personalbudget.ops.http.request;

import java.util.Map;
import java.util.TreeMap;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Source;

/** An amount by source, as answers show it; ring-fences of a source are added up. */
public final class SourceSplit {

    private SourceSplit() {}

    public static Map<Source, Money> of(Split split) {
        Map<Source, Money> bySource = new TreeMap<>();
        for (Part part : split.parts()) bySource.merge(part.source(), part.amount(), Money::plus);
        return bySource;
    }
}
