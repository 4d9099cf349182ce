package org.personalbudget.ledger.payrun;

import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.payrun.PayRunEvent.*;
import org.personalbudget.ledger.payrun.PayRunState.NoPayRun;
import org.personalbudget.ledger.payrun.PayRunState.PayRun;
import org.personalbudget.ledger.payrun.PayRunState.Standing;

/** Runs of payments, ready to be carried. */
public final class PayRunFeature implements Feature<PayRunCommand, PayRunState, PayRunEvent, Circumstances> {

    @Override
    public String category() {
        return "pay-run";
    }

    @Override
    public Class<PayRunCommand> commands() {
        return PayRunCommand.class;
    }

    @Override
    public Class<PayRunEvent> events() {
        return PayRunEvent.class;
    }

    @Override
    public PayRunState initial() {
        return new NoPayRun();
    }

    @Override
    public PayRunState evolve(PayRunState state, PayRunEvent event) {
        return switch (state) {
            case NoPayRun none -> event instanceof PayRunOpened opened ? PayRun.of(opened) : none;
            case PayRun run -> evolve(run, event);
        };
    }

    private static PayRun evolve(PayRun run, PayRunEvent event) {
        return switch (event) {
            // A run is begun once.
            case PayRunOpened e -> run;
            case PayRunItemsAdded e -> run.and(e);
            case PayRunBuilt e -> run.at(Standing.BUILT);
            case PayRunRevised e -> run.revised(e);
            case PayRunApproved e -> run.at(Standing.APPROVED);
            case PayRunCancelled e -> run.at(Standing.CANCELLED);
            case PayRunItemsSubmitted e -> run.without(e);
            case PayRunReleased e -> run.at(Standing.RELEASED);
            case PayRunSubmitted e -> run.submitted(e.by());
        };
    }

    @Override
    public Circumstances gather(PayRunCommand command, PayRunState state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(PayRunCommand command, PayRunState state, Circumstances at) {
        return PayRunDecider.decide(command, state, at);
    }
}
