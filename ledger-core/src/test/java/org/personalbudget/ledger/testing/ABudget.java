package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.BUDGET;
import static org.personalbudget.ledger.testing.BudgetWords.approvePlan;
import static org.personalbudget.ledger.testing.BudgetWords.assess;
import static org.personalbudget.ledger.testing.BudgetWords.careLine;
import static org.personalbudget.ledger.testing.BudgetWords.flexibleLine;
import static org.personalbudget.ledger.testing.BudgetWords.openAccount;
import static org.personalbudget.ledger.testing.BudgetWords.proposePlan;
import static org.personalbudget.ledger.testing.Request.as;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;

/**
 * A budget that has been allocated, planned, approved and opened: the base of the scenarios unless told otherwise, which
 * is 310.00 a week from the first day of the year 2025, of which 12.5 hours at 22.00 are home care and 35.00 flexible.
 */
public final class ABudget implements Given {

    private final Money weekly;
    private LocalDate startsOn = LocalDate.parse("2025-04-07");
    private CareGroup careGroup = CareGroup.ADULT;
    private RiskTier riskTier = RiskTier.LOW;
    private boolean aftercare;
    private List<FunderShare> funders = List.of(new FunderShare(Funder.LA, 10_000));
    private List<PlanLine> lines = List.of(careLine(), flexibleLine());
    private @Nullable String contribution;
    private final List<Asks> accounts = new ArrayList<>();

    private ABudget(Money weekly) {
        this.weekly = weekly;
    }

    public static ABudget aBudgetOf(String weekly) {
        return new ABudget(Money.of(weekly));
    }

    public ABudget startingOn(String day) {
        startsOn = LocalDate.parse(day);
        return this;
    }

    public ABudget forA(CareGroup group) {
        careGroup = group;
        return this;
    }

    /** Aftercare under section 117 of the Mental Health Act 1983. */
    public ABudget asAftercare() {
        aftercare = true;
        return this;
    }

    public ABudget atRisk(RiskTier tier) {
        riskTier = tier;
        return this;
    }

    /** The first share is the lead's. */
    public ABudget fundedBy(FunderShare... shares) {
        funders = List.of(shares);
        return this;
    }

    public ABudget planned(PlanLine... planned) {
        lines = List.of(planned);
        return this;
    }

    public ABudget contributing(String aWeek) {
        contribution = aWeek;
        return this;
    }

    public ABudget paidNet() {
        return deployed(openAccount(AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, startsOn));
    }

    public ABudget paidGross() {
        return deployed(openAccount(AccountKind.DIRECT_PAYMENT, ContributionMethod.GROSS, startsOn));
    }

    public ABudget onACard() {
        return deployed(openAccount(AccountKind.PREPAID_CARD, ContributionMethod.NET, startsOn));
    }

    public ABudget inAManagedAccount() {
        return deployed(openAccount(AccountKind.MANAGED_ACCOUNT, ContributionMethod.NET, startsOn));
    }

    private ABudget deployed(Asks open) {
        accounts.add(open);
        return this;
    }

    /** The proposal that starts it all, and nothing else. */
    public Request allocation() {
        return Request.of(new AllocateBudget(
                BUDGET, People.PERSON, careGroup, startsOn, weekly, weekly, funders, riskTier, aftercare));
    }

    @Override
    public void happenIn(DeciderFixture ledger) {
        Role approver = weekly.exceeds(Money.of("500.00")) ? Role.PANEL : Role.APPROVER;
        Stream<Asks> plan = lines.isEmpty()
                ? Stream.of()
                : Stream.of(
                        proposePlan(startsOn.toString(), lines.toArray(PlanLine[]::new)), as(approver, approvePlan(1)));
        Stream<Asks> assessed =
                contribution == null ? Stream.of() : Stream.of(assess(contribution, startsOn.toString()));
        Stream.of(Stream.of(allocation()), plan, assessed, accounts.stream())
                .flatMap(each -> each)
                .forEach(each -> each.happenIn(ledger));
    }
}
