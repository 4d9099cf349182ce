package org.personalbudget.projections.reader;

import java.util.Collection;
import java.util.List;

/** The log as it is read: by position, which is also the order in which events were committed, without gaps. */
public interface EventLog {

    /** The next events after a position, decoded, at most {@code limit} of them; none at the end of the log. */
    List<RecordedEvent> after(long position, int limit);

    /** The events at these positions, in position order. */
    List<RecordedEvent> at(Collection<Long> positions);

    /** The last position, or 0 while the log is empty. */
    long head();
}
