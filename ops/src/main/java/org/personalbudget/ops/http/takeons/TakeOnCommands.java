package org.personalbudget.ops.http.takeons;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.ApproveTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.PrepareTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent.TakeOnPrepared;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.http.policies.AdoptedPolicies;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.takeons.TakeOnAnswers.ApprovedAnswer;
import org.personalbudget.ops.http.takeons.TakeOnAnswers.PreparedAnswer;
import org.personalbudget.ops.http.takeons.TakeOnAnswers.TakenAnswer;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes budgets on from an old system: one controller lays a file before another, who approves the very same. */
@Tag(name = "Take-on")
@RestController
@RequestMapping("/api/v1/take-ons")
public final class TakeOnCommands {

    private static final String CSV = "text/csv";
    private static final byte[] NOTHING = {};

    private final Desk desk;
    private final TakeOnBudgets budgets;
    private final EventReader log;
    private final AdoptedPolicies policies;

    TakeOnCommands(Desk desk, TakeOnBudgets budgets, EventReader log) {
        this.desk = desk;
        this.budgets = budgets;
        this.log = log;
        this.policies = new AdoptedPolicies(log);
    }

    @Operation(
            summary = "Prepare a take-on",
            description =
                    "Reads a file (CSV, RFC 4180, UTF-8) with the rows BUDGET, OUTCOME, LINE, ACCOUNT, BALANCE and"
                            + " ITEM, proves it by a trial balance, and explains every line that cannot be taken on. Changes no"
                            + " budget. A corrected file takes the place of the one before until one is approved.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @PostMapping
    @Asks(PrepareTakeOn.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PreparedAnswer> prepare(
            @RequestParam(value = "batch", required = false) @Nullable String batch,
            @RequestParam(value = "on", required = false) @Nullable String on,
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body,
            Call call) {
        BatchId id = batchOf(batch);
        LocalDate day = dayOf(on);
        byte[] bytes = csv(type, body);
        TakeOnFile file =
                TakeOnFile.read(bytes, policies.inForceOn(day), day).without(budget -> cameOtherwise(budget, id));
        TakeOnBalance balance = TakeOnBalance.of(file.budgets(), id, day);
        FileDigest digest = digestOf(bytes);
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> new PrepareTakeOn(
                        id,
                        day,
                        digest,
                        file.budgets().size(),
                        file.rejected().size(),
                        balance.debits(),
                        balance.credits()),
                facts -> PreparedAnswer.of(id, day, digest, file, balance, !facts.has(TakeOnPrepared.class)));
    }

    @Operation(
            summary = "Approve a take-on",
            description = "With the very file that was prepared, by somebody else. Each budget is taken on in one"
                    + " decision, and once: approved again, what was taken on is unchanged.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @PostMapping("/{batchId}/approval")
    @Asks(ApproveTakeOn.class)
    ResponseEntity<ApprovedAnswer> approve(
            @PathVariable String batchId,
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body,
            Call call) {
        BatchId batch = batchOf(batchId);
        byte[] bytes = csv(type, body);
        ResponseEntity<Boolean> approved = desk.ask(
                call, HttpStatus.OK, fields -> new ApproveTakeOn(batch, digestOf(bytes)), facts -> Boolean.TRUE);
        TakeOnPrepared prepared = preparedLast(batch);
        TakeOnFile file = TakeOnFile.read(bytes, policies.inForceOn(prepared.on()), prepared.on());
        List<Answer> answers = budgets.take(file.budgets(), prepared, call);
        List<TakenAnswer> taken = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            taken.add(TakenAnswer.of(file.budgets().get(i), batch, answers.get(i)));
        }
        String known = approved.getHeaders().getFirst(Desk.POSITION);
        long position = TakeOnBudgets.position(answers, known == null ? 0 : Long.parseLong(known));
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(ApprovedAnswer.of(batch, prepared.on(), taken));
    }

    /** Whether the ledger has it already, and not of this batch, which may be repeated. */
    private boolean cameOtherwise(TakenBudget budget, BatchId batch) {
        return log.stream(budget.id().stream(), 1).stream()
                .limit(1)
                .anyMatch(first -> !first.command().equals(budget.request(batch)));
    }

    private static BatchId batchOf(@Nullable String batch) {
        Fields fields = Fields.ofParameters();
        BatchId id = new BatchId(fields.code("batch", batch));
        fields.verify();
        return id;
    }

    private static LocalDate dayOf(@Nullable String on) {
        Fields fields = Fields.ofParameters();
        LocalDate day = fields.date("on", on);
        fields.verify();
        return day;
    }

    private static byte[] csv(@Nullable String type, byte @Nullable [] body) {
        if (type == null || !type.startsWith(CSV)) {
            throw new ProblemException(Problem.of(
                    415,
                    "unsupported-media-type",
                    "This takes a body of " + CSV + ", not of " + (type == null ? "no type" : "another type") + "."));
        }
        return body == null ? NOTHING : body;
    }

    private static FileDigest digestOf(byte[] bytes) {
        try {
            return new FileDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The file that was approved: the last one prepared. */
    private TakeOnPrepared preparedLast(BatchId batch) {
        return log.stream(TakeOnBatchCommand.streamOf(batch), 1).stream()
                .map(each -> each.event())
                .filter(TakeOnPrepared.class::isInstance)
                .map(TakeOnPrepared.class::cast)
                .reduce((before, last) -> last)
                .orElseThrow(() -> new IllegalStateException("take-on " + batch + " was approved and is not there"));
    }
}
