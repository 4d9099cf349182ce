package org.personalbudget.ops.http.payruns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.payrun.PayRunCommand.*;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.payments.bacs.BacsCalendar;
import org.personalbudget.projections.reader.LiveReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Builds runs, has a second person approve them, and notes that their files went to the bank. */
@Tag(name = "Pay runs")
@RestController
@RequestMapping("/api/v1/pay-runs")
public final class PayRunCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk;
    private final PayRunBuilding building;
    private final PayRunRevision revision;
    private final PayRunRelease release;
    private final PayRunShown shown;
    private final BacsCalendar days;
    private final LiveReader reader;

    PayRunCommands(
            Desk desk,
            PayRunBuilding building,
            PayRunRevision revision,
            PayRunRelease release,
            PayRunShown shown,
            BacsCalendar days,
            LiveReader reader) {
        this.desk = desk;
        this.building = building;
        this.revision = revision;
        this.release = release;
        this.shown = shown;
        this.days = days;
        this.reader = reader;
    }

    @Operation(
            summary = "Build a pay run",
            description =
                    "MAIN approves the regular instalment of every open account for the period first. What is left out is"
                            + " listed with its reason. A build that broke off goes on when asked again with the same key.")
    @PostMapping
    @Asks(BuildPayRun.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PayRunAnswer> build(@RequestBody BuildPayRunRequest body, Call call) throws InterruptedException {
        PayRunId run = new PayRunId(call.newId("pay-run"));
        desk.ask(call, HttpStatus.CREATED, fields -> body.command(run, days, fields), facts -> run);
        return answer(HttpStatus.CREATED, run, building.build(run, call));
    }

    @Operation(
            summary = "Approve a pay run",
            description =
                    "By somebody else, naming the hash that was shown. Where bank details were replaced since the run was"
                            + " built, or a change of them was proposed, it says so first and has another hash: look at it"
                            + " again and name that. Then every payment is submitted by its budget; what cannot be paid any"
                            + " more is dropped, and the totals say so.")
    @PostMapping("/{runId}/approval")
    @Asks(ApprovePayRun.class)
    ResponseEntity<PayRunAnswer> approve(@PathVariable UUID runId, @RequestBody ApprovePayRunRequest body, Call call)
            throws InterruptedException {
        PayRunId run = new PayRunId(runId);
        revision.revise(run);
        var approved = desk.ask(call, HttpStatus.OK, fields -> body.command(run, fields), facts -> run);
        return answer(HttpStatus.OK, run, Math.max(position(approved), release.release(run)));
    }

    @Operation(summary = "Give a pay run up", description = "Before anybody has approved it.")
    @PostMapping("/{runId}/cancellation")
    @Asks(CancelPayRun.class)
    ResponseEntity<PayRunAnswer> cancel(
            @PathVariable UUID runId, @RequestBody(required = false) @Nullable Nothing body, Call call)
            throws InterruptedException {
        return step(new CancelPayRun(new PayRunId(runId)), call);
    }

    @Operation(summary = "Note that the files went to the bank", description = "Once.")
    @PostMapping("/{runId}/submission")
    @Asks(SubmitPayRun.class)
    ResponseEntity<PayRunAnswer> submit(
            @PathVariable UUID runId, @RequestBody(required = false) @Nullable Nothing body, Call call)
            throws InterruptedException {
        return step(new SubmitPayRun(new PayRunId(runId)), call);
    }

    private ResponseEntity<PayRunAnswer> step(org.personalbudget.ledger.payrun.PayRunCommand command, Call call)
            throws InterruptedException {
        var done = desk.ask(call, HttpStatus.OK, fields -> command, facts -> command.run());
        return answer(HttpStatus.OK, command.run(), position(done));
    }

    private static long position(ResponseEntity<?> answer) {
        String position = answer.getHeaders().getFirst(Desk.POSITION);
        return position == null ? 0 : Long.parseLong(position);
    }

    private ResponseEntity<PayRunAnswer> answer(HttpStatus status, PayRunId run, long position)
            throws InterruptedException {
        reader.awaitPosition(position, PATIENCE);
        return ResponseEntity.status(status)
                .header(Desk.POSITION, Long.toString(position))
                .body(shown.of(run));
    }

    @Schema(name = "BuildPayRun")
    record BuildPayRunRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"MAIN", "CATCH_UP", "EMERGENCY", "SUPPLIERS"})
            @Nullable
            String kind,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    format = "date",
                    example = "2025-06-02",
                    description = "What is due by this day, or by the last day before the next working day, is paid.")
            @Nullable
            String dueBy,

            @Schema(
                    example = "2025-P03",
                    description = "For MAIN, the period; the one that begins by then, if not given.")
            @Nullable
            String period) {

        Command command(PayRunId run, BacsCalendar days, Fields fields) {
            PayRunKind what = fields.oneOf("kind", kind, PayRunKind.class);
            LocalDate by = fields.date("dueBy", dueBy);
            PeriodId given = period == null ? null : fields.period("period", period);
            return new BuildPayRun(
                    run,
                    what,
                    by,
                    what != PayRunKind.MAIN ? null : given == null ? periodPaidBy(by, days) : given,
                    days.datesFor(by));
        }

        /** The last period that begins by then; one that begins on a day no bank works is paid the working day before. */
        private static @Nullable PeriodId periodPaidBy(LocalDate by, BacsCalendar days) {
            PeriodCalendar calendar = PeriodCalendar.standard();
            LocalDate last = days.lastPaidOn(by);
            if (!calendar.range().contains(last)) return null;
            Period period = calendar.periodOf(last);
            return period.id();
        }
    }

    @Schema(name = "ApprovePayRun")
    record ApprovePayRunRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The hash of the run as it was shown.")
            @Nullable
            String hash) {

        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        Command command(PayRunId run, Fields fields) {
            String seen = fields.text("hash", hash, 64);
            if (hash != null && !SHA_256.matcher(seen).matches()) {
                fields.wrong("hash", "not-a-hash", "must be 64 hexadecimal digits");
            }
            return new ApprovePayRun(run, new FileDigest(seen));
        }
    }
}
