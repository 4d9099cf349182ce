package org.personalbudget.ops.http.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.iso20022.Camt053;

/** Reads a statement in whichever format it comes. */
final class StatementFiles {

    private StatementFiles() {}

    /** @throws ProblemException if it is in no format that is known, or holds more than one statement */
    static BankStatement read(@Nullable String type, @Nullable String mapping, byte[] bytes) throws FileUnreadable {
        if (type != null && (type.startsWith("application/xml") || type.startsWith("text/xml"))) {
            return only(Camt053.read(bytes));
        }
        if (type != null && type.startsWith("text/csv")) return CsvStatements.read(bytes, mapping);
        throw new ProblemException(Problem.of(
                415,
                "unsupported-media-type",
                "A statement is a body of application/xml (camt.053) or text/csv, not of "
                        + (type == null ? "no type" : "another type") + "."));
    }

    private static BankStatement only(List<BankStatement> statements) {
        if (statements.size() == 1) return statements.getFirst();
        throw new ProblemException(Problem.of(
                        422,
                        "not-one-statement",
                        "The file holds " + statements.size() + " statements; one is imported at a time.")
                .with("statements", statements.size()));
    }
}
