package org.personalbudget.ledger.payrun;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.List;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.payrun.PayRunCommand.*;
import org.personalbudget.ledger.payrun.PayRunEvent.*;
import org.personalbudget.ledger.payrun.PayRunRefusal.*;
import org.personalbudget.ledger.payrun.PayRunState.NoPayRun;
import org.personalbudget.ledger.payrun.PayRunState.PayRun;
import org.personalbudget.ledger.payrun.PayRunState.Standing;

/** Answers every command to a run. */
final class PayRunDecider {

    private PayRunDecider() {}

    static Decision decide(PayRunCommand command, PayRunState state, Circumstances at) {
        return switch (state) {
            case NoPayRun none ->
                command instanceof BuildPayRun build
                        ? accept(opened(build, at))
                        : refuse(new UnknownPayRun(command.run()));
            case PayRun run -> decide(command, run, at);
        };
    }

    private static Decision decide(PayRunCommand command, PayRun run, Circumstances at) {
        return switch (command) {
            case BuildPayRun c -> again(c, run);
            case AddToPayRun c -> add(c, run, at);
            case ClosePayRun c -> close(c, run, at);
            case RevisePayRun c -> revise(c, run, at);
            case ApprovePayRun c -> approve(c, run, at);
            case CancelPayRun c -> cancel(c, run, at);
            case RecordSubmissions c -> record(c, run, at);
            case SubmitPayRun c -> submit(c, run, at);
        };
    }

    private static PayRunOpened opened(BuildPayRun command, Circumstances at) {
        return new PayRunOpened(
                command.run(),
                at.now(),
                command.kind(),
                command.dueBy(),
                command.period(),
                command.dates(),
                at.actor().id());
    }

    private static Decision again(BuildPayRun command, PayRun run) {
        BuildPayRun before = new BuildPayRun(
                run.opened().run(),
                run.opened().kind(),
                run.opened().dueBy(),
                run.opened().period(),
                run.opened().dates());
        return command.equals(before) ? accept() : refuse(new PayRunHasOtherTerms(command.run()));
    }

    private static Decision add(AddToPayRun command, PayRun run, Circumstances at) {
        if (command.part() <= run.parts()) return accept();
        if (run.standing() != Standing.BUILDING) return refuse(new PayRunNotReady(command.run(), run.standing()));
        if (command.part() != run.parts() + 1 || !fits(command, run)) {
            return refuse(new PayRunPartOutOfOrder(command.run(), run.parts() + 1, command.part()));
        }
        return accept(new PayRunItemsAdded(
                command.run(), at.now(), command.part(), command.items(), command.excluded(), command.through()));
    }

    private static boolean fits(AddToPayRun command, PayRun run) {
        List<PayRunItem> items = command.items();
        if (items.size() > PayRunCommand.MOST_ITEMS || command.excluded().size() > PayRunCommand.MOST_ITEMS)
            return false;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).number() != run.items() + i + 1) return false;
        }
        return true;
    }

    private static Decision close(ClosePayRun command, PayRun run, Circumstances at) {
        if (run.standing() == Standing.CANCELLED) return refuse(new PayRunNotReady(command.run(), run.standing()));
        if (run.standing() != Standing.BUILDING) return accept();
        return accept(new PayRunBuilt(
                command.run(), at.now(), run.totals(), run.hash(), at.actor().id()));
    }

    private static Decision revise(RevisePayRun command, PayRun run, Circumstances at) {
        boolean current = run.standing() == Standing.BUILT && run.hash().equals(command.seen());
        boolean nothing = command.dropped().isEmpty() && command.alerts().isEmpty();
        if (!current || nothing) return accept();
        return accept(new PayRunRevised(
                command.run(),
                at.now(),
                command.dropped(),
                command.alerts(),
                run.totals().minus(command.dropped()),
                RunHash.revised(run.hash(), command.dropped(), command.alerts())));
    }

    private static Decision approve(ApprovePayRun command, PayRun run, Circumstances at) {
        ActorId actor = at.actor().id();
        if (run.standing() != Standing.BUILT) return refuse(new PayRunNotReady(command.run(), run.standing()));
        if (run.opened().by().equals(actor)) return refuse(new PayRunBuilderMayNotApprove(actor, command.run()));
        if (!run.hash().equals(command.hash())) {
            return refuse(new PayRunHashDiffers(command.run(), run.hash(), command.hash()));
        }
        if (run.totals().count() == 0) return refuse(new PayRunIsEmpty(command.run()));
        return accept(new PayRunApproved(command.run(), at.now(), command.hash(), at.moment(), actor));
    }

    private static Decision cancel(CancelPayRun command, PayRun run, Circumstances at) {
        if (run.standing() != Standing.BUILDING && run.standing() != Standing.BUILT) {
            return refuse(new PayRunNotReady(command.run(), run.standing()));
        }
        return accept(new PayRunCancelled(command.run(), at.now(), at.actor().id()));
    }

    private static Decision record(RecordSubmissions command, PayRun run, Circumstances at) {
        if (command.part() <= run.submittedParts()) return accept();
        if (run.standing() != Standing.APPROVED) return refuse(new PayRunNotReady(command.run(), run.standing()));
        if (command.part() != run.submittedParts() + 1) {
            return refuse(new PayRunPartOutOfOrder(command.run(), run.submittedParts() + 1, command.part()));
        }
        var submitted = new PayRunItemsSubmitted(command.run(), at.now(), command.part(), command.dropped());
        if (command.part() < run.parts()) return accept(submitted);
        return accept(
                submitted,
                new PayRunReleased(
                        command.run(), at.now(), run.without(submitted).totals()));
    }

    private static Decision submit(SubmitPayRun command, PayRun run, Circumstances at) {
        ActorId before = run.submittedBy();
        if (before != null) return refuse(new PayRunAlreadySubmitted(command.run(), before));
        if (run.standing() != Standing.RELEASED) return refuse(new PayRunNotReady(command.run(), run.standing()));
        return accept(new PayRunSubmitted(command.run(), at.now(), at.actor().id()));
    }
}
