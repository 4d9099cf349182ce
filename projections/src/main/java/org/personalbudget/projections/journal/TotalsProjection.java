package org.personalbudget.projections.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.postings.Account;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Adds the journal up by the day it was recorded, so that a trial balance at any two dates need not read it all. */
public final class TotalsProjection implements Projection {

    private record Key(LocalDate recordedOn, LocalDate effectiveOn, Account account, Source source, Funder book) {}

    /** Pence on both sides. */
    private record Sums(long debit, long credit) {
        Sums plus(Sums other) {
            return new Sums(Math.addExact(debit, other.debit), Math.addExact(credit, other.credit));
        }
    }

    private record Day(Posted first, Posted last) {}

    @Override
    public String name() {
        return "totals";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Map<Key, Sums> sums = new HashMap<>();
        Map<LocalDate, Day> days = new HashMap<>();
        for (Posted event : events) {
            LocalDate day = recordedOn(event);
            days.merge(day, new Day(event, event), (known, next) -> new Day(known.first, next.last));
            for (JournalEntry entry : event.entries()) {
                for (JournalLine line : entry.lines()) {
                    Key key = new Key(day, entry.effectiveOn(), line.account(), line.source(), line.book());
                    Sums sum = new Sums(line.debit().pence(), line.credit().pence());
                    sums.merge(key, sum, Sums::plus);
                }
            }
        }
        storeSums(sums, connection);
        storeDays(days, connection);
    }

    /** Days are those of UTC: only the boundary matters, and that it never moves. */
    static LocalDate recordedOn(Posted event) {
        return LocalDate.ofInstant(event.recorded().recordedAt(), ZoneOffset.UTC);
    }

    private static void storeSums(Map<Key, Sums> sums, Connection connection) throws SQLException {
        Rows rows = Rows.of("date", "date", "int2", "text", "text", "int8", "int8");
        sums.forEach((key, sum) -> rows.add(
                key.recordedOn, key.effectiveOn, key.account.code(), key.source, key.book, sum.debit, sum.credit));
        rows.send(connection, """
                INSERT INTO journal_day AS d (recorded_on, effective_on, account, source, book, debit, credit)
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (recorded_on, effective_on, account, source, book)
                DO UPDATE SET debit = d.debit + excluded.debit, credit = d.credit + excluded.credit
                """);
    }

    private static void storeDays(Map<LocalDate, Day> days, Connection connection) throws SQLException {
        Rows rows = Rows.of("date", "int8", "int8", "timestamptz");
        days.forEach((on, day) -> rows.add(
                on,
                day.first.position(),
                day.last.position(),
                day.last.recorded().recordedAt()));
        rows.send(connection, """
                INSERT INTO recorded_day AS d (recorded_on, first_position, last_position, last_recorded_at)
                SELECT * FROM unnest(?, ?, ?, ?)
                ON CONFLICT (recorded_on)
                DO UPDATE SET last_position = excluded.last_position, last_recorded_at = excluded.last_recorded_at
                WHERE d.last_position < excluded.last_position
                """);
    }
}
