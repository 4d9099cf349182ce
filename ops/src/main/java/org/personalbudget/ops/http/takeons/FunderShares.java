package org.personalbudget.ops.http.takeons;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ops.http.request.Fields;

/** Shares as a take-on file writes them: {@code LA:70.00|ICB:30.00}, in percent, the lead first. */
final class FunderShares {

    private static final int WHOLE = 10_000;
    private static final List<FunderShare> STAND_IN = List.of(new FunderShare(Funder.LA, WHOLE));

    private FunderShares() {}

    static List<FunderShare> read(Fields fields, String column, @Nullable String text) {
        if (text == null) {
            fields.wrong(column, "missing-field", "is missing");
            return STAND_IN;
        }
        int before = fields.errors().size();
        List<FunderShare> shares = new ArrayList<>();
        Set<Funder> seen = EnumSet.noneOf(Funder.class);
        for (String each : text.split("\\|", -1)) {
            FunderShare share = share(fields, column, each);
            if (!seen.add(share.funder())) fields.wrong(column, "funder-twice", "has " + share.funder() + " twice");
            shares.add(share);
        }
        if (fields.errors().size() > before) return STAND_IN;
        int sum = shares.stream().mapToInt(FunderShare::basisPoints).sum();
        if (sum == WHOLE && shares.stream().allMatch(share -> share.basisPoints() > 0)) return List.copyOf(shares);
        fields.wrong(column, "shares-not-whole", "must be positive shares that add up to 100.00");
        return STAND_IN;
    }

    private static FunderShare share(Fields fields, String column, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            fields.wrong(column, "not-shares", "must be shares such as LA:70.00|ICB:30.00");
            return STAND_IN.getFirst();
        }
        return new FunderShare(
                fields.oneOf(column, text.substring(0, colon), Funder.class),
                fields.percent(column, text.substring(colon + 1)));
    }

    /**
     * A contribution meets the council's share only, and never exceeds it; nobody is asked for one for aftercare, and a carer
     * only where the policy says so.
     */
    static void checkContribution(Fields fields, String column, TakenTerms terms, boolean chargesCarers) {
        Money weekly = terms.contribution();
        if (weekly == null || !fields.errors().isEmpty()) return;
        Optional<Funder> council = terms.chargingCouncil();
        if (weekly.isNegative()) {
            fields.wrong(column, "not-positive", "must not be less than nothing");
        } else if (weekly.isPositive() && whyFree(terms, chargesCarers).isPresent()) {
            fields.wrong(
                    column,
                    "not-chargeable",
                    "must be empty: " + whyFree(terms, chargesCarers).get());
        } else if (council.isPresent()) {
            Money share =
                    Shares.byFunder(terms.weekly(), terms.funders()).byBook().getOrDefault(council.get(), Money.ZERO);
            if (weekly.exceeds(share)) {
                fields.wrong(column, "exceeds-share", "is " + weekly + ", and the council's share " + share);
            }
        }
    }

    /** Why nobody is asked for a contribution to this budget, if nobody is. */
    static Optional<String> whyFree(TakenTerms terms, boolean chargesCarers) {
        if (terms.aftercare()) return Optional.of("aftercare is never charged for");
        if (terms.careGroup() == CareGroup.CARER && !chargesCarers) {
            return Optional.of("the policy charges no carers");
        }
        return terms.chargingCouncil().isPresent() ? Optional.empty() : Optional.of("no council pays for this budget");
    }
}
