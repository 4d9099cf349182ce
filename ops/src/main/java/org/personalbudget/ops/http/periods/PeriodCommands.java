package org.personalbudget.ops.http.periods;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.period.PeriodCommand;
import org.personalbudget.ledger.period.PeriodCommand.ApproveReopening;
import org.personalbudget.ledger.period.PeriodCommand.BeginClosing;
import org.personalbudget.ledger.period.PeriodCommand.RequestReopening;
import org.personalbudget.ledger.period.PeriodEvent.BooksReopened;
import org.personalbudget.ledger.period.PeriodEvent.ClosingBegun;
import org.personalbudget.ledger.period.PeriodEvent.ReopeningRequested;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.projections.period.PeriodQuery;
import org.personalbudget.projections.reader.LiveReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Closes periods, and opens the last closed one again if two controllers want it. */
@Tag(name = "Periods")
@RestController
@RequestMapping("/api/v1/periods/{period}")
public final class PeriodCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final LedgerGateway ledger;
    private final EventReader log;
    private final PeriodQuery periods;
    private final LiveReader reader;

    PeriodCommands(Desk desk, LedgerGateway ledger, EventReader log, PeriodQuery periods, LiveReader reader) {
        this.desk = desk;
        this.ledger = ledger;
        this.log = log;
        this.periods = periods;
        this.reader = reader;
    }

    @Operation(
            summary = "Close a period",
            description = "In order, from its last day on; with the first one all before it are closed. What has been"
                    + " ordered for it and not billed is accrued, budget by budget, then nothing is posted in it any more."
                    + " A closing that stopped in the middle goes on where it stopped.")
    @PostMapping("/closing")
    @Asks(BeginClosing.class)
    ResponseEntity<PeriodAnswer.Full> close(
            @PathVariable String period, @RequestBody(required = false) @Nullable Nothing body, Call call)
            throws InterruptedException {
        PeriodId closing = period(period);
        desk.ask(call, HttpStatus.OK, _ -> new BeginClosing(closing), _ -> true);
        awaitViews();
        long position = new Closing(ledger, closing, numberOf(closing), call).carryOut(periods.withOpenOrders(closing));
        if (!reader.awaitPosition(position, PATIENCE)) throw behind();
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(PeriodAnswer.Full.of(periods.find(closing)));
    }

    /** Which closing it is: the last that was begun of this period. */
    private int numberOf(PeriodId period) {
        return log.stream(PeriodCommand.STREAM, 1).stream()
                .map(RecordedEvent::event)
                .filter(ClosingBegun.class::isInstance)
                .map(ClosingBegun.class::cast)
                .filter(begun -> begun.period().equals(period))
                .reduce((_, later) -> later)
                .orElseThrow(
                        () -> new IllegalStateException("the closing of " + period + " was begun and is not there"))
                .number();
    }

    @Operation(
            summary = "Ask for a closed period to be opened again",
            description = "The last closed one first. Another controller has to agree.")
    @PostMapping("/reopening")
    @Asks(RequestReopening.class)
    ResponseEntity<ReopeningAnswer> request(
            @PathVariable String period, @RequestBody ReopeningRequest body, Call call) {
        PeriodId meant = period(period);
        return desk.ask(
                call,
                HttpStatus.OK,
                fields -> new RequestReopening(meant, fields.note("reason", body.reason, LONGEST_REASON)),
                facts -> ReopeningAnswer.of(facts.the(ReopeningRequested.class)));
    }

    @Operation(summary = "Agree that a closed period is opened again", description = "Never by who asked for it.")
    @PostMapping("/reopening/approval")
    @Asks(ApproveReopening.class)
    ResponseEntity<ReopeningAnswer> approve(
            @PathVariable String period, @RequestBody(required = false) @Nullable Nothing body, Call call) {
        PeriodId meant = period(period);
        return desk.ask(
                call,
                HttpStatus.OK,
                _ -> new ApproveReopening(meant),
                facts -> ReopeningAnswer.of(facts.the(BooksReopened.class)));
    }

    static PeriodId period(String text) {
        Fields fields = Fields.ofParameters();
        PeriodId period = fields.period("period", text);
        fields.verify();
        return period;
    }

    private void awaitViews() throws InterruptedException {
        if (!reader.awaitHead(PATIENCE)) throw behind();
    }

    private static ProblemException behind() {
        return new ProblemException(Problem.of(
                503, "projection-behind", "The list of open orders is not up to date yet. Ask again in a moment."));
    }

    @Schema(name = "RequestReopening")
    record ReopeningRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {}

    /** @param standing CLOSED while somebody else has to agree, then OPEN */
    @Schema(name = "Reopening")
    record ReopeningAnswer(
            PeriodId period,
            String standing,
            String requestedBy,
            @Nullable String approvedBy) {
        static ReopeningAnswer of(ReopeningRequested it) {
            return new ReopeningAnswer(it.period(), "CLOSED", it.by().value(), null);
        }

        static ReopeningAnswer of(BooksReopened it) {
            return new ReopeningAnswer(
                    it.period(),
                    "OPEN",
                    it.requestedBy().value(),
                    it.approvedBy().value());
        }
    }
}
