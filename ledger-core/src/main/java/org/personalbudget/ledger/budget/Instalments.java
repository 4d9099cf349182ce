package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.notEnded;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeRefusal.AccountHasClosed;
import org.personalbudget.ledger.budget.ChangeRefusal.BudgetHasEnded;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.PaymentId;

/** What an account is paid: the amount of a period, net or gross of the contribution, or once for a purpose. */
final class Instalments {

    private Instalments() {}

    static Decision approve(ApproveInstalment command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        if (!at.calendar().knows(command.period())) return refuse(new PeriodOutOfRange(command.period()));
        Period period = at.calendar().period(command.period());
        Optional<BudgetRefusal> wrong = shape(command);
        if (wrong.isPresent()) return refuse(wrong.get());
        Optional<Account> account = account(command.account(), period, budget);
        if (account.isEmpty()) return refuse(noAccount(command.account(), period, budget));
        Optional<DateRange> days = Owed.days(account.get(), period, budget);
        Optional<BudgetRefusal> refusal = first(
                () -> ended(command, period, budget, at),
                () -> closed(command, account.get(), period, budget, at),
                () -> payable(account.get(), period, days, budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        return command.kind() == InstalmentKind.REGULAR
                ? regular(command, account.get(), period, days.orElseThrow(), budget, facts)
                : OneOffs.approve(command, account.get(), days.orElseThrow(), budget, at);
    }

    /** What was owed up to the last day is still paid; after a death nothing is. */
    private static Optional<BudgetRefusal> ended(
            ApproveInstalment command, Period period, Budget budget, Circumstances at) {
        Lifecycle life = budget.lifecycle();
        LocalDate lastDay = life.lastDay();
        if (lastDay == null) return Optional.empty();
        if (command.kind() == InstalmentKind.ONE_OFF) return notEnded(period.first(), budget, at);
        return when(life.died() || period.first().isAfter(lastDay), () -> new BudgetHasEnded(lastDay));
    }

    private static Optional<BudgetRefusal> closed(
            ApproveInstalment command, Account account, Period period, Budget budget, Circumstances at) {
        LocalDate begins =
                command.kind() == InstalmentKind.REGULAR || period.first().isAfter(at.today())
                        ? period.first()
                        : at.today();
        return budget.lifecycle()
                .lastDayOf(account.id())
                .filter(begins::isAfter)
                .map(lastDay -> new AccountHasClosed(account.id(), lastDay));
    }

    private static Optional<BudgetRefusal> shape(ApproveInstalment command) {
        Money amount = command.amount();
        if (command.kind() == InstalmentKind.REGULAR) {
            return amount == null ? Optional.empty() : Optional.of(new AmountNotForRegular(amount));
        }
        if (amount == null) return Optional.of(new AmountNeeded(command.kind()));
        return first(
                () -> positive("amount", amount),
                () -> when(command.purpose() == null, () -> new PurposeNeeded(command.kind())));
    }

    /** The account named, else the only one that holds money in this period. */
    private static Optional<Account> account(@Nullable AccountId id, Period period, Budget budget) {
        if (id != null) return Optional.ofNullable(budget.accounts().get(id));
        List<Account> holding = holding(period, budget);
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }

    private static List<Account> holding(Period period, Budget budget) {
        return budget.accountsInOrder().stream()
                .filter(account -> account.opened().kind().holdsMoney())
                .filter(account -> budget.lifecycle()
                        .lastDayOf(account.id())
                        .filter(period.first()::isAfter)
                        .isEmpty())
                .toList();
    }

    private static BudgetRefusal noAccount(@Nullable AccountId id, Period period, Budget budget) {
        if (id != null) return new UnknownAccount(budget.terms().budget(), id);
        List<Account> holding = holding(period, budget);
        if (!holding.isEmpty()) return new AccountNeeded(holding.size());
        return budget.accountsInOrder().stream()
                .findFirst()
                .<BudgetRefusal>map(
                        only -> new AccountHoldsNoMoney(only.id(), only.opened().kind()))
                .orElseGet(() -> new NoAccount(budget.terms().budget()));
    }

    private static Optional<BudgetRefusal> payable(
            Account account, Period period, Optional<DateRange> days, Budget budget) {
        AccountId id = account.opened().account();
        AccountKind kind = account.opened().kind();
        return first(
                () -> when(!kind.holdsMoney(), () -> new AccountHoldsNoMoney(id, kind)),
                () -> when(budget.firstDay().isEmpty(), () -> new NoPlanInForce(period.last())),
                () -> when(days.isEmpty(), () -> new NothingToPay(period.id())));
    }

    private static Decision regular(
            ApproveInstalment command,
            Account account,
            Period period,
            DateRange days,
            Budget budget,
            BudgetFacts facts) {
        if (command.run() != null && budget.lifecycle().isCalledOff(account.id(), period.id())) {
            return refuse(new InstalmentCalledOff(account.id(), period.id()));
        }
        PaymentId payment = PaymentId.regular(budget.terms().budget(), account.id(), period.id());
        if (account.advances().containsKey(period.id())) {
            return Restatement.again(account, period, budget, facts)
                    .orElseGet(() -> refuse(new InstalmentAlreadyApproved(payment, account.id(), period.id())));
        }
        Circumstances at = facts.at();
        Money due = Billing.due(account, period.id(), days, budget);
        Charge charge = Billing.charge(account, period.id(), days, budget);
        Owed owed = Owed.of(account, days, charge, budget);
        if (!owed.gross().isPositive()) return refuse(new NothingToPay(period.id()));
        Draft draft = new Draft(budget);
        Allocation.reach(period.id(), draft, at);
        instruct(
                new InstalmentApproved(
                        budget.terms().budget(),
                        at.now(),
                        payment,
                        account.id(),
                        account.opened().kind(),
                        InstalmentKind.REGULAR,
                        period.id(),
                        days,
                        owed.gross(),
                        Owed.isNet(account) ? owed.kept() : due,
                        owed.payable(charge),
                        null,
                        at.actor().id()),
                draft,
                at);
        Billing.raise(account, period.id(), days, due, owed.kept(), draft, at);
        Arrears.raise(budget, draft, at);
        return draft.accepted();
    }

    /** What the person's contribution has wholly eaten is approved, and nothing is instructed. */
    static void instruct(InstalmentApproved instalment, Draft draft, Circumstances at) {
        draft.add(instalment);
        if (instalment.payable().parts().isEmpty()) return;
        draft.add(new PaymentInstructed(
                instalment.payment(),
                at.now(),
                instalment.budget(),
                PaymentPurpose.INSTALMENT,
                instalment.kind() == AccountKind.PREPAID_CARD ? Channel.CARD : Channel.BANK,
                instalment.account(),
                instalment.kind(),
                null,
                null,
                null,
                instalment.servicePeriod(),
                instalment.payable(),
                draft.budget().lead(),
                at.actor().id()));
    }
}
