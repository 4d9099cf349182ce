package org.personalbudget.ops.http.periods;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.period.PeriodCommand.ApproveReopening;
import org.personalbudget.ledger.period.PeriodCommand.BeginClosing;
import org.personalbudget.ledger.period.PeriodCommand.RequestReopening;
import org.personalbudget.ledger.period.PeriodEvent.BooksReopened;
import org.personalbudget.ledger.period.PeriodEvent.ReopeningRequested;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.http.view.ViewParameters;
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
    private final Clock clock;

    PeriodCommands(
            Desk desk, LedgerGateway ledger, EventReader log, PeriodQuery periods, LiveReader reader, Clock clock) {
        this.desk = desk;
        this.ledger = ledger;
        this.log = log;
        this.periods = periods;
        this.reader = reader;
        this.clock = clock;
    }

    @Operation(
            summary = "Close a period",
            description =
                    "From its last day on. What has been ordered for it and not billed is accrued, budget by budget,"
                            + " then nothing is posted in it any more. Periods before it that are still open are closed first, in"
                            + " the same way; before the very first closing there is nothing to accrue. A closing that stopped in"
                            + " the middle goes on where it stopped.")
    @PostMapping("/closing")
    @Asks(BeginClosing.class)
    ResponseEntity<PeriodAnswer.Full> close(
            @PathVariable String period, @RequestBody(required = false) @Nullable Nothing body, Call call)
            throws InterruptedException {
        PeriodId meant = period(period);
        Closing closing = new Closing(ledger, log, call);
        closeBefore(meant, closing);
        desk.ask(call, HttpStatus.OK, _ -> new BeginClosing(meant), _ -> true);
        long position = carryOut(meant, closing);
        if (!reader.awaitPosition(position, PATIENCE)) throw behind();
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(PeriodAnswer.Full.of(periods.find(meant)));
    }

    /** What is still open before it, if it can be closed today at all. */
    private void closeBefore(PeriodId period, Closing closing) throws InterruptedException {
        PeriodCalendar calendar = PeriodCalendar.standard();
        LocalDate today = ViewParameters.today(clock).effective();
        if (today.isBefore(calendar.period(period).last())) return;
        PeriodId next = closing.periods().closed().earliestOpen(calendar).orElse(period);
        while (next.compareTo(period) < 0) {
            closing.begin(next);
            carryOut(next, closing);
            next = calendar.periodOf(calendar.period(next).last().plusDays(1)).id();
        }
    }

    private long carryOut(PeriodId period, Closing closing) throws InterruptedException {
        if (!reader.awaitHead(PATIENCE)) throw behind();
        return closing.carryOut(period, periods.withOpenOrders(period));
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
