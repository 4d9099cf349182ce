package org.personalbudget.ops.http.necessity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.DecideNecessity;
import org.personalbudget.ledger.budget.BudgetEvent.NecessityDecided;
import org.personalbudget.ledger.budget.NecessityPurpose;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.payees.PayeeField;
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

/** Decides that paying a close relative is necessary. */
@Tag(name = "Necessity decisions")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/necessity-decisions")
public final class NecessityCommands {

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final BudgetPersons persons;

    NecessityCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Decide that paying a close relative is necessary",
            description = "For the dates given, both inclusive (SI 2014/2871, regulation 3). Without a payee it covers"
                    + " everyone so related.")
    @PostMapping
    @Asks(DecideNecessity.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NecessityDecidedAnswer> decide(
            @PathVariable UUID budgetId, @RequestBody DecideNecessityRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> NecessityDecidedAnswer.of(facts.the(NecessityDecided.class)));
    }

    @Schema(name = "DecideNecessity")
    record DecideNecessityRequest(
            @Nullable String payeeRef,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "SPOUSE, PARTNER or RELATIVE, or a word such as \"son\".",
                    example = "RELATIVE")
            @Nullable
            String relationship,

            @Schema(
                    allowableValues = {"CARE", "ADMINISTRATION"},
                    description = "CARE if not given.")
            @Nullable
            String purpose,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-09-21") @Nullable
            String to,

            @Schema(description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, Fields fields) {
            String payee = fields.optionalCode("payeeRef", payeeRef);
            return new DecideNecessity(
                    budget,
                    payee == null ? null : new PersonRef(payee),
                    PayeeField.relationship("relationship", relationship, fields),
                    fields.oneOf("purpose", purpose, NecessityPurpose.class, NecessityPurpose.CARE),
                    fields.dates("from", from, "to", to),
                    fields.optionalNote("reason", reason, LONGEST_REASON));
        }
    }

    @Schema(name = "NecessityDecided")
    record NecessityDecidedAnswer(
            @Nullable PersonRef payeeRef,
            Relationship relationship,
            NecessityPurpose purpose,
            LocalDate from,
            LocalDate to) {
        static NecessityDecidedAnswer of(NecessityDecided it) {
            return new NecessityDecidedAnswer(
                    it.payee(),
                    it.relationship(),
                    it.purpose(),
                    it.dates().first(),
                    it.dates().last());
        }
    }
}
