package org.personalbudget.ops.http.reconciliation;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.payments.FileUnreadable;

/** Statements in CSV, by the mapping of the bank's or card programme's columns. */
final class CsvStatements {

    private CsvStatements() {}

    static BankStatement read(byte[] bytes, @Nullable String mapping) throws FileUnreadable {
        throw new ProblemException(Problem.of(
                415, "unsupported-media-type", "No mapping of columns is known here yet."));
    }
}
