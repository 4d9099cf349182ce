package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.AccountHoldsNoMoney;
import org.personalbudget.ledger.budget.BudgetRefusal.DateInFuture;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.TakeOnRefusal.ItemNotOfBudget;
import org.personalbudget.ledger.budget.TakeOnRefusal.SourceNotOfBudget;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;

/** Which balances and open items a budget can bring with it. */
final class TakeOnRules {

    private TakeOnRules() {}

    static Optional<BudgetRefusal> balances(AccountId account, TakenAccount taken, Budget budget, Circumstances at) {
        if (!taken.kind().holdsMoney()) return Optional.of(new AccountHoldsNoMoney(account, taken.kind()));
        for (Part part : taken.balances().parts()) {
            Optional<BudgetRefusal> refusal = first(
                    () -> positive("balances", part.amount()),
                    () -> charged(part, budget, at),
                    () -> when(!mayHold(taken, part, budget), () -> new SourceNotOfBudget(part.source())));
            if (refusal.isPresent()) return refusal;
        }
        return Optional.empty();
    }

    /** Its funders' money, under NET the person's contribution, and own money; nothing of unknown origin. */
    private static boolean mayHold(TakenAccount taken, Part part, Budget budget) {
        return part.ringFence() == null
                && switch (part.source()) {
                    case LA, LA_CHILDREN, ICB, EDUCATION, POOLED -> isFunders(part, budget);
                    case CLIENT -> taken.method() == ContributionMethod.NET && isPersons(part, budget);
                    case OWN -> part.book() == budget.lead();
                    case UNKNOWN -> false;
                };
    }

    static Optional<BudgetRefusal> item(OpenItem item, Budget budget, Circumstances at) {
        Part part = item.part();
        return first(
                () -> positive("amount", part.amount()),
                () -> when(item.dueOn().isAfter(at.today()), () -> new DateInFuture("dueOn", item.dueOn(), at.today())),
                () -> charged(part, budget, at),
                () -> when(!mayAwait(item, budget), () -> new ItemNotOfBudget(item.kind(), part.book())));
    }

    /** What a person contributed, or is to, comes only with a budget that they may be asked for a contribution to. */
    private static Optional<BudgetRefusal> charged(Part part, Budget budget, Circumstances at) {
        return part.source() == Source.CLIENT ? Contributing.chargeable(budget, at) : Optional.empty();
    }

    private static boolean mayAwait(OpenItem item, Budget budget) {
        Part part = item.part();
        return part.ringFence() == null
                && switch (item.kind()) {
                    case CONTRIBUTION -> isPersons(part, budget);
                    case RECLAIM, SUPPLIER_RECOVERY -> isFunders(part, budget) || isPersons(part, budget);
                    case CO_FUNDER -> isFunders(part, budget) && part.book() != budget.lead();
                };
    }

    private static boolean isFunders(Part part, Budget budget) {
        return part.source() == part.book().source() && isFunder(part.book(), budget);
    }

    private static boolean isPersons(Part part, Budget budget) {
        return part.source() == Source.CLIENT
                && budget.chargingCouncil().filter(part.book()::equals).isPresent();
    }

    private static boolean isFunder(Funder funder, Budget budget) {
        return budget.terms().funders().stream().anyMatch(share -> share.funder() == funder);
    }
}
