package org.personalbudget.ledger.bulkchange;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.bulkchange.BulkChangeCommand.OrderBulkChange;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent.BulkChangeOrdered;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.*;
import org.personalbudget.ledger.bulkchange.BulkChangeState.Batch;
import org.personalbudget.ledger.bulkchange.BulkChangeState.NoBatch;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.money.Money;

/** Bulk changes: what a batch does is fixed once, by the batch's name, before any budget is touched. */
public final class BulkChangeFeature
        implements Feature<BulkChangeCommand, BulkChangeState, BulkChangeEvent, Circumstances> {

    private static final int WHOLE = 10_000;

    @Override
    public String category() {
        return "bulk-change";
    }

    @Override
    public Class<BulkChangeCommand> commands() {
        return BulkChangeCommand.class;
    }

    @Override
    public Class<BulkChangeEvent> events() {
        return BulkChangeEvent.class;
    }

    @Override
    public BulkChangeState initial() {
        return new NoBatch();
    }

    @Override
    public Circumstances gather(BulkChangeCommand command, BulkChangeState state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(BulkChangeCommand command, BulkChangeState state, Circumstances at) {
        return switch (command) {
            case OrderBulkChange order -> order(order, state, at);
        };
    }

    private static Decision order(OrderBulkChange command, BulkChangeState state, Circumstances at) {
        if (state instanceof Batch batch) {
            // The same order again goes on where it stopped; it fixes nothing anew.
            BulkTerms fixed = batch.ordered().terms();
            BulkTerms asked =
                    fixed.from() == null ? command.terms() : command.terms().fromIfNone(fixed.from());
            return fixed.equals(asked) ? accept() : refuse(new BatchHasOtherTerms(command.batch()));
        }
        Optional<BulkChangeRefusal> refusal = wrong(command.terms(), at);
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new BulkChangeOrdered(
                command.batch(),
                at.now(),
                command.terms().fromIfNone(at.today()),
                at.actor().id()));
    }

    private static Optional<BulkChangeRefusal> wrong(BulkTerms terms, Circumstances at) {
        boolean percent = terms.basisPoints() != null;
        boolean rate = terms.rate() != null;
        boolean cut = terms.kind() == BulkTerms.Kind.CUT;
        if (percent == rate || (cut && rate)) return Optional.of(new OneMeasureNeeded(terms.kind()));
        if (terms.basisPoints() != null) return wrongPercent(terms.basisPoints(), cut, at);
        Money price = terms.rate();
        if (price != null && !price.isPositive()) return Optional.of(new BatchRateNotPositive(price));
        return wrongDate(terms, at);
    }

    private static Optional<BulkChangeRefusal> wrongPercent(int basisPoints, boolean cut, Circumstances at) {
        if (basisPoints <= 0 || basisPoints > WHOLE) return Optional.of(new BatchPercentOutOfRange(basisPoints));
        int limit = at.policy().changing().upliftLimit();
        return !cut && basisPoints > limit ? Optional.of(new AbovePolicyLimit(basisPoints, limit)) : Optional.empty();
    }

    private static Optional<BulkChangeRefusal> wrongDate(BulkTerms terms, Circumstances at) {
        DateRange table = at.calendar().range();
        if (terms.from() == null || table.contains(terms.from())) return Optional.empty();
        return Optional.of(new BatchDateOutOfRange(terms.from(), table.first(), table.last()));
    }

    @Override
    public BulkChangeState evolve(BulkChangeState state, BulkChangeEvent event) {
        return switch (event) {
            case BulkChangeOrdered ordered -> state instanceof NoBatch ? new Batch(ordered) : state;
        };
    }
}
