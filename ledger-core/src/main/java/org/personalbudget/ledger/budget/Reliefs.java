package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.AccountHoldsNoMoney;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownAccount;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReclaimCommand.ApproveRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.ProposeRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.RejectRelief;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefApproved;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefProposed;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefRejected;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/** An amount is let go: proposed by one, agreed to by another, and above a limit by the panel. */
final class Reliefs {

    private Reliefs() {}

    static Decision propose(ProposeRelief command, Budget budget, Circumstances at) {
        Optional<BudgetRefusal> refusal = first(
                () -> named(command),
                () -> known(command.reclaim(), command.account(), command.of(), budget),
                () -> positive("amount", command.amount()),
                () -> relievable(command.of(), command.reclaim(), command.account(), command.amount(), budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new ReliefProposed(
                command.budget(),
                at.now(),
                new ReliefId(at.newId("relief")),
                command.kind(),
                command.of(),
                command.of() == ReliefOf.RECLAIM ? command.reclaim() : null,
                command.of() == ReliefOf.ACCOUNT ? command.account() : null,
                command.amount(),
                command.reason(),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> named(ProposeRelief command) {
        return switch (command.of()) {
            case CONTRIBUTION -> Optional.empty();
            case RECLAIM -> when(command.reclaim() == null, () -> new ReliefNeeds(command.of(), "reclaimId"));
            case ACCOUNT -> when(command.account() == null, () -> new ReliefNeeds(command.of(), "accountId"));
        };
    }

    private static Optional<BudgetRefusal> known(
            @Nullable ReclaimId reclaim, @Nullable AccountId account, ReliefOf of, Budget budget) {
        return switch (of) {
            case CONTRIBUTION -> Optional.empty();
            case RECLAIM -> known(requireNonNull(reclaim), budget);
            case ACCOUNT -> known(requireNonNull(account), budget);
        };
    }

    private static Optional<BudgetRefusal> known(ReclaimId reclaim, Budget budget) {
        Demand demand = budget.reclaims().find(reclaim);
        return first(
                () -> when(demand == null, () -> new UnknownReclaim(reclaim)),
                () -> when(!requireNonNull(demand).wasDecided(), () -> new ReclaimNotDecided(reclaim)));
    }

    private static Optional<BudgetRefusal> known(AccountId id, Budget budget) {
        Account account = budget.accounts().get(id);
        if (account == null)
            return Optional.of(new UnknownAccount(budget.terms().budget(), id));
        AccountKind kind = account.opened().kind();
        return when(!kind.holdsMoney(), () -> new AccountHoldsNoMoney(id, kind));
    }

    private static Optional<BudgetRefusal> relievable(
            ReliefOf of, @Nullable ReclaimId reclaim, @Nullable AccountId account, Money amount, Budget budget) {
        Money relievable = switch (of) {
            case CONTRIBUTION -> budget.contributions().outstanding();
            case RECLAIM ->
                budget.reclaims().outstanding(requireNonNull(reclaim)).total();
            case ACCOUNT -> account(account, budget).pots().held().atLeastZero();
        };
        return when(amount.exceeds(relievable), () -> new ExceedsRelievable(of, amount, relievable));
    }

    private static Account account(@Nullable AccountId id, Budget budget) {
        return requireNonNull(budget.accounts().get(requireNonNull(id)));
    }

    static Decision approve(ApproveRelief command, Budget budget, Circumstances at) {
        Relief relief = budget.reclaims().reliefs().get(command.relief());
        if (relief == null) return refuse(new UnknownRelief(command.relief()));
        ReliefProposed proposed = relief.proposed();
        Money limit = at.policy().reclaiming().reliefLimit();
        Optional<BudgetRefusal> refusal = first(
                () -> decidable(command.relief(), relief, at),
                () -> when(
                        at.actor().role() != Role.PANEL && proposed.amount().exceeds(limit),
                        () -> new AboveReliefLimit(proposed.amount(), limit)),
                () -> relievable(proposed.of(), proposed.reclaim(), proposed.account(), proposed.amount(), budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(approved(command, proposed, budget, at));
    }

    private static Optional<BudgetRefusal> decidable(ReliefId id, Relief relief, Circumstances at) {
        return first(
                () -> when(!relief.open(), () -> new ReliefNotOpen(id)),
                () -> when(
                        at.actor().id().equals(relief.proposed().proposer()),
                        () -> new ProposerMayNotRelieve(at.actor().id(), id)));
    }

    private static ReliefApproved approved(
            ApproveRelief command, ReliefProposed proposed, Budget budget, Circumstances at) {
        AccountId account = proposed.account();
        return new ReliefApproved(
                command.budget(),
                at.now(),
                command.relief(),
                proposed.kind(),
                proposed.of(),
                proposed.reclaim(),
                account,
                account == null ? null : account(account, budget).opened().kind(),
                split(proposed, budget, at),
                budget.lead(),
                at.actor().id());
    }

    /** From an account what is free goes first, then what was set aside: often that is all there is. */
    private static Split split(ReliefProposed proposed, Budget budget, Circumstances at) {
        Money amount = proposed.amount();
        return switch (proposed.of()) {
            case CONTRIBUTION -> Split.of(Part.client(book(budget), amount));
            case RECLAIM ->
                requireNonNull(budget.reclaims().find(requireNonNull(proposed.reclaim())))
                        .part(amount, budget.lead());
            case ACCOUNT ->
                account(proposed.account(), budget)
                        .pots()
                        .attributeToAll(amount, at.policy().attribution(), budget.lead());
        };
    }

    private static Funder book(Budget budget) {
        return budget.contributions().book().or(budget::chargingCouncil).orElseGet(budget::lead);
    }

    static Decision reject(RejectRelief command, Budget budget, Circumstances at) {
        Relief relief = budget.reclaims().reliefs().get(command.relief());
        if (relief == null) return refuse(new UnknownRelief(command.relief()));
        Optional<BudgetRefusal> refusal = decidable(command.relief(), relief, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new ReliefRejected(
                command.budget(),
                at.now(),
                command.relief(),
                command.reason(),
                at.actor().id()));
    }
}
