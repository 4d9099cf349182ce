package org.personalbudget.ops.http.contributions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AssessContribution;
import org.personalbudget.ledger.budget.BudgetCommand.RaiseContribution;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionAssessed;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionReceived;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Source;
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

/** Assesses contributions, bills them, and records what the person pays. */
@Tag(name = "Contributions")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}")
public final class ContributionCommands {

    private final Desk desk;

    ContributionCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Assess a contribution",
            description = "What the person pays a week from a date on; of the council's share only.")
    @PostMapping("/contributions")
    @Asks(AssessContribution.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AssessedAnswer> assess(@PathVariable UUID budgetId, @RequestBody AssessRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> AssessedAnswer.of(facts.the(ContributionAssessed.class)));
    }

    @Operation(
            summary = "Bill the contribution of a period",
            description = "For a period whose contribution no instalment has raised, as with council-managed care.")
    @PostMapping("/contribution-dues")
    @Asks(RaiseContribution.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DueAnswer> raise(@PathVariable UUID budgetId, @RequestBody RaiseRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> DueAnswer.of(facts.the(ContributionFellDue.class)));
    }

    @Operation(
            summary = "Record that the person paid a contribution",
            description = "Into an account, or (no account) to the council's bank.")
    @PostMapping("/contribution-payments")
    @Asks(RecordContributionPayment.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReceivedAnswer> receive(@PathVariable UUID budgetId, @RequestBody PaymentRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> ReceivedAnswer.of(facts.the(ContributionReceived.class)));
    }

    @Schema(name = "AssessContribution")
    record AssessRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "42.10") @Nullable
            String weekly,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-04-07") @Nullable
            String from) {

        Command command(BudgetId budget, Fields fields) {
            return new AssessContribution(budget, fields.money("weekly", weekly), fields.date("from", from));
        }
    }

    @Schema(name = "RaiseContribution")
    record RaiseRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025-P03") @Nullable
            String period) {

        Command command(BudgetId budget, Fields fields) {
            return new RaiseContribution(budget, fields.period("period", period));
        }
    }

    @Schema(name = "RecordContributionPayment")
    record PaymentRequest(
            @Schema(format = "uuid", description = "Where it was paid in; left out, it came to the council.") @Nullable
            String accountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "168.40") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-03") @Nullable
            String on) {

        Command command(BudgetId budget, Fields fields) {
            UUID account = fields.optionalUuid("accountId", accountId);
            return new RecordContributionPayment(
                    budget,
                    account == null ? null : new AccountId(account),
                    fields.money("amount", amount),
                    fields.date("on", on));
        }
    }

    @Schema(name = "ContributionAssessed")
    record AssessedAnswer(Money weekly, LocalDate from) {
        static AssessedAnswer of(ContributionAssessed it) {
            return new AssessedAnswer(it.weekly(), it.from());
        }
    }

    @Schema(name = "ContributionDue")
    record DueAnswer(PeriodId period, LocalDate from, LocalDate to, Money amount) {
        static DueAnswer of(ContributionFellDue it) {
            return new DueAnswer(
                    it.servicePeriod(), it.service().first(), it.service().last(), it.amount());
        }
    }

    @Schema(name = "ContributionReceived")
    record ReceivedAnswer(@Nullable AccountId accountId, Money amount, LocalDate on, Source source) {
        static ReceivedAnswer of(ContributionReceived it) {
            return new ReceivedAnswer(
                    it.account(),
                    it.received().amount(),
                    it.effectiveOn(),
                    it.received().source());
        }
    }
}
