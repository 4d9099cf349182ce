package org.personalbudget.ops.http.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetCommand.RejectPlan;
import org.personalbudget.ledger.budget.BudgetEvent.PlanEscalated;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.course.Consequences;
import org.personalbudget.ops.http.plans.PlanRequests.PlanDecidedAnswer;
import org.personalbudget.ops.http.plans.PlanRequests.PlanProposedAnswer;
import org.personalbudget.ops.http.plans.PlanRequests.ProposePlanRequest;
import org.personalbudget.ops.http.plans.PlanRequests.RejectPlanRequest;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposes plans and decides on them. */
@Tag(name = "Plans")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/plans")
public final class PlanCommands {

    private final Desk desk;
    private final BudgetPersons persons;

    PlanCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Propose a plan",
            description = "Outcomes, and the lines that serve them. Outcome statements are kept in the register.")
    @PostMapping
    @Asks(ProposePlan.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlanProposedAnswer> propose(
            @PathVariable UUID budgetId, @RequestBody ProposePlanRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> new PlanProposedAnswer(facts.the(PlanProposed.class).version()));
    }

    @Operation(
            summary = "Approve a plan",
            description = "Above an approver's weekly limit the plan goes to the panel: the status is then ESCALATED.")
    @PostMapping("/{version}/approval")
    @Asks(ApprovePlan.class)
    ResponseEntity<PlanDecidedAnswer> approve(
            @PathVariable UUID budgetId,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Nothing body,
            Call call) {
        return desk.ask(
                call,
                HttpStatus.OK,
                fields -> new ApprovePlan(new BudgetId(budgetId), version),
                facts -> facts.has(PlanEscalated.class)
                        ? new PlanDecidedAnswer(version, "ESCALATED", null)
                        : new PlanDecidedAnswer(version, "APPROVED", Consequences.of(facts)));
    }

    @Operation(summary = "Turn a plan down", description = "The reason is kept in the register.")
    @PostMapping("/{version}/rejection")
    @Asks(RejectPlan.class)
    ResponseEntity<PlanDecidedAnswer> reject(
            @PathVariable UUID budgetId, @PathVariable int version, @RequestBody RejectPlanRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.OK,
                fields -> body.command(new BudgetId(budgetId), version, fields),
                fields -> new PlanDecidedAnswer(version, "REJECTED", null));
    }
}
