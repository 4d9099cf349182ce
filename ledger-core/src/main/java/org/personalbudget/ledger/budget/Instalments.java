package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.OneOffAllocated;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/** What an account is paid: the amount of a period, net or gross of the contribution, or once for a purpose. */
final class Instalments {

    private Instalments() {}

    static Decision approve(ApproveInstalment command, Budget budget, Circumstances at) {
        if (!at.calendar().knows(command.period())) return refuse(new PeriodOutOfRange(command.period()));
        Optional<BudgetRefusal> wrong = shape(command);
        if (wrong.isPresent()) return refuse(wrong.get());
        Optional<Account> account = account(command.account(), budget);
        if (account.isEmpty()) return refuse(noAccount(command.account(), budget));
        Period period = at.calendar().period(command.period());
        Optional<DateRange> days = serviceDays(account.get(), period, budget);
        Optional<BudgetRefusal> refusal = payable(account.get(), period, days, budget);
        if (refusal.isPresent()) return refuse(refusal.get());
        return command.kind() == InstalmentKind.REGULAR
                ? regular(account.get(), period, days.orElseThrow(), budget, at)
                : oneOff(command, account.get(), days.orElseThrow(), budget, at);
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

    /** The account named, else the only one that holds money. */
    private static Optional<Account> account(@Nullable AccountId id, Budget budget) {
        if (id != null) return Optional.ofNullable(budget.accounts().get(id));
        List<Account> holding = holding(budget);
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }

    private static List<Account> holding(Budget budget) {
        return budget.accountsInOrder().stream()
                .filter(account -> account.opened().kind().holdsMoney())
                .toList();
    }

    private static BudgetRefusal noAccount(@Nullable AccountId id, Budget budget) {
        if (id != null) return new UnknownAccount(budget.terms().budget(), id);
        List<Account> holding = holding(budget);
        if (!holding.isEmpty()) return new AccountNeeded(holding.size());
        return budget.accountsInOrder().stream()
                .findFirst()
                .<BudgetRefusal>map(only -> new AccountHoldsNoMoney(
                        only.opened().account(), only.opened().kind()))
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

    /** The days of a period on which the budget, its plan and the account are all in force. */
    private static Optional<DateRange> serviceDays(Account account, Period period, Budget budget) {
        Optional<LocalDate> firstDay = budget.firstDay();
        if (firstDay.isEmpty()) return Optional.empty();
        LocalDate opened = account.opened().startsOn();
        LocalDate from = opened.isAfter(firstDay.get()) ? opened : firstDay.get();
        if (from.isAfter(period.last())) return Optional.empty();
        return new DateRange(from, period.last()).overlap(period.dates());
    }

    private static Decision regular(Account account, Period period, DateRange days, Budget budget, Circumstances at) {
        AccountId id = account.opened().account();
        PaymentId payment = PaymentId.regular(budget.terms().budget(), id, period.id());
        if (account.advances().containsKey(period.id())) {
            return refuse(new InstalmentAlreadyApproved(payment, id, period.id()));
        }
        Money gross = gross(account, days, budget);
        Money due = budget.contributions().raised().containsKey(period.id()) ? Money.ZERO : due(days, budget);
        Split payable = payable(account, gross, due, budget);
        if (!payable.total().isPositive()) return refuse(new NothingToPay(period.id()));
        Draft draft = new Draft(budget);
        Allocation.reach(period.id(), draft, at);
        instruct(
                new InstalmentApproved(
                        budget.terms().budget(),
                        at.now(),
                        payment,
                        id,
                        account.opened().kind(),
                        InstalmentKind.REGULAR,
                        period.id(),
                        days,
                        gross,
                        contribution(account, gross, payable, due),
                        payable,
                        null,
                        at.actor().id()),
                draft,
                at);
        if (due.isPositive()) raise(period.id(), days, due, account, draft, at);
        Arrears.raise(budget, draft, at);
        return draft.accepted();
    }

    /** Under NET what was kept back, under GROSS what the person is billed. */
    private static Money contribution(Account account, Money gross, Split payable, Money due) {
        return account.opened().method() == ContributionMethod.NET ? gross.minus(payable.total()) : due;
    }

    /** What these days cost on the lines that this account pays for. */
    private static Money gross(Account account, DateRange days, Budget budget) {
        Money gross = Money.ZERO;
        for (Map.Entry<@Nullable LineId, Money> line :
                Entitlement.over(days, budget).lines().entrySet()) {
            if (Accounts.paysFor(account, line.getKey(), isOrdered(line.getKey(), days, budget), budget)) {
                gross = gross.plus(line.getValue());
            }
        }
        return gross;
    }

    private static boolean isOrdered(@Nullable LineId line, DateRange days, Budget budget) {
        return budget.plans().line(line, days).map(PlanLine::supplier).isPresent();
    }

    /** The contribution for these days: never more than the charging council's part of what they cost. */
    static Money due(DateRange days, Budget budget) {
        Optional<Funder> council = budget.chargingCouncil();
        if (council.isEmpty()) return Money.ZERO;
        Money gross = Entitlement.over(days, budget).total();
        Money councilPart =
                Shares.byFunder(gross, budget.terms().funders()).byBook().getOrDefault(council.get(), Money.ZERO);
        return budget.contributions().dueFor(days).min(councilPart);
    }

    /** Under NET the contribution is kept back from the charging council's part, as far as that reaches. */
    private static Split payable(Account account, Money gross, Money due, Budget budget) {
        Split split = Shares.byFunder(gross, budget.terms().funders());
        if (account.opened().method() == ContributionMethod.GROSS || due.isZero()) return split;
        Funder council = budget.chargingCouncil().orElseThrow();
        Money kept = due.min(split.byBook().getOrDefault(council, Money.ZERO));
        return new Split(split.parts().stream()
                .map(part ->
                        part.book() == council ? part.withAmount(part.amount().minus(kept)) : part)
                .toList());
    }

    private static Decision oneOff(
            ApproveInstalment command, Account account, DateRange days, Budget budget, Circumstances at) {
        AccountId id = account.opened().account();
        PaymentId payment = PaymentId.oneOff(budget.terms().budget(), at.command());
        if (account.oneOffs().contains(payment)) {
            return refuse(new InstalmentAlreadyApproved(payment, id, command.period()));
        }
        Money amount = requireNonNull(command.amount());
        Split shares = Shares.byFunder(amount, budget.terms().funders());
        Split fenced = new Split(shares.parts().stream()
                .map(part -> new Part(part.book(), part.source(), payment, part.amount()))
                .toList());
        Draft draft = new Draft(budget);
        Allocation.reach(command.period(), draft, at);
        draft.add(new OneOffAllocated(budget.terms().budget(), at.now(), payment, command.period(), shares));
        instruct(
                new InstalmentApproved(
                        budget.terms().budget(),
                        at.now(),
                        payment,
                        id,
                        account.opened().kind(),
                        InstalmentKind.ONE_OFF,
                        command.period(),
                        days,
                        amount,
                        Money.ZERO,
                        fenced,
                        command.purpose(),
                        at.actor().id()),
                draft,
                at);
        return draft.accepted();
    }

    private static void instruct(InstalmentApproved instalment, Draft draft, Circumstances at) {
        draft.add(instalment);
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

    private static void raise(
            PeriodId period, DateRange days, Money due, Account account, Draft draft, Circumstances at) {
        Budget budget = draft.budget();
        boolean net = account.opened().method() == ContributionMethod.NET;
        draft.add(new ContributionFellDue(
                budget.terms().budget(),
                at.on(days.first()),
                period,
                days,
                due,
                budget.chargingCouncil().orElseThrow(),
                account.opened().method(),
                net ? account.opened().account() : null));
    }
}
