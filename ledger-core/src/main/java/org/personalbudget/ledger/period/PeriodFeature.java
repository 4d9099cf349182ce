package org.personalbudget.ledger.period;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.period.PeriodCommand.*;
import org.personalbudget.ledger.period.PeriodEvent.*;
import org.personalbudget.ledger.period.PeriodRefusal.*;
import org.personalbudget.ledger.period.Periods.Reopening;

/** The periods of a ledger: closed in order by one controller, opened again by two, the last closed one first. */
public final class PeriodFeature implements Feature<PeriodCommand, Periods, PeriodEvent, Circumstances> {

    @Override
    public String category() {
        return "periods";
    }

    @Override
    public Class<PeriodCommand> commands() {
        return PeriodCommand.class;
    }

    @Override
    public Class<PeriodEvent> events() {
        return PeriodEvent.class;
    }

    @Override
    public Periods initial() {
        return Periods.NONE;
    }

    /** The periods that are closed, for whoever gathers the facts of a decision. */
    public ClosedPeriods closed(Reads reads) {
        return reads.state(PeriodCommand.STREAM, this).closed();
    }

    @Override
    public Circumstances gather(PeriodCommand command, Periods state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(PeriodCommand command, Periods state, Circumstances at) {
        if (!at.calendar().knows(command.period())) return refuse(unknown(command.period(), at.calendar()));
        return switch (command) {
            case BeginClosing begin -> begin(begin.period(), state, at);
            case ClosePeriod close -> close(close.period(), state, at);
            case RequestReopening request -> request(request, state, at);
            case ApproveReopening approve -> approve(approve.period(), state, at);
        };
    }

    private static UnknownPeriod unknown(PeriodId period, PeriodCalendar calendar) {
        DateRange table = calendar.range();
        return new UnknownPeriod(
                period,
                calendar.periodOf(table.first()).id(),
                calendar.periodOf(table.last()).id());
    }

    /** A closing that stopped in the middle goes on; it does not begin anew. */
    private static Decision begin(PeriodId period, Periods state, Circumstances at) {
        Optional<PeriodRefusal> refusal = notToBeClosed(period, state, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        if (period.equals(state.closing())) return accept();
        return accept(new ClosingBegun(
                at.now(), period, state.closings() + 1, at.actor().id()));
    }

    private static Decision close(PeriodId period, Periods state, Circumstances at) {
        Optional<PeriodRefusal> refusal = notToBeClosed(period, state, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        if (!period.equals(state.closing())) return refuse(new ClosingNotBegun(period));
        return accept(
                new BooksClosed(at.now(), period, state.closings(), at.actor().id()));
    }

    private static Optional<PeriodRefusal> notToBeClosed(PeriodId period, Periods state, Circumstances at) {
        PeriodId through = state.closed().through();
        if (through != null && state.closed().contains(period)) {
            return Optional.of(new PeriodAlreadyClosed(period, through));
        }
        LocalDate last = at.calendar().period(period).last();
        if (at.today().isBefore(last)) return Optional.of(new PeriodNotOver(period, last, at.today()));
        // The first closing may be of any period: a ledger begins somewhere.
        return state.closed()
                .earliestOpen(at.calendar())
                .filter(next -> !next.equals(period))
                .map(next -> new EarlierPeriodOpen(period, next));
    }

    private static Decision request(RequestReopening command, Periods state, Circumstances at) {
        Optional<PeriodRefusal> refusal = notToBeOpened(command.period(), state);
        if (refusal.isPresent()) return refuse(refusal.get());
        if (state.reopening() != null) {
            return refuse(new ReopeningAlreadyRequested(
                    command.period(), state.reopening().requestedBy()));
        }
        return accept(new ReopeningRequested(
                at.now(), command.period(), command.reason(), at.actor().id()));
    }

    private static Decision approve(PeriodId period, Periods state, Circumstances at) {
        Optional<PeriodRefusal> refusal = notToBeOpened(period, state);
        if (refusal.isPresent()) return refuse(refusal.get());
        Reopening asked = state.reopening();
        if (asked == null) return refuse(new ReopeningNotRequested(period));
        if (asked.requestedBy().equals(at.actor().id())) {
            return refuse(new RequesterMayNotReopen(period, asked.requestedBy()));
        }
        return accept(new BooksReopened(
                at.now(), period, asked.requestedBy(), at.actor().id()));
    }

    private static Optional<PeriodRefusal> notToBeOpened(PeriodId period, Periods state) {
        PeriodId through = state.closed().through();
        if (through == null || !state.closed().contains(period)) return Optional.of(new PeriodIsOpen(period));
        return period.equals(through) ? Optional.empty() : Optional.of(new LaterPeriodClosed(period, through));
    }

    @Override
    public Periods evolve(Periods state, PeriodEvent event) {
        return switch (event) {
            case ClosingBegun begun -> new Periods(state.closed(), begun.number(), begun.period(), state.reopening());
            // What was asked about the period before is settled by closing another.
            case BooksClosed closed -> new Periods(new ClosedPeriods(closed.period()), state.closings(), null, null);
            case ReopeningRequested asked ->
                new Periods(
                        state.closed(), state.closings(), state.closing(), new Reopening(asked.period(), asked.by()));
            case BooksReopened opened -> new Periods(before(opened.period()), state.closings(), null, null);
        };
    }

    /** All that is earlier. The first of a year follows the last of the year before. */
    private static ClosedPeriods before(PeriodId period) {
        return new ClosedPeriods(
                period.number() == 1
                        ? new PeriodId(period.year() - 1, PeriodId.IN_A_YEAR)
                        : new PeriodId(period.year(), period.number() - 1));
    }
}
