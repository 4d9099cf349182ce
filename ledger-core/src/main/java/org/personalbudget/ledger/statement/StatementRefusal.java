package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.money.Money;

/** Every reason for which a statement is not taken in, or a line not matched. */
public sealed interface StatementRefusal extends Refusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** The very same file was imported for this account. */
    record StatementImportedAlready(StatementId statement, StatementAccount account, LocalDate from, LocalDate to)
            implements StatementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The file names another account than the statements before it. */
    record StatementOfAnotherAccount(StatementAccount account) implements StatementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** A file without a line and without a balance says nothing. */
    record StatementEmpty(StatementAccount account) implements StatementRefusal {}

    record StatementTooLong(int lines, int most) implements StatementRefusal {}

    /** Opening balance and booked lines do not make the closing balance. */
    record StatementDoesNotAddUp(Money opening, Money booked, Money closing) implements StatementRefusal {}

    /** What a bank has booked has a date that has come. */
    record StatementLineInFuture(int line, LocalDate on, LocalDate today) implements StatementRefusal {}

    record StatementLineOutOfRange(int line, LocalDate on, LocalDate first, LocalDate last)
            implements StatementRefusal {}

    record StatementLineTwice(int line) implements StatementRefusal {}

    record UnknownStatement(StatementId statement) implements StatementRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** The statement has no such line, or another statement had brought it before. */
    record UnknownStatementLine(StatementId statement, int line) implements StatementRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** A line that may still change is never matched, and one that was declined moved no money. */
    record StatementLineNotBooked(int line, LineStatus status) implements StatementRefusal {}

    record StatementLineMatchedAlready(int line, MatchRule rule) implements StatementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record StatementLineNotMatched(int line) implements StatementRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** What a line is, is all of it. */
    record MatchDoesNotAddUp(int line, Money amount, Money items) implements StatementRefusal {}
}
