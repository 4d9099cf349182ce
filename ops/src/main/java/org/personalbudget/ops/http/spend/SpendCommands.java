package org.personalbudget.ops.http.spend;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.budget.BudgetEvent.SpendCleared;
import org.personalbudget.ledger.budget.BudgetEvent.SpendHeld;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.payees.PayeeField;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Facts;
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

/** Records spend. */
@Tag(name = "Spend")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/spend")
public final class SpendCommands {

    private static final int LONGEST_REFERENCE = 200;

    private final Desk desk;
    private final BudgetPersons persons;

    SpendCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Record a spend",
            description = "Money already spent is never refused: what does not meet the rules is recorded UNDER_QUERY,"
                    + " with every reason. With paid = false this asks whether it may be paid: CLEARED or HELD.")
    @PostMapping
    @Asks(RecordSpend.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SpendAnswer> record(@PathVariable UUID budgetId, @RequestBody RecordSpendRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                SpendAnswer::of);
    }

    /**
     * @param evidence whether a receipt or the like is held; false if not given
     * @param paid whether the money has left the account; true if not given
     */
    @Schema(name = "RecordSpend")
    record RecordSpendRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String accountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "118.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-10") @Nullable
            String on,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Category.class) @Nullable
            String category,

            @Schema(example = "L2") @Nullable String lineId,
            @Schema(example = "O1") @Nullable String outcomeId,
            @Nullable PayeeField payee,

            @Schema(description = "Kept in the register.") @Nullable
            String reference,

            @Schema(description = "Four digits (ISO 18245).", example = "7911") @Nullable
            String merchantCode,

            @Schema(format = "uuid", description = "The one-off payment whose money it uses first.") @Nullable
            String ringFence,

            @Nullable Boolean evidence,
            @Nullable Boolean paid) {

        Command command(BudgetId budget, Fields fields) {
            String line = fields.optionalCode("lineId", lineId);
            String outcome = fields.optionalCode("outcomeId", outcomeId);
            UUID oneOff = fields.optionalUuid("ringFence", ringFence);
            String merchant = fields.optionalMerchantCode("merchantCode", merchantCode);
            return new RecordSpend(
                    budget,
                    new AccountId(fields.uuid("accountId", accountId)),
                    fields.money("amount", amount),
                    fields.date("on", on),
                    fields.oneOf("category", category, Category.class),
                    line == null ? null : new LineId(line),
                    outcome == null ? null : new OutcomeId(outcome),
                    oneOff == null ? null : new PaymentId(oneOff),
                    PayeeField.payee(payee, fields),
                    PayeeField.nameOf(payee, fields),
                    fields.optionalNote("reference", reference, LONGEST_REFERENCE),
                    merchant == null ? null : new MerchantCode(merchant),
                    Boolean.TRUE.equals(evidence),
                    !Boolean.FALSE.equals(paid));
        }
    }

    @Schema(name = "SpendAnswer")
    record SpendAnswer(
            SpendId spendId,

            @Schema(allowableValues = {"ACCEPTED", "UNDER_QUERY", "HELD", "CLEARED"})
            String status,

            List<SpendReason> reasons,

            @Schema(description = "The last day on which the holder may take time over an answer to a query.") @Nullable
            LocalDate answerBy,

            @Schema(description = "From which sources it was paid; empty where nothing was paid.")
            Map<Source, Money> split) {

        static SpendAnswer of(Facts facts) {
            var recorded = facts.find(SpendRecorded.class);
            if (recorded.isPresent()) {
                return of(
                        recorded.get(),
                        facts.find(SpendQueried.class)
                                .map(SpendQueried::answerBy)
                                .orElse(null));
            }
            var held = facts.find(SpendHeld.class);
            return held.isPresent()
                    ? new SpendAnswer(held.get().spend(), "HELD", held.get().reasons(), null, Map.of())
                    : new SpendAnswer(facts.the(SpendCleared.class).spend(), "CLEARED", List.of(), null, Map.of());
        }

        private static SpendAnswer of(SpendRecorded it, @Nullable LocalDate answerBy) {
            return new SpendAnswer(
                    it.spend(),
                    it.accepted() ? "ACCEPTED" : "UNDER_QUERY",
                    it.reasons(),
                    answerBy,
                    SourceSplit.of(it.split()));
        }
    }
}
