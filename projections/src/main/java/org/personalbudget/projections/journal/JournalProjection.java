package org.personalbudget.projections.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.postings.Subject;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps every line that is posted. What an event posts is decided in one place, so this only writes it down. */
public final class JournalProjection implements Projection {

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows lines = Rows.of(
                "int8",
                "int2",
                "int2",
                "text",
                "uuid",
                "date",
                "text",
                "text",
                "int2",
                "text",
                "text",
                "int8",
                "int8",
                "text",
                "text",
                "uuid",
                "uuid",
                "uuid",
                "timestamptz");
        for (Posted event : events) {
            int entryNo = 0;
            for (JournalEntry entry : event.entries()) addEntry(lines, event, ++entryNo, entry);
        }
        lines.copy(connection, "journal_line");
    }

    private static void addEntry(Rows lines, Posted event, int entryNo, JournalEntry entry) {
        int lineNo = 0;
        for (JournalLine line : entry.lines()) {
            Subject about = line.about();
            lines.add(
                    event.position(),
                    entryNo,
                    ++lineNo,
                    event.recorded().type(),
                    entry.budget(),
                    entry.effectiveOn(),
                    entry.postingPeriod(),
                    entry.servicePeriod(),
                    line.account().code(),
                    line.source(),
                    line.book(),
                    line.debit().pence(),
                    line.credit().pence(),
                    about.line(),
                    about.outcome(),
                    about.supplier(),
                    about.account(),
                    line.ringFence(),
                    event.recorded().recordedAt());
        }
    }
}
