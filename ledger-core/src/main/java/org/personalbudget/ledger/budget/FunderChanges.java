package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.FundingCommand.ChangeFunders;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.budget.FundingRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.Funder;

/**
 * The funders bear other shares from a day on, past or future. The lead stays, though it may bear nothing: it runs the
 * accounts. What was paid before is borne as the shares are now.
 */
final class FunderChanges {

    private static final int WHOLE = 10_000;

    private FunderChanges() {}

    static Decision change(ChangeFunders command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        LocalDate startsOn = budget.terms().startsOn();
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("from", command.from(), at),
                () -> when(
                        command.from().isBefore(startsOn),
                        () -> new BeforeBudgetStarts("from", command.from(), startsOn)),
                () -> lead(command.funders(), budget.lead()),
                () -> whole(command.funders()),
                () -> when(isSo(command, budget), () -> new SameFunders(command.from())));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        draft.add(new FundersChanged(
                command.budget(),
                at.now(),
                command.from(),
                command.funders(),
                command.reason(),
                at.actor().id()));
        Restatement.follow(command.from(), budget, draft, facts);
        Refunding.follow(draft, at);
        return draft.accepted();
    }

    private static Optional<BudgetRefusal> lead(List<FunderShare> funders, Funder lead) {
        if (funders.isEmpty()) return Optional.of(new SharesNotWhole(0));
        Funder first = funders.getFirst().funder();
        return when(first != lead, () -> new LeadChanges(lead, first));
    }

    private static Optional<BudgetRefusal> whole(List<FunderShare> funders) {
        Set<Funder> seen = new HashSet<>();
        int sum = 0;
        for (FunderShare share : funders) {
            int least = seen.isEmpty() ? 0 : 1;
            if (!seen.add(share.funder())) return Optional.of(new FunderTwice(share.funder()));
            if (share.basisPoints() < least || share.basisPoints() > WHOLE) {
                return Optional.of(new FunderShareNotPositive(share.funder(), share.basisPoints()));
            }
            sum += share.basisPoints();
        }
        int total = sum;
        return when(total != WHOLE, () -> new SharesNotWhole(total));
    }

    /** Whether the shares are these on every day from that day on. */
    private static boolean isSo(ChangeFunders command, Budget budget) {
        Stream<LocalDate> later =
                budget.funding().changes().stream().map(FundersChanged::from).filter(command.from()::isBefore);
        return Stream.concat(Stream.of(command.from()), later)
                .allMatch(day -> Set.copyOf(budget.fundersOn(day)).equals(Set.copyOf(command.funders())));
    }
}
