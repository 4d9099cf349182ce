package org.personalbudget.ops.http.pools;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidIntoPool;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PoolId;
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

/** Puts money of a budget's account into a pool that the budget is a member of. */
@Tag(name = "Pools")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/pool-payments")
public final class PoolPaymentCommands {

    private final Desk desk;

    PoolPaymentCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Pay into a pool",
            description = "For one line of the plan: the money is committed on it until the pool spends it.")
    @PostMapping
    @Asks(PayIntoPool.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PaidIntoPoolAnswer> pay(
            @PathVariable UUID budgetId, @RequestBody PoolPaymentRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> PaidIntoPoolAnswer.of(facts.the(PaidIntoPool.class)));
    }

    @Schema(name = "PayIntoPool")
    record PoolPaymentRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String poolId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String accountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "choir") @Nullable
            String lineId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "100.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String on) {

        Command command(BudgetId budget, Fields fields) {
            return new PayIntoPool(
                    budget,
                    new PoolId(fields.uuid("poolId", poolId)),
                    new AccountId(fields.uuid("accountId", accountId)),
                    new LineId(fields.code("lineId", lineId)),
                    fields.money("amount", amount),
                    fields.date("on", on));
        }
    }

    @Schema(name = "PaidIntoPool")
    record PaidIntoPoolAnswer(
            PoolId poolId, AccountId accountId, Money amount, LocalDate on, Map<Source, Money> split) {
        static PaidIntoPoolAnswer of(PaidIntoPool it) {
            return new PaidIntoPoolAnswer(
                    it.pool(), it.account(), it.split().total(), it.effectiveOn(), SourceSplit.of(it.split()));
        }
    }
}
