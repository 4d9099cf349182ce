package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
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

/** How a budget is deployed: accounts are opened, and each plan line is paid for by one of them. */
final class Accounts {

    private Accounts() {}

    static Decision open(OpenAccount command, Budget budget, Circumstances at) {
        LocalDate startsOn = budget.terms().startsOn();
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("startsOn", command.startsOn(), at),
                () -> when(
                        command.startsOn().isBefore(startsOn),
                        () -> new BeforeBudgetStarts("startsOn", command.startsOn(), startsOn)),
                () -> when(
                        command.holder() == null && needsHolder(command.kind()),
                        () -> new HolderNeeded(command.kind())),
                () -> when(
                        command.holder() != null && !command.kind().holdsMoney(),
                        () -> new HolderNotAllowed(command.kind())),
                () -> deployedTwice(command, budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        AccountOpened opened = new AccountOpened(
                command.budget(),
                at.now(),
                new AccountId(at.newId("account")),
                command.kind(),
                command.method(),
                command.holder(),
                command.startsOn(),
                command.lines());
        Draft draft = new Draft(budget).add(opened);
        ReviewClocks.start(opened, draft, at);
        return draft.accepted();
    }

    /** Cash in somebody's own account needs that somebody; an organisation may hold the others. */
    private static boolean needsHolder(AccountKind kind) {
        return kind == AccountKind.DIRECT_PAYMENT || kind == AccountKind.PREPAID_CARD;
    }

    private static Optional<BudgetRefusal> deployedTwice(OpenAccount command, Budget budget) {
        for (LineId line : command.lines()) {
            for (Account account : budget.accountsInOrder()) {
                if (account.opened().lines().contains(line)) {
                    return Optional.of(
                            new LineAlreadyDeployed(line, account.opened().account()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether an account pays for a line (null: for what no line has planned). A line belongs to the account that names
     * it; else, if it is ordered from a supplier, to the council-managed deployment if there is one; else to the first
     * account that holds money and names no lines.
     */
    static boolean paysFor(Account account, @Nullable LineId line, boolean ordered, Budget budget) {
        List<Account> all = budget.accountsInOrder();
        for (Account other : all) {
            if (line != null && other.opened().lines().contains(line)) return other.equals(account);
        }
        if (ordered) {
            Optional<Account> managed = unnamed(all, AccountKind.COUNCIL_MANAGED);
            if (managed.isPresent()) return managed.get().equals(account);
        }
        return all.stream()
                .filter(other -> other.opened().kind().holdsMoney()
                        && other.opened().lines().isEmpty())
                .findFirst()
                .filter(account::equals)
                .isPresent();
    }

    private static Optional<Account> unnamed(List<Account> all, AccountKind kind) {
        return all.stream()
                .filter(other ->
                        other.opened().kind() == kind && other.opened().lines().isEmpty())
                .findFirst();
    }
}
