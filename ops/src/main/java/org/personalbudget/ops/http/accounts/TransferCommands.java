package org.personalbudget.ops.http.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ChangeCommand.RecordTransfer;
import org.personalbudget.ledger.budget.ChangeEvent.MoneyTransferred;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.SourceSplit;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records money that went from one account of a budget to another. */
@Tag(name = "Accounts")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/transfers")
public final class TransferCommands {

    private final Desk desk;

    TransferCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Record a transfer between two accounts",
            description = "The money keeps its sources: it is attributed to those of the account it leaves.")
    @PostMapping
    @Asks(RecordTransfer.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TransferredAnswer> transfer(
            @PathVariable UUID budgetId, @RequestBody TransferRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> TransferredAnswer.of(facts.the(MoneyTransferred.class)));
    }

    @Schema(name = "RecordTransfer")
    record TransferRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String fromAccountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String toAccountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "128.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-09-16") @Nullable
            String on) {

        Command command(BudgetId budget, Fields fields) {
            return new RecordTransfer(
                    budget,
                    new AccountId(fields.uuid("fromAccountId", fromAccountId)),
                    new AccountId(fields.uuid("toAccountId", toAccountId)),
                    fields.money("amount", amount),
                    fields.date("on", on));
        }
    }

    @Schema(name = "MoneyTransferred")
    record TransferredAnswer(
            AccountId fromAccountId, AccountId toAccountId, Money amount, LocalDate on, Map<Source, Money> split) {
        static TransferredAnswer of(MoneyTransferred it) {
            return new TransferredAnswer(
                    it.from(), it.to(), it.moved().total(), it.effectiveOn(), SourceSplit.of(it.moved()));
        }
    }
}
