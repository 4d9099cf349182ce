package org.personalbudget.ledger.pooledfund;

import java.util.HashMap;
import java.util.Map;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetState;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.pooledfund.PoolState.NoPool;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;

/**
 * Pooled funds, ready to be carried. A pool is a hot stream: what is spent from it is decided on the pool alone, and
 * members pay in by decisions of their budgets that write here as well.
 */
public final class PoolFeature implements Feature<PoolCommand, PoolState, PoolEvent, PoolFacts> {

    private final Fold<BudgetState, BudgetEvent> budgets;

    public PoolFeature(Fold<BudgetState, BudgetEvent> budgets) {
        this.budgets = budgets;
    }

    @Override
    public String category() {
        return "pool";
    }

    @Override
    public Class<PoolCommand> commands() {
        return PoolCommand.class;
    }

    @Override
    public Class<PoolEvent> events() {
        return PoolEvent.class;
    }

    @Override
    public PoolState initial() {
        return new NoPool();
    }

    @Override
    public PoolState evolve(PoolState state, PoolEvent event) {
        return PoolFold.evolve(state, event);
    }

    @Override
    public PoolFacts gather(PoolCommand command, PoolState state, Circumstances at, Reads reads) {
        return new PoolFacts(at, command instanceof AgreeShares agree ? leads(agree, reads) : Map.of());
    }

    private Map<BudgetId, Funder> leads(AgreeShares command, Reads reads) {
        Map<BudgetId, Funder> leads = new HashMap<>();
        for (MemberShare share : command.members()) {
            if (reads.state(share.budget().stream(), budgets) instanceof BudgetState.Budget budget) {
                leads.put(share.budget(), budget.terms().funders().getFirst().funder());
            }
        }
        return leads;
    }

    @Override
    public Decision decide(PoolCommand command, PoolState state, PoolFacts facts) {
        return PoolDecider.decide(command, state, facts);
    }
}
