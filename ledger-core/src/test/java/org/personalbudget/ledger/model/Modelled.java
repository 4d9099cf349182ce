package org.personalbudget.ledger.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetRefusal;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.JudgementEvent.VirementNotified;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.policy.PolicyCommand;
import org.personalbudget.ledger.policy.PolicyRefusal;
import org.personalbudget.ledger.pooledfund.PoolCommand;
import org.personalbudget.ledger.pooledfund.PoolRefusal;
import org.personalbudget.ledger.receipt.ReceiptCommand;
import org.personalbudget.ledger.receipt.ReceiptRefusal;
import org.personalbudget.ledger.supplier.SupplierCommand;
import org.personalbudget.ledger.supplier.SupplierRefusal;

/**
 * What the model has an opinion on, family by family. Of the rest nothing is asked, what it adds to other decisions is
 * not compared (but posts to books that are), and none of it has to be reached.
 */
final class Modelled {

    /**
     * Families, single commands, refusals and events on which there is no opinion yet: how what was approved of an
     * invoice is kept back again, or taken back by a credit note, is not worked out anew here; and that a run meets a
     * payment to the card of somebody who has died is looked at, but too rare to have to happen.
     */
    private static final Set<String> NOT_YET = Set.of(
            "DisputeInvoice",
            "ExceedsUnpaid",
            "RecordCreditNote",
            "ExceedsInvoice",
            "PersonHasDied",
            "InstalmentCalledOff");

    /** Of those families, what is said beside a spend. */
    private static final Set<Class<?>> ALREADY = Set.of(SpendQueried.class, VirementNotified.class);

    private Modelled() {}

    static boolean asks(Class<? extends Command> command) {
        return knows(command);
    }

    static boolean hears(Event event) {
        return !(event instanceof BudgetEvent) || ALREADY.contains(event.getClass()) || knows(event.getClass());
    }

    private static boolean knows(Class<?> type) {
        Class<?> within = type.getDeclaringClass();
        boolean notAll = within != null && NOT_YET.contains(within.getSimpleName());
        return !notAll && !NOT_YET.contains(type.getSimpleName()) && !NOT_YET.contains(family(type));
    }

    /** The first word of the sealed family in which a command, an event or a refusal is declared. */
    private static String family(Class<?> type) {
        Class<?> within = type.getDeclaringClass();
        return within == null ? "" : within.getSimpleName().replaceAll("(Command|Event|Refusal)$", "");
    }

    /** By simple name every command that has to be accepted, and by code every refusal that has to be given. */
    static Set<String> toReach() {
        Set<String> all = new LinkedHashSet<>();
        for (Class<?> family : List.of(
                BudgetCommand.class,
                SupplierCommand.class,
                PolicyCommand.class,
                ReceiptCommand.class,
                PoolCommand.class)) {
            for (Class<?> each : known(family)) all.add(each.getSimpleName());
        }
        for (Class<?> family : List.of(
                BudgetRefusal.class,
                SupplierRefusal.class,
                PolicyRefusal.class,
                ReceiptRefusal.class,
                PoolRefusal.class)) {
            for (Class<?> each : known(family)) all.add(Refusal.codeOf(each));
        }
        return all;
    }

    private static List<Class<?>> known(Class<?> family) {
        return new ArrayList<>(Feature.membersOf(family))
                .stream().filter(Modelled::knows).<Class<?>>map(each -> each).toList();
    }
}
