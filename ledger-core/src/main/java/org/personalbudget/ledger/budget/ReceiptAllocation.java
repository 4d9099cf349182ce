package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownRecharge;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReclaimRefusal.ReclaimNotDecided;
import org.personalbudget.ledger.budget.ReclaimRefusal.UnknownReclaim;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.budget.RecoveryRefusal.AllocationNeedsId;
import org.personalbudget.ledger.budget.RecoveryRefusal.ExceedsReceipt;
import org.personalbudget.ledger.budget.RecoveryRefusal.ExceedsWhatIsOwed;
import org.personalbudget.ledger.budget.RecoveryRefusal.UnknownReceipt;
import org.personalbudget.ledger.budget.RecoveryRefusal.UnknownSupplierRefund;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptAllocated;
import org.personalbudget.ledger.receipt.ReceiptState.Receipt;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** What a receipt was for: it settles what this budget waits for, as if it had been paid in directly. */
final class ReceiptAllocation {

    private ReceiptAllocation() {}

    /**
     * Something that the budget waits for.
     *
     * @param outstanding what is still to come of it, by source
     * @param advanced whether co-funders had paid their parts of it in advance, into an account
     */
    private record Awaited(@Nullable UUID id, @Nullable SupplierId supplier, Split outstanding, boolean advanced) {}

    private sealed interface Search {
        record Found(Awaited awaited) implements Search {}

        record NotFound(BudgetRefusal refusal) implements Search {}
    }

    static Decision allocate(AllocateReceipt command, Budget budget, BudgetFacts facts) {
        if (!(facts.receipt() instanceof Receipt receipt)) return refuse(new UnknownReceipt(command.receipt()));
        return switch (search(command, budget)) {
            case Search.NotFound not -> refuse(not.refusal());
            case Search.Found found -> allocate(command, found.awaited(), receipt, budget, facts.at());
        };
    }

    private static Decision allocate(
            AllocateReceipt command, Awaited awaited, Receipt receipt, Budget budget, Circumstances at) {
        Money outstanding = awaited.outstanding().total();
        Money amount = command.amount() == null ? outstanding.min(receipt.left()) : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> when(
                        receipt.left().isZero(),
                        () -> new ExceedsReceipt(command.receipt(), amount.max(outstanding), receipt.left())),
                () -> when(
                        outstanding.isZero(),
                        () -> new ExceedsWhatIsOwed(command.to(), amount.max(receipt.left()), outstanding)),
                () -> positive("amount", amount),
                () -> when(
                        amount.exceeds(receipt.left()),
                        () -> new ExceedsReceipt(command.receipt(), amount, receipt.left())),
                () -> when(
                        amount.exceeds(outstanding), () -> new ExceedsWhatIsOwed(command.to(), amount, outstanding)));
        if (refusal.isPresent()) return refuse(refusal.get());
        Split split = awaited.outstanding().part(amount, budget.lead());
        return accept(
                new ReceiptApplied(
                        command.budget(),
                        at.now(),
                        command.receipt(),
                        receipt.recorded().book(),
                        command.to(),
                        awaited.id(),
                        awaited.supplier(),
                        split,
                        awaited.advanced() ? split.ofCoFunders(budget.lead()) : Split.NOTHING,
                        at.actor().id()),
                new ReceiptAllocated(
                        command.receipt(),
                        at.now(),
                        command.budget(),
                        amount,
                        at.actor().id()));
    }

    private static Search search(AllocateReceipt command, Budget budget) {
        UUID id = command.id();
        return switch (command.to()) {
            case CONTRIBUTION -> new Search.Found(contribution(budget));
            case RECLAIM -> id == null ? needsId(command) : reclaim(new ReclaimId(id), budget);
            case SUPPLIER_REFUND -> id == null ? needsId(command) : refund(new SupplierRefundId(id), budget);
            case RECHARGE -> id == null ? needsId(command) : recharge(new RechargeId(id), budget);
        };
    }

    private static Search needsId(AllocateReceipt command) {
        return new Search.NotFound(new AllocationNeedsId(command.to()));
    }

    /** All that the person owes; the oldest is settled first. */
    private static Awaited contribution(Budget budget) {
        Money owed = budget.contributions().outstanding();
        Funder book = budget.contributions().book().or(budget::chargingCouncil).orElseGet(budget::lead);
        return new Awaited(null, null, Split.of(Part.client(book, owed)), false);
    }

    /** What is final of it: no money is taken, it has come. */
    private static Search reclaim(ReclaimId id, Budget budget) {
        Demand demand = budget.reclaims().find(id);
        if (demand == null) return new Search.NotFound(new UnknownReclaim(id));
        if (demand.step() != Demand.Step.DECIDED) return new Search.NotFound(new ReclaimNotDecided(id));
        return new Search.Found(new Awaited(id.value(), null, demand.owed(), true));
    }

    private static Search refund(SupplierRefundId id, Budget budget) {
        Recoveries.Owed owed = budget.recoveries().owed().get(id);
        if (owed == null) return new Search.NotFound(new UnknownSupplierRefund(id));
        return new Search.Found(new Awaited(id.value(), owed.supplier(), owed.outstanding(), owed.account() != null));
    }

    private static Search recharge(RechargeId id, Budget budget) {
        Recharges.Outstanding asked = budget.recharges().outstanding().get(id);
        if (asked == null)
            return new Search.NotFound(new UnknownRecharge(budget.terms().budget(), id));
        return new Search.Found(
                new Awaited(id.value(), null, Split.of(Part.of(asked.funder(), asked.amount())), false));
    }
}
