package org.personalbudget.ops.http.reclaims;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimCommand.ApproveRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.ProposeRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.RejectRelief;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefApproved;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefProposed;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefRejected;
import org.personalbudget.ledger.budget.ReliefKind;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Nothing;
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

/** Lets amounts go: one proposes, another decides, and above a limit the panel. */
@Tag(name = "Reliefs")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/reliefs")
public final class ReliefCommands {

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final BudgetPersons persons;

    ReliefCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Propose to let an amount go",
            description =
                    "Waive or write off an unpaid contribution, an unpaid reclaim, or what is left in an account.")
    @PostMapping
    @Asks(ProposeRelief.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProposedAnswer> propose(@PathVariable UUID budgetId, @RequestBody ProposeRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> ProposedAnswer.of(facts.the(ReliefProposed.class)));
    }

    @Operation(
            summary = "Agree to let it go",
            description = "The controller up to the policy's limit, the panel above; never who proposed it.")
    @PostMapping("/{reliefId}/approval")
    @Asks(ApproveRelief.class)
    ResponseEntity<ApprovedAnswer> approve(
            @PathVariable UUID budgetId,
            @PathVariable UUID reliefId,
            @RequestBody(required = false) @Nullable Nothing body,
            Call call) {
        return desk.ask(
                call,
                HttpStatus.OK,
                _ -> new ApproveRelief(new BudgetId(budgetId), new ReliefId(reliefId)),
                facts -> ApprovedAnswer.of(facts.the(ReliefApproved.class)));
    }

    @Operation(summary = "Do not let it go", description = "Never by who proposed it.")
    @PostMapping("/{reliefId}/rejection")
    @Asks(RejectRelief.class)
    ResponseEntity<RejectedAnswer> reject(
            @PathVariable UUID budgetId, @PathVariable UUID reliefId, @RequestBody RejectRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.OK,
                fields -> body.command(new BudgetId(budgetId), new ReliefId(reliefId), fields),
                facts -> new RejectedAnswer(facts.the(ReliefRejected.class).relief()));
    }

    @Schema(name = "ProposeRelief")
    record ProposeRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"WAIVER", "WRITE_OFF"},
                    example = "WAIVER")
            @Nullable
            String kind,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"CONTRIBUTION", "RECLAIM", "ACCOUNT"},
                    example = "ACCOUNT")
            @Nullable
            String of,

            @Schema(format = "uuid", description = "For RECLAIM.") @Nullable
            String reclaimId,

            @Schema(format = "uuid", description = "For ACCOUNT: the one that keeps its money.") @Nullable
            String accountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "12.60") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, Fields fields) {
            UUID reclaim = fields.optionalUuid("reclaimId", reclaimId);
            UUID account = fields.optionalUuid("accountId", accountId);
            return new ProposeRelief(
                    budget,
                    fields.oneOf("kind", kind, ReliefKind.class),
                    fields.oneOf("of", of, ReliefOf.class),
                    reclaim == null ? null : new ReclaimId(reclaim),
                    account == null ? null : new AccountId(account),
                    fields.money("amount", amount),
                    fields.note("reason", reason, LONGEST_REASON));
        }
    }

    @Schema(name = "RejectRelief")
    record RejectRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, ReliefId relief, Fields fields) {
            return new RejectRelief(budget, relief, fields.note("reason", reason, LONGEST_REASON));
        }
    }

    @Schema(name = "ReliefProposed")
    record ProposedAnswer(
            ReliefId reliefId,
            ReliefKind kind,
            ReliefOf of,
            @Nullable ReclaimId reclaimId,
            @Nullable AccountId accountId,
            Money amount) {
        static ProposedAnswer of(ReliefProposed it) {
            return new ProposedAnswer(it.relief(), it.kind(), it.of(), it.reclaim(), it.account(), it.amount());
        }
    }

    @Schema(name = "ReliefApproved")
    record ApprovedAnswer(ReliefId reliefId, Money amount, Map<Source, Money> split) {
        static ApprovedAnswer of(ReliefApproved it) {
            return new ApprovedAnswer(it.relief(), it.split().total(), SourceSplit.of(it.split()));
        }
    }

    @Schema(name = "ReliefRejected")
    record RejectedAnswer(ReliefId reliefId) {}
}
