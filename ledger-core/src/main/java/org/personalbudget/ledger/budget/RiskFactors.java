package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.terms.AccountKind;

/** What makes a budget worth watching more closely: looked for in what is known of it, and weighed by the policy. */
final class RiskFactors {

    private RiskFactors() {}

    /** Each factor that was found, with its points; one that the policy gives no points is told too. */
    static List<ScoredFactor> of(Budget budget, Circumstances at) {
        return Stream.of(MonitoringFactor.values())
                .map(factor -> weigh(factor, count(factor, budget, at), at))
                .filter(factor -> factor.count() > 0)
                .toList();
    }

    private static ScoredFactor weigh(MonitoringFactor factor, int count, Circumstances at) {
        return new ScoredFactor(factor, count, count * at.policy().monitoring().pointsOf(factor));
    }

    private static int count(MonitoringFactor factor, Budget budget, Circumstances at) {
        return switch (factor) {
            case NEW_ACCOUNT -> isNew(budget, at.today()) ? 1 : 0;
            case UNPAID_CONTRIBUTION -> budget.contributions().unpaidPeriods();
            case OPEN_QUERY -> openQueries(budget);
            case MISUSE -> misuses(budget);
            case OVERDRAWN -> budget.reviews().overdrawn();
            case OVERSPENT -> budget.reviews().overspent();
            case PAYS_RELATIVE -> paysRelative(budget, at.today()) ? 1 : 0;
            case SURPLUS -> accountsAboveCap(budget, at);
        };
    }

    private static boolean isNew(Budget budget, LocalDate today) {
        return budget.accountsInOrder().stream()
                .filter(account -> account.opened().kind().holdsMoney())
                .findFirst()
                .filter(first -> first.opened().startsOn().plusYears(1).isAfter(today))
                .isPresent();
    }

    private static boolean paysRelative(Budget budget, LocalDate today) {
        return budget.necessities().stream().anyMatch(decided -> decided.dates().contains(today));
    }

    private static int openQueries(Budget budget) {
        return (int) budget.spends().spent().values().stream()
                .filter(Spent::isUnderQuery)
                .count();
    }

    /** What was taken back after another look is no misuse. */
    private static int misuses(Budget budget) {
        return (int) budget.reclaims().demands().values().stream()
                .filter(demand -> demand.about().kind() == ReclaimKind.MISUSE && demand.step() != Demand.Step.WITHDRAWN)
                .count();
    }

    private static int accountsAboveCap(Budget budget, Circumstances at) {
        return (int) budget.accounts().values().stream()
                .filter(account -> new Surplus(account, budget, at)
                        .figures(capOf(account))
                        .reclaimable()
                        .isPositive())
                .count();
    }

    private static ReclaimKind capOf(Account account) {
        return account.opened().kind() == AccountKind.INDIVIDUAL_SERVICE_FUND
                ? ReclaimKind.SERVICE_FUND
                : ReclaimKind.SURPLUS;
    }
}
