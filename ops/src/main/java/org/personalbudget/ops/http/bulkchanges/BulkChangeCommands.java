package org.personalbudget.ops.http.bulkchanges;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.bulkchange.BulkChangeCommand;
import org.personalbudget.ledger.bulkchange.BulkChangeCommand.OrderBulkChange;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent.BulkChangeOrdered;
import org.personalbudget.ledger.bulkchange.BulkTerms;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.budget.BudgetSummary;
import org.personalbudget.projections.bulkchange.BulkChangeQuery;
import org.personalbudget.projections.bulkchange.BulkChangeView;
import org.personalbudget.projections.reader.LiveReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders bulk changes, and has a second person approve what they propose. */
@Tag(name = "Bulk changes")
@RestController
@RequestMapping("/api/v1/bulk-changes")
public final class BulkChangeCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 500;

    private final Desk desk;
    private final Batches batches;
    private final BulkChangeQuery changes;
    private final BudgetQuery budgets;
    private final EventReader log;
    private final LiveReader reader;

    BulkChangeCommands(
            Desk desk,
            Batches batches,
            BulkChangeQuery changes,
            BudgetQuery budgets,
            EventReader log,
            LiveReader reader) {
        this.desk = desk;
        this.batches = batches;
        this.changes = changes;
        this.budgets = budgets;
        this.log = log;
        this.reader = reader;
    }

    @Operation(
            summary = "Propose a cut or an uplift for many budgets",
            description =
                    "A batch works once: ordered again, it does what it has not done yet and nothing twice, and says"
                            + " so. A cut only proposes; each is decided by a plan of its own, after a reassessment. An uplift"
                            + " proposes a plan with the new price for each budget, to be approved by somebody else.")
    @PostMapping
    @Asks(OrderBulkChange.class)
    ResponseEntity<BatchAnswer> order(@RequestBody BulkChangeRequest body, Call call) throws InterruptedException {
        ResponseEntity<Boolean> ordered =
                desk.ask(call, HttpStatus.OK, body::command, facts -> facts.has(BulkChangeOrdered.class));
        BatchId batch = new BatchId(String.valueOf(body.batchId));
        BulkTerms terms = termsOf(batch);
        Map<BudgetId, Answer> answers = batches.ask(
                terms.budgets().isEmpty() ? allBudgets() : terms.budgets(),
                budget -> command(budget, batch, terms),
                call);
        return answer(batch, !Boolean.TRUE.equals(ordered.getBody()), answers, "PROPOSED", ordered);
    }

    @Operation(
            summary = "Approve the plans of an uplift",
            description = "All that still wait, each by the caller's own limit; never by who ordered the batch.")
    @PostMapping("/{batchId}/approval")
    @Asks(ApprovePlan.class)
    ResponseEntity<BatchAnswer> approve(
            @PathVariable String batchId, @RequestBody(required = false) @Nullable Nothing body, Call call)
            throws InterruptedException {
        awaitViews();
        BatchId batch = new BatchId(batchId);
        Map<BudgetId, ApprovePlan> waiting = new LinkedHashMap<>();
        for (BulkChangeView.Proposal each : changes.proposals(batch)) {
            Integer version = each.planVersion();
            if (version != null && isOpen(each.standing())) {
                waiting.put(each.budget(), new ApprovePlan(each.budget(), version));
            }
        }
        Map<BudgetId, Answer> answers =
                batches.ask(List.copyOf(waiting.keySet()), budget -> Objects.requireNonNull(waiting.get(budget)), call);
        return answer(batch, true, answers, "APPROVED", ResponseEntity.ok().build());
    }

    private static boolean isOpen(@Nullable String standing) {
        return "PROPOSED".equals(standing) || "ESCALATED".equals(standing);
    }

    /** What was fixed when the batch was ordered first. */
    private BulkTerms termsOf(BatchId batch) {
        return log.stream(BulkChangeCommand.streamOf(batch), 1).stream()
                .findFirst()
                .map(first -> ((BulkChangeOrdered) first.event()).terms())
                .orElseThrow(() -> new IllegalStateException("batch " + batch + " was accepted and is not there"));
    }

    private static Command command(BudgetId budget, BatchId batch, BulkTerms terms) {
        return switch (terms.kind()) {
            case CUT -> new ProposeCut(budget, batch, Objects.requireNonNull(terms.basisPoints()));
            case UPLIFT ->
                new UpliftRates(
                        budget,
                        batch,
                        Objects.requireNonNull(terms.category()),
                        terms.basisPoints(),
                        terms.rate(),
                        Objects.requireNonNull(terms.from()));
        };
    }

    private List<BudgetId> allBudgets() throws InterruptedException {
        awaitViews();
        List<BudgetId> all = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            Listed<BudgetSummary> page = budgets.list(null, after, PAGE);
            page.items().forEach(each -> all.add(each.budgetId()));
            after = page.next();
        }
        return all;
    }

    private ResponseEntity<BatchAnswer> answer(
            BatchId batch, boolean repeated, Map<BudgetId, Answer> answers, String done, ResponseEntity<?> before)
            throws InterruptedException {
        String known = before.getHeaders().getFirst(Desk.POSITION);
        long position = Batches.position(answers, known == null ? 0 : Long.parseLong(known));
        reader.awaitPosition(position, PATIENCE);
        BulkChangeView view = changes.find(batch).orElseThrow(() -> unknown(batch));
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(Math.max(position, view.position())))
                .body(BatchAnswer.of(view, repeated, answers, done));
    }

    static ProblemException unknown(BatchId batch) {
        return new ProblemException(Problem.of(404, "unknown-batch", "No batch " + batch + " has been ordered.")
                .about("batchId"));
    }

    private void awaitViews() throws InterruptedException {
        if (reader.awaitHead(PATIENCE)) return;
        throw new ProblemException(Problem.of(
                503, "projection-behind", "The list of budgets is not up to date yet. Ask again in a moment."));
    }

    @Schema(name = "OrderBulkChange")
    record BulkChangeRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"CUT", "UPLIFT"})
            @Nullable
            String kind,

            @Schema(example = "4.10", description = "For a cut; for an uplift this or rate.") @Nullable
            String percent,

            @Schema(example = "22.90", description = "For an uplift, the new price of one unit.") @Nullable
            String rate,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "uplift-2026",
                    description = "The council's own name for the batch.")
            @Nullable
            String batchId,

            @Schema(description = "The budgets meant; left out, all.") @Nullable
            List<String> budgets,

            @Schema(description = "For an uplift, the lines meant; HOME_CARE if not given.") @Nullable
            String category,

            @Schema(format = "date", description = "For an uplift, the first day of the new price; today if not given.")
            @Nullable
            String effectiveFrom) {

        Command command(Fields fields) {
            BulkTerms.Kind what = fields.oneOf("kind", kind, BulkTerms.Kind.class);
            boolean uplift = what == BulkTerms.Kind.UPLIFT;
            return new OrderBulkChange(
                    new BatchId(fields.code("batchId", batchId)),
                    new BulkTerms(
                            what,
                            percent == null ? null : fields.percent("percent", percent),
                            uplift ? fields.oneOf("category", category, Category.class, Category.HOME_CARE) : null,
                            fields.optionalMoney("rate", rate),
                            uplift ? fields.optionalDate("effectiveFrom", effectiveFrom) : null,
                            fields.eachIfAny("budgets", budgets, BulkChangeRequest::budget)));
        }

        private static BudgetId budget(Fields fields, String id) {
            return new BudgetId(fields.uuid("", id));
        }
    }
}
