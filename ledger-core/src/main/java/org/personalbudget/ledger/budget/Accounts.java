package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PersonRef;

/** How a budget is deployed: accounts are opened, and each plan line is paid for by one of them. */
final class Accounts {

    private Accounts() {}

    /** Opened from a past day, or before others are paid: what they were given for lines that are its own is restated. */
    static Decision open(OpenAccount command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        LocalDate startsOn = budget.terms().startsOn();
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("startsOn", command.startsOn(), at),
                () -> when(
                        command.startsOn().isBefore(startsOn),
                        () -> new BeforeBudgetStarts("startsOn", command.startsOn(), startsOn)),
                () -> Checks.notEnded(command.startsOn(), budget, at),
                () -> holder(command.holder(), command.kind()),
                () -> deployedTwice(command, budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        AccountId id = new AccountId(at.newId("account"));
        // The same request again: what it did is done, and the log has its answer.
        if (budget.accounts().containsKey(id)) return accept();
        AccountOpened opened = new AccountOpened(
                command.budget(),
                at.now(),
                id,
                command.kind(),
                command.method(),
                command.holder(),
                command.startsOn(),
                command.lines());
        Draft draft = new Draft(budget).add(opened);
        ReviewClocks.start(opened, draft, at);
        Restatement.follow(command.startsOn(), budget, draft, facts);
        return draft.accepted();
    }

    static Optional<BudgetRefusal> holder(@Nullable PersonRef holder, AccountKind kind) {
        return first(
                () -> when(holder == null && needsHolder(kind), () -> new HolderNeeded(kind)),
                () -> when(holder != null && !kind.holdsMoney(), () -> new HolderNotAllowed(kind)));
    }

    /** Cash in somebody's own account needs that somebody; an organisation may hold the others. */
    private static boolean needsHolder(AccountKind kind) {
        return kind == AccountKind.DIRECT_PAYMENT || kind == AccountKind.PREPAID_CARD;
    }

    private static Optional<BudgetRefusal> deployedTwice(OpenAccount command, Budget budget) {
        for (LineId line : command.lines()) {
            for (Account account : budget.accountsInOrder()) {
                boolean closed = budget.lifecycle().closed().containsKey(account.id());
                if (!closed && account.opened().lines().contains(line)) {
                    return Optional.of(new LineAlreadyDeployed(line, account.id()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether an account pays for a line (null: for what no line has planned) on a day. Only accounts that are open on
     * the day count. A line belongs to the account that names it; else, if it is ordered from a supplier, to the
     * council-managed deployment if there is one; else to the first account that holds money and names no lines. An
     * account that took the place of another has its rank.
     */
    static boolean paysFor(Account account, @Nullable LineId line, boolean ordered, LocalDate day, Budget budget) {
        List<Account> open = openOn(day, budget);
        for (Account other : open) {
            if (line != null && other.opened().lines().contains(line))
                return other.id().equals(account.id());
        }
        List<Account> unnamed =
                open.stream().filter(other -> other.opened().lines().isEmpty()).toList();
        Optional<Account> managed = unnamed.stream()
                .filter(other -> other.opened().kind() == AccountKind.COUNCIL_MANAGED)
                .findFirst();
        if (ordered && managed.isPresent()) return managed.get().id().equals(account.id());
        return unnamed.stream()
                .filter(other -> other.opened().kind().holdsMoney())
                .findFirst()
                .filter(other -> other.id().equals(account.id()))
                .isPresent();
    }

    /** The accounts open on a day, in the order of their rank. */
    static List<Account> openOn(LocalDate day, Budget budget) {
        return budget.accounts().values().stream()
                .filter(account -> isOpenOn(account, day, budget))
                .sorted(Comparator.comparingInt(account -> rank(account, budget)))
                .toList();
    }

    static boolean isOpenOn(Account account, LocalDate day, Budget budget) {
        boolean closed =
                budget.lifecycle().lastDayOf(account.id()).filter(day::isAfter).isPresent();
        return !closed && !day.isBefore(account.opened().startsOn());
    }

    private static int rank(Account account, Budget budget) {
        return budget.lifecycle()
                .predecessorOf(account.id())
                .map(budget.accounts()::get)
                .map(before -> rank(before, budget))
                .orElse(account.order());
    }
}
