package org.personalbudget.ops.http.pools;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.FundingCommand.PayBackFromPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidBackFromPool;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
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

/** Records that a pool gave unspent money back to the account it came from. */
@Tag(name = "Pools")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/pool-repayments")
public final class PoolRepaymentCommands {

    private final Desk desk;

    PoolRepaymentCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Pay back from a pool",
            description =
                    "Unspent money of one line goes back to the account it came from, or to the one in its place, and is no"
                            + " longer committed. Without an amount, all there is.")
    @PostMapping
    @Asks(PayBackFromPool.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PaidBackAnswer> payBack(
            @PathVariable UUID budgetId, @RequestBody PoolRepaymentRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> PaidBackAnswer.of(facts.all(PaidBackFromPool.class)));
    }

    @Schema(name = "PayBackFromPool")
    record PoolRepaymentRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String poolId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String accountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "choir") @Nullable
            String lineId,

            @Schema(description = "All that is unspent of the line, if left out.", example = "24.99") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String on) {

        Command command(BudgetId budget, Fields fields) {
            return new PayBackFromPool(
                    budget,
                    new PoolId(fields.uuid("poolId", poolId)),
                    new AccountId(fields.uuid("accountId", accountId)),
                    new LineId(fields.code("lineId", lineId)),
                    fields.optionalMoney("amount", amount),
                    fields.date("on", on));
        }
    }

    @Schema(name = "PaidBackFromPool")
    record PaidBackAnswer(PoolId poolId, AccountId accountId, Money amount, LocalDate on, Map<Source, Money> split) {
        static PaidBackAnswer of(List<PaidBackFromPool> all) {
            PaidBackFromPool first = all.getFirst();
            Split split = all.stream().map(PaidBackFromPool::split).reduce(Split.NOTHING, Split::plus);
            return new PaidBackAnswer(
                    first.pool(), first.account(), split.total(), first.effectiveOn(), SourceSplit.of(split));
        }
    }
}
