package org.personalbudget.ops.http.payruns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.budget.BudgetCommand.ReissuePayment;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.reader.LiveReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries again what came back of a run: a file that was rejected is reissued in one call. */
@Tag(name = "Pay runs")
@RestController
@RequestMapping("/api/v1/pay-runs/{runId}/reissue")
public final class PayRunReissue {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LedgerGateway ledger;
    private final PayRunShown shown;
    private final PayRunQuery runs;
    private final LiveReader reader;

    PayRunReissue(LedgerGateway ledger, PayRunShown shown, PayRunQuery runs, LiveReader reader) {
        this.ledger = ledger;
        this.shown = shown;
        this.runs = runs;
        this.reader = reader;
    }

    @Operation(
            summary = "Reissue what came back of a run",
            description =
                    "Every payment of the run that was rejected or returned, and was not tried again since, is to be"
                            + " paid once more; the next run takes it. Asked again, it reissues nothing twice.")
    @PostMapping
    @Asks(ReissuePayment.class)
    ResponseEntity<Reissued> reissueRun(
            @PathVariable UUID runId, @RequestBody(required = false) @Nullable Nothing body, Call call)
            throws InterruptedException {
        PayRunId run = new PayRunId(runId);
        if (!reader.awaitHead(PATIENCE)) {
            throw new ProblemException(Problem.of(
                    503, "projection-behind", "The list of what came back is not up to date yet. Ask again."));
        }
        shown.find(run);
        List<PaymentId> reissued = new ArrayList<>();
        List<NotReissued> refused = new ArrayList<>();
        long position = new Fanout(ledger).ask(runs.returned(run), item -> request(run, item, call), (item, answer) -> {
            if (answer instanceof Answer.Refused no) refused.add(NotReissued.of(item, no));
            else reissued.add(item.payment());
        });
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(new Reissued(run, reissued.size(), reissued, refused));
    }

    /** Once for each attempt, whoever asks and how often. */
    private static Request request(PayRunId run, PayRunItem item, Call call) {
        String name = "reissue/" + item.payment() + "/" + item.attempt();
        return call.beside(
                new CommandId(new CommandId(run.value()).derive(name)),
                new ReissuePayment(item.budget(), item.payment()));
    }

    /** @param refused what stays as it is, and why */
    @Schema(name = "PayRunReissued")
    record Reissued(PayRunId runId, int count, List<PaymentId> payments, List<NotReissued> refused) {}

    /** @param code the refusal of its budget */
    @Schema(name = "PayRunNotReissued")
    record NotReissued(PaymentId paymentId, String code) {
        static NotReissued of(PayRunItem item, Answer.Refused refused) {
            return new NotReissued(item.payment(), refused.refused().refusal().code());
        }
    }
}
