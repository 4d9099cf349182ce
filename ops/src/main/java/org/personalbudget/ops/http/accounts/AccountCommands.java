package org.personalbudget.ops.http.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.ChangeCommand.MoveAccount;
import org.personalbudget.ledger.budget.ChangeEvent.AccountClosed;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ops.http.course.Consequences;
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

/** Opens accounts. */
@Tag(name = "Accounts")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/accounts")
public final class AccountCommands {

    private final Desk desk;

    AccountCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Open an account",
            description = "A way to deploy the budget: all of it, or the plan lines named. NET: the person pays the"
                    + " contribution into the account. GROSS: the council pays everything and bills the person.")
    @PostMapping
    @Asks(OpenAccount.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountOpenedAnswer> open(
            @PathVariable UUID budgetId, @RequestBody OpenAccountRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> new AccountOpenedAnswer(facts.the(AccountOpened.class).account()));
    }

    @Operation(
            summary = "Move to another kind of account",
            description =
                    "From that day another account takes the place of this one, and of the lines it pays for. What"
                            + " this one holds stays in it until it is transferred or comes back.")
    @PostMapping("/{accountId}/move")
    @Asks(MoveAccount.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountMovedAnswer> move(
            @PathVariable UUID budgetId,
            @PathVariable UUID accountId,
            @RequestBody MoveAccountRequest body,
            Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new AccountId(accountId), fields),
                facts -> new AccountMovedAnswer(
                        facts.the(AccountOpened.class).account(),
                        facts.the(AccountClosed.class).lastDay(),
                        Consequences.of(facts)));
    }

    @Schema(name = "MoveAccount")
    record MoveAccountRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = AccountKind.class) @Nullable
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = ContributionMethod.class) @Nullable
            String method,

            @Schema(example = "P-1001") @Nullable String holderRef,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-09-15") @Nullable
            String from) {

        Command command(BudgetId budget, AccountId account, Fields fields) {
            String holder = fields.optionalCode("holderRef", holderRef);
            return new MoveAccount(
                    budget,
                    account,
                    fields.oneOf("kind", kind, AccountKind.class),
                    fields.oneOf("method", method, ContributionMethod.class),
                    holder == null ? null : new PersonRef(holder),
                    fields.date("from", from));
        }
    }

    @Schema(name = "AccountMoved")
    record AccountMovedAnswer(
            AccountId accountId,

            @Schema(description = "The last day of the account it takes the place of.")
            LocalDate lastDay,

            Consequences consequences) {}

    @Schema(name = "OpenAccount")
    record OpenAccountRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {
                        "DIRECT_PAYMENT",
                        "PREPAID_CARD",
                        "MANAGED_ACCOUNT",
                        "INDIVIDUAL_SERVICE_FUND",
                        "COUNCIL_MANAGED",
                        "NOTIONAL"
                    })
            @Nullable
            String kind,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"NET", "GROSS"})
            @Nullable
            String method,

            @Schema(example = "P-1001") @Nullable String holderRef,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-04-07") @Nullable
            String startsOn,

            @Schema(description = "The plan lines it pays for; left out, all that no other account names.") @Nullable
            List<String> lines) {

        Command command(BudgetId budget, Fields fields) {
            String holder = fields.optionalCode("holderRef", holderRef);
            return new OpenAccount(
                    budget,
                    fields.oneOf("kind", kind, AccountKind.class),
                    fields.oneOf("method", method, ContributionMethod.class),
                    holder == null ? null : new PersonRef(holder),
                    fields.date("startsOn", startsOn),
                    fields.codes("lines", lines).stream().map(LineId::new).toList());
        }
    }

    @Schema(name = "AccountOpened")
    record AccountOpenedAnswer(AccountId accountId) {}
}
