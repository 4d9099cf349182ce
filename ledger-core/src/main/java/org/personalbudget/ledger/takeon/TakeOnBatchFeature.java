package org.personalbudget.ledger.takeon;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.ApproveTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.PrepareTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent.TakeOnApproved;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent.TakeOnPrepared;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal.*;
import org.personalbudget.ledger.takeon.TakeOnBatchState.NoTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchState.TakeOn;

/** Take-ons: one person lays a file before another. What it brings is decided budget by budget. */
public final class TakeOnBatchFeature
        implements Feature<TakeOnBatchCommand, TakeOnBatchState, TakeOnBatchEvent, Circumstances> {

    @Override
    public String category() {
        return "take-on";
    }

    @Override
    public Class<TakeOnBatchCommand> commands() {
        return TakeOnBatchCommand.class;
    }

    @Override
    public Class<TakeOnBatchEvent> events() {
        return TakeOnBatchEvent.class;
    }

    @Override
    public TakeOnBatchState initial() {
        return new NoTakeOn();
    }

    @Override
    public Circumstances gather(TakeOnBatchCommand command, TakeOnBatchState state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(TakeOnBatchCommand command, TakeOnBatchState state, Circumstances at) {
        return switch (command) {
            case PrepareTakeOn prepare -> prepare(prepare, state, at);
            case ApproveTakeOn approve -> approve(approve, state, at);
        };
    }

    /** The same file laid again is the same preparation; a corrected one takes its place until one is approved. */
    private static Decision prepare(PrepareTakeOn command, TakeOnBatchState state, Circumstances at) {
        if (state instanceof TakeOn there) {
            TakeOnPrepared before = there.prepared();
            if (before.file().equals(command.file()) && before.on().equals(command.on())) return accept();
            if (there.approved()) return refuse(new TakeOnAlreadyApproved(command.batch(), before.file()));
        }
        return accept(new TakeOnPrepared(
                command.batch(),
                at.now(),
                command.on(),
                command.file(),
                command.budgets(),
                command.rejectedLines(),
                command.debits(),
                command.credits(),
                at.actor().id()));
    }

    /** Approved again by anybody who may, it is the same approval: what had not been taken on yet is then. */
    private static Decision approve(ApproveTakeOn command, TakeOnBatchState state, Circumstances at) {
        if (!(state instanceof TakeOn there)) return refuse(new TakeOnNotPrepared(command.batch()));
        TakeOnPrepared prepared = there.prepared();
        if (prepared.by().equals(at.actor().id())) {
            return refuse(new TakeOnPreparerMayNotApprove(at.actor().id(), command.batch()));
        }
        if (!prepared.file().equals(command.file())) {
            return refuse(new TakeOnFileDiffers(command.batch(), prepared.file(), command.file()));
        }
        if (prepared.budgets() == 0) return refuse(new NothingToTakeOn(command.batch(), prepared.rejectedLines()));
        if (prepared.on().isAfter(at.today())) {
            return refuse(new TakeOnNotYet(command.batch(), prepared.on(), at.today()));
        }
        if (there.approved()) return accept();
        return accept(new TakeOnApproved(
                command.batch(), at.now(), command.file(), at.actor().id()));
    }

    @Override
    public TakeOnBatchState evolve(TakeOnBatchState state, TakeOnBatchEvent event) {
        return switch (event) {
            case TakeOnPrepared prepared -> new TakeOn(prepared, false);
            case TakeOnApproved approved -> state instanceof TakeOn there ? new TakeOn(there.prepared(), true) : state;
        };
    }
}
