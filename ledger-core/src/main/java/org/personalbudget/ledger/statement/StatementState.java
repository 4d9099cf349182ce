package org.personalbudget.ledger.statement;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.statement.StatementEvent.StatementImported;

/** What a statement has become. */
public sealed interface StatementState {

    /** Nothing was imported. */
    record NoStatement() implements StatementState {}

    /**
     * A statement that was taken in.
     *
     * @param lines by number, those that were taken
     * @param matches by line, those that stand
     * @param attempts by line, how often it was matched, undone matches included
     */
    record Statement(
            StatementImported imported,
            PMap<Integer, StatementLine> lines,
            PMap<Integer, LineMatch> matches,
            PMap<Integer, Integer> attempts)
            implements StatementState {

        static Statement imported(StatementImported event) {
            return new Statement(event, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());
        }

        public StatementAccount account() {
            return imported.account();
        }

        public @Nullable StatementLine line(int number) {
            return lines.get(number);
        }

        public @Nullable LineMatch match(int line) {
            return matches.get(line);
        }

        int nextAttempt(int line) {
            return attempts.getOrDefault(line, 0) + 1;
        }

        /** How many booked lines nobody knows yet. */
        public int open() {
            return (int) lines.values().stream()
                    .filter(line -> line.booked() && !matches.containsKey(line.number()))
                    .count();
        }

        Statement taking(Map<Integer, StatementLine> more) {
            return new Statement(imported, lines.plusAll(more), matches, attempts);
        }

        Statement matching(Map<Integer, LineMatch> more, Map<Integer, Integer> numbers) {
            return new Statement(imported, lines, matches.plusAll(more), attempts.plusAll(numbers));
        }

        Statement without(int line) {
            return new Statement(imported, lines, matches.minus(line), attempts);
        }
    }
}
