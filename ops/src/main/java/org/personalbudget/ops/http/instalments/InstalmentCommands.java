package org.personalbudget.ops.http.instalments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Approves instalments. */
@Tag(name = "Instalments")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/instalments")
public final class InstalmentCommands {

    private static final int LONGEST_PURPOSE = 500;

    private final Desk desk;
    private final BudgetPersons persons;

    InstalmentCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Approve an instalment",
            description = "REGULAR: what the plan says for the period, once for each account and period. ONE_OFF: an"
                    + " amount of its own, ring-fenced for its purpose.")
    @PostMapping
    @Asks(ApproveInstalment.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<InstalmentApprovedAnswer> approve(
            @PathVariable UUID budgetId, @RequestBody ApproveInstalmentRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> InstalmentApprovedAnswer.of(facts.the(InstalmentApproved.class)));
    }

    @Schema(name = "ApproveInstalment")
    record ApproveInstalmentRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025-P03") @Nullable
            String period,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"REGULAR", "ONE_OFF"})
            @Nullable
            String kind,

            @Schema(description = "For a one-off.", example = "345.00") @Nullable
            String amount,

            @Schema(description = "For a one-off; kept in the register.") @Nullable
            String purpose,

            @Schema(format = "uuid", description = "Needed where the budget has several accounts.") @Nullable
            String accountId) {

        Command command(BudgetId budget, Fields fields) {
            UUID account = fields.optionalUuid("accountId", accountId);
            return new ApproveInstalment(
                    budget,
                    fields.period("period", period),
                    fields.oneOf("kind", kind, InstalmentKind.class),
                    fields.optionalMoney("amount", amount),
                    fields.optionalNote("purpose", purpose, LONGEST_PURPOSE),
                    account == null ? null : new AccountId(account),
                    null);
        }
    }

    @Schema(name = "InstalmentApproved")
    record InstalmentApprovedAnswer(
            PaymentId paymentId, PeriodId period, Money gross, Money contribution, Money payable) {
        static InstalmentApprovedAnswer of(InstalmentApproved it) {
            return new InstalmentApprovedAnswer(
                    it.payment(),
                    it.servicePeriod(),
                    it.gross(),
                    it.contribution(),
                    it.payable().total());
        }
    }
}
