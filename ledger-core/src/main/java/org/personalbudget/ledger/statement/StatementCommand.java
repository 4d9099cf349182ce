package org.personalbudget.ledger.statement;

import static org.personalbudget.ledger.kernel.Role.RECONCILER;
import static org.personalbudget.ledger.kernel.Role.SYSTEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.RefusalCode;

/** Everything that can be asked of a statement. */
public sealed interface StatementCommand extends Command {

    StatementId statement();

    @Override
    default StreamId stream() {
        return statement().stream();
    }

    @Override
    default Set<Role> permitted() {
        return Set.of(RECONCILER, SYSTEM);
    }

    /**
     * Take a statement in, whole or not at all.
     *
     * @param file the digest of its bytes
     * @param owner the account as the file names it
     * @param opening the booked balance before the first line, or null where the file has none
     * @param closing the booked balance after the last line, or null where the file has none
     * @param lines all lines of the file, in its order
     */
    record ImportStatement(
            StatementAccount account,
            FileDigest file,
            LineDigest owner,
            LocalDate from,
            LocalDate to,
            @Nullable Money opening,
            @Nullable Money closing,
            List<StatementLine> lines)
            implements StatementCommand {

        public ImportStatement {
            lines = List.copyOf(lines);
        }

        @Override
        public StatementId statement() {
            return StatementId.of(account, file);
        }

        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }

    /**
     * Take in every statement of one file, all of them or none: of several days, of several accounts. Each is a statement
     * of its own, as if it had come alone, in the order of the file.
     *
     * @param statements at least one
     */
    record ImportStatements(List<ImportStatement> statements) implements StatementCommand {

        public ImportStatements {
            statements = List.copyOf(statements);
        }

        @Override
        public StatementId statement() {
            return statements.getFirst().statement();
        }

        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }

    /**
     * Say what lines are.
     *
     * @param finished whether the ladder has been through the whole statement with this
     */
    record MatchLines(StatementId statement, List<Proposed> matches, boolean finished) implements StatementCommand {

        /** What one line is. */
        public record Proposed(int line, MatchRule rule, List<MatchedItem> items) {
            public Proposed {
                items = List.copyOf(items);
            }
        }

        public MatchLines {
            matches = List.copyOf(matches);
        }
    }

    /**
     * A line is not what it was said to be.
     *
     * @param attempt which match of it
     * @param reason why, in somebody's words
     * @param refused the code with which its effect was refused, where that is the reason
     */
    record UndoMatch(
            StatementId statement,
            int line,
            int attempt,
            @Nullable Note reason,
            @Nullable RefusalCode refused) implements StatementCommand {}
}
