package org.personalbudget.ledger.receipt;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptCommand.RecordReceipt;
import org.personalbudget.ledger.receipt.ReceiptCommand.WithdrawReceipt;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptAllocated;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptRecorded;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptWithdrawn;
import org.personalbudget.ledger.receipt.ReceiptRefusal.*;
import org.personalbudget.ledger.receipt.ReceiptState.NoReceipt;
import org.personalbudget.ledger.receipt.ReceiptState.Receipt;
import org.personalbudget.ledger.terms.Funder;

/** Receipts, ready to be carried. What is left of one is known here; what it is for is decided by a budget. */
public final class ReceiptFeature implements Feature<ReceiptCommand, ReceiptState, ReceiptEvent, Circumstances> {

    /** As large as any single amount: £100 million. */
    private static final Money LARGEST = Money.of("100000000.00");

    @Override
    public String category() {
        return "receipt";
    }

    @Override
    public Class<ReceiptCommand> commands() {
        return ReceiptCommand.class;
    }

    @Override
    public Class<ReceiptEvent> events() {
        return ReceiptEvent.class;
    }

    @Override
    public ReceiptState initial() {
        return new NoReceipt();
    }

    @Override
    public Circumstances gather(ReceiptCommand command, ReceiptState state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(ReceiptCommand command, ReceiptState state, Circumstances at) {
        return switch (command) {
            case RecordReceipt record -> record(record, state, at);
            case WithdrawReceipt withdraw -> withdraw(withdraw, state, at);
        };
    }

    private static Decision record(RecordReceipt command, ReceiptState state, Circumstances at) {
        if (state instanceof Receipt) return refuse(new ReceiptRecordedAlready(command.receipt()));
        if (!command.amount().isPositive()) return refuse(new ReceiptNotPositive(command.amount()));
        if (command.amount().exceeds(LARGEST)) return refuse(new ReceiptTooLarge(command.amount(), LARGEST));
        if (command.on().isAfter(at.today())) return refuse(new ReceiptInFuture(command.on(), at.today()));
        DateRange table = at.calendar().range();
        if (!table.contains(command.on())) {
            return refuse(new ReceiptDateOutOfRange(command.on(), table.first(), table.last()));
        }
        return accept(new ReceiptRecorded(
                command.receipt(),
                at.on(command.on()),
                Funder.LA,
                command.amount(),
                command.reference(),
                at.actor().id()));
    }

    private static Decision withdraw(WithdrawReceipt command, ReceiptState state, Circumstances at) {
        if (!(state instanceof Receipt receipt)) return refuse(new NoSuchReceipt(command.receipt()));
        ReceiptRecorded recorded = receipt.recorded();
        if (!receipt.left().equals(recorded.amount())) {
            return refuse(new ReceiptInUse(command.receipt(), recorded.amount(), receipt.left()));
        }
        return accept(new ReceiptWithdrawn(
                command.receipt(),
                at.on(recorded.effectiveOn()),
                recorded.book(),
                recorded.amount(),
                at.actor().id()));
    }

    @Override
    public ReceiptState evolve(ReceiptState state, ReceiptEvent event) {
        return switch (event) {
            case ReceiptWithdrawn _ -> new NoReceipt();
            case ReceiptRecorded recorded -> new Receipt(recorded, recorded.amount());
            case ReceiptAllocated allocated ->
                state instanceof Receipt receipt
                        ? new Receipt(receipt.recorded(), receipt.left().minus(allocated.amount()))
                        : state;
        };
    }
}
