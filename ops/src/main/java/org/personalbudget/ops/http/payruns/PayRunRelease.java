package org.personalbudget.ops.http.payruns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payrun.DroppedPayment;
import org.personalbudget.ledger.payrun.PayRunCommand.RecordSubmissions;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunState;
import org.personalbudget.ledger.payrun.RunOrder;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.PayRunView;
import org.personalbudget.projections.reader.LiveReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays out a run that was approved: part by part, each payment is submitted by its own budget on behalf of whoever
 * approved the run, and what a budget refuses is dropped. Every request has an id made of the run and the payment, so it
 * may break off anywhere, and run on two nodes at once: each payment goes out once. A clock sees to runs that were left
 * half done.
 */
public final class PayRunRelease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PayRunRelease.class);
    private static final ActorId RELEASE = new ActorId("pay-run-release");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_SECONDS = 5;

    private final LedgerGateway ledger;
    private final PayRunQuery runs;
    private final LiveReader reader;
    private final ReentrantLock one = new ReentrantLock();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pay-run-release").daemon().factory());

    public PayRunRelease(LedgerGateway ledger, PayRunQuery runs, LiveReader reader) {
        this.ledger = ledger;
        this.runs = runs;
        this.reader = reader;
        var _ = thread.scheduleWithFixedDelay(this::finish, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Whatever was approved and not paid out yet. */
    private void finish() {
        try {
            for (PayRunId run : runs.unfinished()) release(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("a run waits to be paid out: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Pays out a run.
     *
     * @return the position it has got to, or 0 if there was nothing to do
     */
    public long release(PayRunId run) throws InterruptedException {
        one.lock();
        try {
            return released(run);
        } finally {
            one.unlock();
        }
    }

    private long released(PayRunId run) throws InterruptedException {
        if (!reader.awaitHead(PATIENCE)) return 0;
        PayRunView view = runs.find(run).orElseThrow();
        if (view.standing() != PayRunState.Standing.APPROVED) return 0;
        long position = 0;
        for (int part = view.submittedParts() + 1; part <= view.parts(); part++) position = release(view, part);
        return position;
    }

    private long release(PayRunView view, int part) {
        List<DroppedPayment> dropped = new ArrayList<>();
        new Fanout(ledger).ask(runs.part(view.run(), part), item -> submission(view, item), (item, answer) -> {
            if (answer instanceof Answer.Refused refused) dropped.add(dropped(item, refused));
        });
        var done = new RecordSubmissions(view.run(), part, dropped);
        Answer answer = ledger.send(request(view, "submitted/" + part, done, RELEASE, Role.SYSTEM))
                .join();
        if (answer instanceof Answer.Accepted accepted) return accepted.position();
        throw new IllegalStateException("part " + part + " of run " + view.run() + " cannot be recorded: " + answer);
    }

    private static DroppedPayment dropped(PayRunItem item, Answer.Refused refused) {
        return new DroppedPayment(
                item.number(),
                item.payment(),
                item.channel(),
                item.amount(),
                new RefusalCode(refused.refused().refusal().code()));
    }

    private static Request submission(PayRunView view, PayRunItem item) {
        var order = new RunOrder(view.run(), item.attempt(), item.details(), item.amount());
        return request(
                view,
                "submit/" + item.payment(),
                new SubmitPayment(item.budget(), item.payment(), order),
                new ActorId(Objects.requireNonNull(view.approvedBy())),
                Role.PAYMENTS_APPROVER);
    }

    private static Request request(PayRunView view, String name, Command command, ActorId actor, Role role) {
        var id = new CommandId(new CommandId(view.run().value()).derive(name));
        return new Request(
                command,
                id,
                "",
                actor,
                Set.of(role),
                List.of(),
                null,
                view.run().value());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
