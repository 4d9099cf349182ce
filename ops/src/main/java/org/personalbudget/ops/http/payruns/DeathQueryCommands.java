package org.personalbudget.ops.http.payruns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.PayoutCommand.DismissDeathQuery;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where it is said that somebody, of whom the bank says that they have died, has not. */
@Tag(name = "Payments")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/death-query")
public final class DeathQueryCommands {

    private static final int LONGEST_WORDS = 2_000;

    private final Desk desk;
    private final BudgetPersons people;

    DeathQueryCommands(Desk desk, BudgetPersons people) {
        this.desk = desk;
        this.people = people;
    }

    @Operation(
            summary = "Dismiss a death query",
            description =
                    "A payment came back because somebody has died, and it is not so. Where it is, record the death.")
    @PostMapping("/dismissal")
    @Asks(DismissDeathQuery.class)
    ResponseEntity<DismissedAnswer> dismiss(
            @PathVariable UUID budgetId, @RequestBody DismissDeathQueryRequest body, Call call) {
        BudgetId budget = new BudgetId(budgetId);
        return desk.ask(
                call,
                people.of(budgetId),
                HttpStatus.OK,
                fields -> new DismissDeathQuery(budget, fields.note("reason", body.reason, LONGEST_WORDS)),
                facts -> new DismissedAnswer(budget, "DISMISSED"));
    }

    @Schema(name = "DismissDeathQuery")
    record DismissDeathQueryRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "How it was found out.") @Nullable
            String reason) {}

    @Schema(name = "DeathQueryDismissed")
    record DismissedAnswer(BudgetId budgetId, String status) {}
}
