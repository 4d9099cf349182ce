package org.personalbudget.ops.http.takeons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.Refusals;

/** What is answered about take-ons. */
final class TakeOnAnswers {

    private TakeOnAnswers() {}

    @Schema(name = "TakeOnPrepared")
    record PreparedAnswer(
            BatchId batchId,
            LocalDate on,

            @Schema(description = "SHA-256 of the file; the same file is what is approved.")
            FileDigest file,

            @Schema(description = "How many budgets can be taken on.")
            int budgets,

            int acceptedLines,

            @Schema(description = "A budget with a rejected line is not taken on at all.")
            List<Rejection> rejected,

            @Schema(description = "What the balances and open items come to, as they will be posted.")
            List<TakeOnBalance.Row> trialBalance,

            Money difference,

            @Schema(description = "Whether this file had been prepared before.")
            boolean repeated) {

        static PreparedAnswer of(
                BatchId batch,
                LocalDate on,
                FileDigest digest,
                TakeOnFile file,
                TakeOnBalance balance,
                boolean repeated) {
            return new PreparedAnswer(
                    batch,
                    on,
                    digest,
                    file.budgets().size(),
                    file.acceptedLines(),
                    file.rejected(),
                    balance.accounts(),
                    balance.difference(),
                    repeated);
        }
    }

    @Schema(name = "TakeOnApproved")
    record ApprovedAnswer(
            BatchId batchId, LocalDate on, int takenOn, int unchanged, int refused, List<TakenAnswer> budgets) {

        static ApprovedAnswer of(BatchId batch, LocalDate on, List<TakenAnswer> budgets) {
            return new ApprovedAnswer(
                    batch,
                    on,
                    count(budgets, Status.TAKEN_ON),
                    count(budgets, Status.UNCHANGED),
                    count(budgets, Status.REFUSED),
                    budgets);
        }

        private static int count(List<TakenAnswer> budgets, Status status) {
            return (int)
                    budgets.stream().filter(each -> each.status() == status).count();
        }
    }

    /** What became of a budget. */
    enum Status {
        TAKEN_ON,
        /** This batch has brought it before. */
        UNCHANGED,
        REFUSED
    }

    @Schema(name = "BudgetTakenOn")
    record TakenAnswer(
            @Schema(description = "What the old system calls it.")
            String ref,

            BudgetId budgetId,
            Status status,
            @Nullable String code,
            @Nullable String detail) {

        static TakenAnswer of(TakenBudget budget, BatchId batch, Answer answer) {
            BudgetId id = budget.id();
            return switch (answer) {
                case Answer.Accepted accepted ->
                    new TakenAnswer(
                            budget.ref(), id, accepted.replayed() ? Status.UNCHANGED : Status.TAKEN_ON, null, null);
                case Answer.Refused refused -> {
                    Problem problem = Refusals.problemOf(refused.refused().refusal());
                    yield new TakenAnswer(budget.ref(), id, Status.REFUSED, problem.code(), problem.detail());
                }
                case Answer.KeyReused reused ->
                    throw new IllegalStateException("one budget of a batch asked for two things: " + reused);
            };
        }
    }
}
