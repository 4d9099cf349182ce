package org.personalbudget.ledger.eventstore;

import java.time.Instant;
import org.personalbudget.ledger.kernel.UniqueTag;

/** What became of an {@link Append}. */
public sealed interface Outcome {

    /** It is in the log and durable; its events are the last {@code events} up to {@code position}. */
    record Recorded(long position, int events, Instant at) implements Outcome {}

    /** The same request was answered before, by the last {@code events} up to {@code position}. */
    record AnsweredBefore(long position, int events) implements Outcome {}

    /** Its identity was used for another request. */
    record KeyUsed() implements Outcome {}

    /** A stream it was decided on has moved: to be decided again. */
    record Moved() implements Outcome {}

    /** It claims a name that has been claimed. */
    record Taken(UniqueTag tag) implements Outcome {}

    /** The log will not have it, whatever stands around it; nothing of it was recorded. */
    record Impossible(AppendRefused reason) implements Outcome {}
}
