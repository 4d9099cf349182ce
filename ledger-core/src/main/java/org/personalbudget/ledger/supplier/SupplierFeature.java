package org.personalbudget.ledger.supplier;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierCommand.SetSupplierRate;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRateSet;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRegistered;
import org.personalbudget.ledger.supplier.SupplierRefusal.*;
import org.personalbudget.ledger.supplier.SupplierState.NoSupplier;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;

/** Suppliers and their rates by date. */
public final class SupplierFeature implements Feature<SupplierCommand, SupplierState, SupplierEvent, Circumstances> {

    /** No unit costs more: £1 million, far below a price that could overflow when multiplied. */
    private static final Money LARGEST_RATE = Money.of("1000000.00");

    @Override
    public String category() {
        return "supplier";
    }

    @Override
    public Class<SupplierCommand> commands() {
        return SupplierCommand.class;
    }

    @Override
    public Class<SupplierEvent> events() {
        return SupplierEvent.class;
    }

    @Override
    public SupplierState initial() {
        return new NoSupplier();
    }

    @Override
    public Circumstances gather(SupplierCommand command, SupplierState state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(SupplierCommand command, SupplierState state, Circumstances at) {
        return switch (command) {
            case RegisterSupplier register -> register(register, state, at);
            case SetSupplierRate set ->
                state instanceof Supplier supplier
                        ? setRate(set, supplier, at)
                        : refuse(new NoSuchSupplier(set.supplier()));
        };
    }

    private static Decision register(RegisterSupplier command, SupplierState state, Circumstances at) {
        if (state instanceof Supplier) return refuse(new SupplierAlreadyRegistered(command.supplier(), command.ref()));
        return accept(new SupplierRegistered(command.supplier(), at.now(), command.ref(), command.kind()));
    }

    private static Decision setRate(SetSupplierRate command, Supplier supplier, Circumstances at) {
        if (!command.rate().isPositive()) return refuse(new RateNotPositive(command.rate()));
        if (command.rate().exceeds(LARGEST_RATE)) return refuse(new RateTooLarge(command.rate(), LARGEST_RATE));
        LocalDate to = command.to();
        if (to != null && to.isBefore(command.from())) return refuse(new RateEndsBeforeItStarts(command.from(), to));
        DateRange table = at.calendar().range();
        if (!table.contains(command.from())) {
            return refuse(new RateDateOutOfRange(command.from(), table.first(), table.last()));
        }
        for (SupplierRateSet rate : supplier.rates()) {
            if (rate.category() == command.category() && rate.from().equals(command.from())) {
                return refuse(new RateAlreadySet(rate.category(), rate.from(), rate.to(), rate.rate()));
            }
        }
        return accept(new SupplierRateSet(
                command.supplier(), at.now(), command.category(), command.rate(), command.from(), to));
    }

    @Override
    public SupplierState evolve(SupplierState state, SupplierEvent event) {
        return switch (event) {
            case SupplierRegistered registered -> new Supplier(registered, TreePVector.empty());
            case SupplierRateSet set ->
                state instanceof Supplier supplier
                        ? new Supplier(supplier.registered(), supplier.rates().plus(set))
                        : state;
        };
    }
}
