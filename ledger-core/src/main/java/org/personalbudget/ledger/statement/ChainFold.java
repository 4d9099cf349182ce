package org.personalbudget.ledger.statement;

import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.statement.ChainEvent.StatementChained;

/** The stream of an account's chain. A statement's import writes it; it makes sure that imports do not pass each other. */
public final class ChainFold implements Fold<Chain, ChainEvent> {

    @Override
    public String category() {
        return "statement-chain";
    }

    @Override
    public Class<ChainEvent> events() {
        return ChainEvent.class;
    }

    @Override
    public Chain initial() {
        return Chain.NONE;
    }

    @Override
    public Chain evolve(Chain state, ChainEvent event) {
        return switch (event) {
            case StatementChained chained -> state.join(chained);
        };
    }
}
