package org.personalbudget.ledger.cardprogramme;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;

/** What happens to the card programme as a whole; loads and cards are their budgets' own. */
public sealed interface CardProgrammeEvent extends Event {

    @Override
    default StreamId stream() {
        return CardProgrammeCommand.STREAM;
    }

    /**
     * The council's bank paid into the programme.
     *
     * @param amount negative where the programme paid back
     */
    record ProgrammeFunded(When when, Funder book, Money amount, ActorId by) implements CardProgrammeEvent {}
}
