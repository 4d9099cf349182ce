package org.personalbudget.ops.http.payruns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payrun.DroppedPayment;
import org.personalbudget.ledger.payrun.PayRunCommand;
import org.personalbudget.ledger.payrun.PayRunCommand.RevisePayRun;
import org.personalbudget.ledger.payrun.PayRunState.Standing;
import org.personalbudget.ledger.payrun.RaisedAlert;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.projections.payruns.ChangedDetailsQuery;
import org.personalbudget.projections.payruns.ChangedDetailsQuery.Changed;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.PayRunView;
import org.personalbudget.projections.reader.LiveReader;

/**
 * Looks at a run again before somebody approves it. What would go to details that are no longer in force is dropped, what
 * goes to details that are about to change raises an alert; either gives the run another hash, so that whoever approves it
 * has seen it. What changes after that the budgets find, payment by payment.
 */
public final class PayRunRevision {

    private static final ActorId REVISION = new ActorId("pay-run-revision");
    private static final RefusalCode REPLACED = new RefusalCode("details-not-paid-to");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LedgerGateway ledger;
    private final PayRunQuery runs;
    private final ChangedDetailsQuery changes;
    private final LiveReader reader;
    private final Clock clock;

    public PayRunRevision(
            LedgerGateway ledger, PayRunQuery runs, ChangedDetailsQuery changes, LiveReader reader, Clock clock) {
        this.ledger = ledger;
        this.runs = runs;
        this.changes = changes;
        this.reader = reader;
        this.clock = clock;
    }

    /** Has the run say what is known by now. A run that does not wait for approval stays as it is. */
    public void revise(PayRunId run) throws InterruptedException {
        Instant now = clock.instant();
        while (true) {
            await();
            PayRunView view = runs.find(run).orElse(null);
            if (view == null || view.standing() != Standing.BUILT || view.hash() == null) return;
            List<Changed> found = changes.of(run, now, PayRunCommand.MOST_ITEMS);
            if (found.isEmpty()) return;
            say(run, new FileDigest(view.hash()), found);
        }
    }

    private void say(PayRunId run, FileDigest seen, List<Changed> found) {
        List<DroppedPayment> dropped = new ArrayList<>();
        List<RaisedAlert> alerts = new ArrayList<>();
        for (Changed each : found) {
            if (!each.paidTo()) {
                dropped.add(new DroppedPayment(each.number(), each.payment(), each.channel(), each.amount(), REPLACED));
            } else if (each.awaited() != null) {
                alerts.add(new RaisedAlert(each.number(), each.awaited()));
            }
        }
        var command = new RevisePayRun(run, seen, dropped, alerts);
        Answer answer = ledger.send(Request.once(command, REVISION, Set.of(Role.SYSTEM)))
                .join();
        if (answer instanceof Answer.Accepted) return;
        throw new IllegalStateException("run " + run + " cannot be revised: " + answer);
    }

    private void await() throws InterruptedException {
        if (reader.awaitHead(PATIENCE)) return;
        throw new ProblemException(Problem.of(
                503, "projection-behind", "What is known of bank details is not up to date yet. Ask again."));
    }
}
