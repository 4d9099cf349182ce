package org.personalbudget.ops.http.course;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ChangeCommand.EndBudget;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ChangeCommand.ResumeBudget;
import org.personalbudget.ledger.budget.ChangeCommand.SuspendBudget;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetEnded;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetResumed;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetSuspended;
import org.personalbudget.ledger.budget.ChangeEvent.DeathRecorded;
import org.personalbudget.ledger.budget.EndReason;
import org.personalbudget.ledger.budget.SuspensionReason;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suspends budgets, resumes and ends them, and records a death. */
@Tag(name = "Course of a budget")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}")
public final class CourseCommands {

    private static final int LONGEST_NOTE = 2_000;

    private final Desk desk;
    private final BudgetPersons persons;

    CourseCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Suspend a budget, or some of its lines",
            description = "Of a stay in hospital the policy's days are paid in full; after that, and for every other"
                    + " reason from the first day, the days are withheld.")
    @PostMapping("/suspension")
    @Asks(SuspendBudget.class)
    ResponseEntity<SuspendedAnswer> suspend(@PathVariable UUID budgetId, @RequestBody SuspendRequest body, Call call) {
        return ask(budgetId, call, fields -> body.command(new BudgetId(budgetId), fields), SuspendedAnswer::of);
    }

    @Operation(summary = "Resume a budget", description = "Ends every suspension that is open on that day.")
    @PostMapping("/resumption")
    @Asks(ResumeBudget.class)
    ResponseEntity<ResumedAnswer> resume(@PathVariable UUID budgetId, @RequestBody ResumeRequest body, Call call) {
        return ask(budgetId, call, fields -> body.command(new BudgetId(budgetId), fields), ResumedAnswer::of);
    }

    @Operation(summary = "End a budget", description = "With its last day. What was paid for later days comes back.")
    @PostMapping("/ending")
    @Asks(EndBudget.class)
    ResponseEntity<EndedAnswer> end(@PathVariable UUID budgetId, @RequestBody EndRequest body, Call call) {
        return ask(budgetId, call, fields -> body.command(new BudgetId(budgetId), fields), EndedAnswer::of);
    }

    @Operation(
            summary = "Record a death",
            description = "The day of death is the last that costs anything. No further instalment is paid; what was"
                    + " incurred before is settled, and the rest comes back.")
    @PostMapping("/death")
    @Asks(RecordDeath.class)
    ResponseEntity<EndedAnswer> die(@PathVariable UUID budgetId, @RequestBody DeathRequest body, Call call) {
        return ask(budgetId, call, fields -> body.command(new BudgetId(budgetId), fields), EndedAnswer::ofDeath);
    }

    private <T> ResponseEntity<T> ask(
            UUID budget, Call call, Function<Fields, Command> read, Function<Facts, T> answer) {
        return desk.ask(call, persons.of(budget), HttpStatus.OK, read, answer);
    }

    @Schema(name = "SuspendBudget")
    record SuspendRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-09-01") @Nullable
            String from,

            @Schema(description = "The plan lines meant; left out, all of the budget.") @Nullable
            List<String> lines,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = SuspensionReason.class) @Nullable
            String reason,

            @Schema(description = "Kept in the register.") @Nullable
            String note) {

        Command command(BudgetId budget, Fields fields) {
            return new SuspendBudget(
                    budget,
                    fields.date("from", from),
                    fields.codes("lines", lines).stream().map(LineId::new).toList(),
                    fields.oneOf("reason", reason, SuspensionReason.class),
                    fields.optionalNote("note", note, LONGEST_NOTE));
        }
    }

    @Schema(name = "ResumeBudget")
    record ResumeRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-09-29") @Nullable
            String from) {

        Command command(BudgetId budget, Fields fields) {
            return new ResumeBudget(budget, fields.date("from", from));
        }
    }

    @Schema(name = "EndBudget")
    record EndRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    format = "date",
                    example = "2025-10-31",
                    description = "The last day.")
            @Nullable
            String on,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = EndReason.class) @Nullable
            String reason,

            @Schema(description = "Kept in the register.") @Nullable
            String note) {

        Command command(BudgetId budget, Fields fields) {
            return new EndBudget(
                    budget,
                    fields.date("on", on),
                    fields.oneOf("reason", reason, EndReason.class),
                    fields.optionalNote("note", note, LONGEST_NOTE));
        }
    }

    @Schema(name = "RecordDeath")
    record DeathRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-10-01") @Nullable
            String on) {

        Command command(BudgetId budget, Fields fields) {
            return new RecordDeath(budget, fields.date("on", on));
        }
    }

    @Schema(name = "BudgetSuspended")
    record SuspendedAnswer(
            LocalDate from,

            @Schema(description = "The first day that is withheld.")
            LocalDate withheldFrom,

            Consequences consequences) {

        static SuspendedAnswer of(Facts facts) {
            BudgetSuspended it = facts.the(BudgetSuspended.class);
            return new SuspendedAnswer(it.from(), it.from().plusDays(it.paidDays()), Consequences.of(facts));
        }
    }

    @Schema(name = "BudgetResumed")
    record ResumedAnswer(LocalDate from, Consequences consequences) {
        static ResumedAnswer of(Facts facts) {
            return new ResumedAnswer(facts.the(BudgetResumed.class).from(), Consequences.of(facts));
        }
    }

    @Schema(name = "BudgetEnded")
    record EndedAnswer(LocalDate lastDay, Consequences consequences) {
        static EndedAnswer of(Facts facts) {
            return new EndedAnswer(facts.the(BudgetEnded.class).lastDay(), Consequences.of(facts));
        }

        static EndedAnswer ofDeath(Facts facts) {
            return new EndedAnswer(facts.the(DeathRecorded.class).diedOn(), Consequences.of(facts));
        }
    }
}
