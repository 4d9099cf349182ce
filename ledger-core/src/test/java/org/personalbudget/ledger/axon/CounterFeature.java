package org.personalbudget.ledger.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.axon.CounterCommand.*;
import org.personalbudget.ledger.axon.CounterEvent.Counted;
import org.personalbudget.ledger.axon.CounterEvent.CounterNamed;
import org.personalbudget.ledger.axon.CounterRefusal.LimitReached;
import org.personalbudget.ledger.axon.CounterRefusal.OtherStandsElsewhere;
import org.personalbudget.ledger.axon.TallyEvent.Tallied;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.StreamId;

/** Counts. */
final class CounterFeature
        implements Feature<CounterCommand, CounterFeature.Total, CounterEvent, CounterFeature.Facts> {

    /** How far a counter has counted. */
    public record Total(long value) {}

    /** What a counter needs to know: when, and how far the other counter has come. */
    record Facts(Circumstances at, long other) {}

    /** How often a tally was added to. */
    record Tally(long value) {}

    static final class TallyFold implements Fold<Tally, TallyEvent> {
        @Override
        public String category() {
            return "tally";
        }

        @Override
        public Class<TallyEvent> events() {
            return TallyEvent.class;
        }

        @Override
        public Tally initial() {
            return new Tally(0);
        }

        @Override
        public Tally evolve(Tally state, TallyEvent event) {
            return new Tally(state.value() + 1);
        }
    }

    static StreamId stream(UUID counter) {
        return new StreamId("counter", counter);
    }

    @Override
    public String category() {
        return "counter";
    }

    @Override
    public Class<CounterCommand> commands() {
        return CounterCommand.class;
    }

    @Override
    public Class<CounterEvent> events() {
        return CounterEvent.class;
    }

    @Override
    public Total initial() {
        return new Total(0);
    }

    @Override
    public Facts gather(CounterCommand command, Total state, Circumstances at, Reads reads) {
        return new Facts(
                at,
                command instanceof CountIfOther c
                        ? reads.state(stream(c.other()), this).value()
                        : 0);
    }

    @Override
    public Decision decide(CounterCommand command, Total state, Facts facts) {
        return switch (command) {
            case Count c when state.value() >= c.limit() -> Decision.refuse(new LimitReached(state.value(), c.limit()));
            case Count _ -> Decision.accept(next(command, state, facts, 1));
            case CountAndTally c ->
                Decision.accept(
                        next(command, state, facts, 1),
                        new Tallied(c.tally(), facts.at().now(), c.counter(), state.value() + 1));
            case CountIfOther c
            when c.expected() != facts.other() -> Decision.refuse(new OtherStandsElsewhere(facts.other()));
            case CountIfOther _ -> Decision.accept(next(command, state, facts, 1));
            case NameCounter c ->
                Decision.accept(new CounterNamed(c.counter(), facts.at().now(), c.name()));
            case CountMany c -> {
                List<Event> events = new ArrayList<>(c.times());
                for (int i = 1; i <= c.times(); i++) events.add(next(command, state, facts, i));
                yield Decision.accept(events);
            }
            case Look _ -> Decision.accept();
        };
    }

    private static Counted next(CounterCommand command, Total state, Facts facts, int by) {
        return new Counted(command.counter(), facts.at().now(), state.value() + by);
    }

    @Override
    public Total evolve(Total state, CounterEvent event) {
        return switch (event) {
            case Counted counted -> new Total(counted.total());
            case CounterNamed _ -> state;
        };
    }
}
