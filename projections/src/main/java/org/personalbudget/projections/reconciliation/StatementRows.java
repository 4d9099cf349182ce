package org.personalbudget.projections.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.ChainEvent.StatementChained;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.statement.StatementEvent.*;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** The statements and lines that one page of the log brings, and how statements join. */
final class StatementRows {

    private final Rows statements = Rows.of(
            "uuid",
            "text",
            "int8",
            "timestamptz",
            "text",
            "text",
            "date",
            "date",
            "int8",
            "int8",
            "int4",
            "int4",
            "text");
    private final Rows lines = Rows.of(
            "uuid",
            "int4",
            "text",
            "int8",
            "timestamptz",
            "date",
            "int8",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "uuid",
            "text",
            "text",
            "int4");
    private final Rows joined = Rows.of("uuid", "int8", "int8");
    private final Map<StatementId, @Nullable Money> gaps = new LinkedHashMap<>();
    private final Map<StatementId, LadderClimbed> climbed = new LinkedHashMap<>();

    void take(StatementEvent event, Posted posted) {
        switch (event) {
            case StatementImported imported -> add(imported, posted);
            case StatementLines more -> {
                for (StatementLine line : more.lines()) add(line, more, posted);
            }
            case LadderClimbed done -> climbed.put(done.statement(), done);
            // What lines were said to be is kept apart.
            case LinesMatched _, LineUnmatched _ -> {}
        }
    }

    void take(ChainEvent event) {
        switch (event) {
            case StatementChained chained -> {
                joined.add(
                        chained.statement(),
                        chained.opening().pence(),
                        chained.closing().pence());
                gaps.put(chained.statement(), chained.gap());
                if (chained.next() != null) gaps.put(chained.next(), chained.nextGap());
            }
        }
    }

    private void add(StatementImported event, Posted posted) {
        statements.add(
                event.statement(),
                event.account(),
                posted.position(),
                posted.recorded().recordedAt(),
                event.file(),
                event.owner(),
                event.from(),
                event.to(),
                pence(event.opening()),
                pence(event.closing()),
                event.lines(),
                event.overlapping(),
                event.by().value());
    }

    private void add(StatementLine line, StatementLines event, Posted posted) {
        lines.add(
                event.statement(),
                line.number(),
                event.account(),
                posted.position(),
                posted.recorded().recordedAt(),
                line.bookedOn(),
                line.amount().pence(),
                line.status(),
                line.endToEnd(),
                line.file(),
                line.references().stream().map(LineDigest::value).collect(Collectors.joining(" ")),
                line.counterparty(),
                line.payer(),
                line.merchant() == null ? null : line.merchant().value(),
                line.returned(),
                line.words() == null ? null : line.words().ref(),
                line.words() == null ? null : line.words().digest(),
                null,
                null);
    }

    private static @Nullable Long pence(@Nullable Money amount) {
        return amount == null ? null : amount.pence();
    }

    void send(Connection connection) throws SQLException {
        statements.send(connection, """
                INSERT INTO bank_statement (statement, account, position, recorded_at, file, owner, from_on, to_on, opening,
                                            closing, lines, overlapping, imported_by, climbed, matched, queued)
                SELECT s.*, false, 0, 0 FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS s
                """);
        lines.copy(connection, "bank_line");
        joined.send(connection, """
                UPDATE bank_statement AS s SET joined_opening = j.opening, joined_closing = j.closing
                FROM unnest(?, ?, ?) AS j (statement, opening, closing) WHERE s.statement = j.statement
                """);
        Rows gapRows = Rows.of("uuid", "int8");
        gaps.forEach((statement, gap) -> gapRows.add(statement, pence(gap)));
        gapRows.send(connection, """
                UPDATE bank_statement AS s SET gap = g.gap
                FROM unnest(?, ?) AS g (statement, gap) WHERE s.statement = g.statement
                """);
        Rows done = Rows.of("uuid", "int4", "int4");
        climbed.forEach((statement, event) -> done.add(statement, event.matched(), event.queued()));
        done.send(connection, """
                UPDATE bank_statement AS s SET climbed = true, matched = c.matched, queued = c.queued
                FROM unnest(?, ?, ?) AS c (statement, matched, queued) WHERE s.statement = c.statement
                """);
    }
}
