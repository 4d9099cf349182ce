package org.personalbudget.ledger.model;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.PolicyCommand;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.supplier.SupplierCommand;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/** What all writers of a history share: the dice, the day, the cast, the suppliers, and what the model knows. */
final class World {

    /** How a history is to be. */
    enum Manner {
        /** Anything that a council, a provider or a mischief-maker may do. */
        WILD,
        /** As wild, but so that what is asked of different budgets on one day can be asked in any order. */
        CROWDED,
        /** All accounts are NET, and every instalment and contribution arrives at once, so that GROSS can be set beside it. */
        PUNCTUAL
    }

    /** An invoice that somebody has been asked to pay. */
    record Invoiced(SupplierId supplier, InvoiceNumber number) {}

    private static final List<String> STAFF = List.of("ada", "ben", "cleo", "dan", "eve", "finn", "gus");

    final long seed;
    final Dice dice;
    final Model model;
    final Manner manner;
    final List<SupplierId> suppliers = new ArrayList<>();
    final List<Invoiced> invoices = new ArrayList<>();
    final List<Invoiced> newInvoices = new ArrayList<>();
    LocalDate today;

    World(long seed, Model model, Manner manner, LocalDate firstDay) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.model = model;
        this.manner = manner;
        this.today = firstDay;
    }

    BudgetId budget(int number) {
        return new BudgetId(id("budget " + number));
    }

    UUID id(String name) {
        return UUID.nameUUIDFromBytes((seed + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    static SupplierRef supplierRef(long seed, int number) {
        return new SupplierRef("SUP-" + seed + "-" + number);
    }

    Note note(String words) {
        return new Note(id(words), "0".repeat(64));
    }

    /** Somebody in a role: a small office, in which the same person often has several. */
    Actor anybody(Role role) {
        return new Actor(new ActorId(dice.one(STAFF)), role);
    }

    Actor inRoleFor(Command command) {
        Role role = dice.one(command.permitted().stream().sorted().toList());
        return anybody(dice.chance(2) && wild() ? dice.one(Role.values()) : role);
    }

    LocalDate within(int daysBefore, int daysAfter) {
        return today.plusDays(dice.between(-daysBefore, daysAfter));
    }

    boolean wild() {
        return manner != Manner.PUNCTUAL;
    }

    /** A new stretch begins: what was instructed before it is there for everybody. */
    void turn() {
        invoices.addAll(newInvoices);
        newInvoices.clear();
    }

    /** A command that concerns no budget: suppliers, rates and policies. */
    Command administration() {
        if (suppliers.size() < 4 || dice.chance(10)) {
            SupplierRef ref = supplierRef(seed, dice.between(1, 8));
            SupplierId id = SupplierId.of(ref);
            if (!suppliers.contains(id)) suppliers.add(id);
            return new SupplierCommand.RegisterSupplier(
                    ref, dice.one(org.personalbudget.ledger.supplier.SupplierKind.values()));
        }
        return dice.chance(70) ? rate() : new PolicyCommand.AdoptPolicy(Policies.some(this));
    }

    private Command rate() {
        LocalDate from = within(200, 120);
        LocalDate to = dice.chance(40) ? from.plusDays(dice.chance(8) ? -1 : dice.between(0, 250)) : null;
        return new SupplierCommand.SetSupplierRate(
                dice.chance(3) ? new SupplierId(id("nobody")) : dice.one(suppliers),
                dice.one(Category.HOME_CARE, Category.HOME_CARE, Category.PERSONAL_ASSISTANT, Category.RESPITE),
                dice.chance(2)
                        ? dice.one(Money.ofPence(-5), Money.ZERO, Money.ofPence(100_000_001))
                        : dice.money(1_500, 3_500),
                dice.chance(2) ? LocalDate.of(1999, 1, 1) : from,
                to);
    }

    Map<BudgetId, Dossier> dossiers() {
        return model.dossiers();
    }
}
