package org.personalbudget.ops.http.spend;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.spend.JudgementAnswers.QueryAnsweredAnswer;
import org.personalbudget.ops.http.spend.JudgementAnswers.SpendJudgedAnswer;
import org.personalbudget.ops.http.spend.JudgementAnswers.SpendQueriedAnswer;
import org.personalbudget.ops.http.spend.JudgementAnswers.SpendRefundedAnswer;
import org.personalbudget.ops.http.spend.JudgementRequests.AnswerQueryRequest;
import org.personalbudget.ops.http.spend.JudgementRequests.JudgeSpendRequest;
import org.personalbudget.ops.http.spend.JudgementRequests.QuerySpendRequest;
import org.personalbudget.ops.http.spend.JudgementRequests.RecordRefundRequest;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Queries spend that has been recorded, hears what the holder says, judges it, and records what merchants pay back. */
@Tag(name = "Spend")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/spend/{spendId}")
public final class JudgementCommands {

    private final Desk desk;
    private final BudgetPersons persons;

    JudgementCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Query a spend",
            description = "One that was accepted, within one monitoring cycle. Until it is judged it is nobody's"
                    + " expenditure, and what it used of the budget is free again.")
    @PostMapping("/queries")
    @Asks(QuerySpend.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SpendQueriedAnswer> query(
            @PathVariable UUID budgetId, @PathVariable UUID spendId, @RequestBody QuerySpendRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new SpendId(spendId), fields),
                SpendQueriedAnswer::of);
    }

    @Operation(
            summary = "Answer a query",
            description = "The holder for their own account, or a reconciler on their behalf; also late, until it is"
                    + " judged.")
    @PostMapping("/answers")
    @Asks(AnswerQuery.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<QueryAnsweredAnswer> answer(
            @PathVariable UUID budgetId, @PathVariable UUID spendId, @RequestBody AnswerQueryRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new SpendId(spendId), fields),
                QueryAnsweredAnswer::of);
    }

    @Operation(
            summary = "Judge a spend under query",
            description = "By somebody who neither recorded nor queried it. Nothing is reclaimed before the holder has"
                    + " answered or the time for it is over. A reclaim is the notice: it can be reconsidered.")
    @PostMapping("/judgements")
    @Asks(JudgeSpend.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SpendJudgedAnswer> judge(
            @PathVariable UUID budgetId, @PathVariable UUID spendId, @RequestBody JudgeSpendRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new SpendId(spendId), fields),
                SpendJudgedAnswer::of);
    }

    @Operation(
            summary = "Record what the merchant has paid back",
            description = "Into the account it was paid from, with the split it was paid with. What was reclaimed comes"
                    + " back as a reclaim does.")
    @PostMapping("/refunds")
    @Asks(RecordRefund.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SpendRefundedAnswer> refund(
            @PathVariable UUID budgetId, @PathVariable UUID spendId, @RequestBody RecordRefundRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new SpendId(spendId), fields),
                SpendRefundedAnswer::of);
    }
}
