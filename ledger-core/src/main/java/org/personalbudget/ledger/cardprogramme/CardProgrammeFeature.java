package org.personalbudget.ledger.cardprogramme;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.cardprogramme.CardProgrammeCommand.FundProgramme;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent.ProgrammeFunded;
import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;

/** The card programme, ready to be carried. */
public final class CardProgrammeFeature
        implements Feature<CardProgrammeCommand, CardProgramme, CardProgrammeEvent, Circumstances> {

    /** As large as any single amount: £100 million. */
    private static final Money LARGEST = Money.of("100000000.00");

    @Override
    public String category() {
        return "card-programme";
    }

    @Override
    public Class<CardProgrammeCommand> commands() {
        return CardProgrammeCommand.class;
    }

    @Override
    public Class<CardProgrammeEvent> events() {
        return CardProgrammeEvent.class;
    }

    @Override
    public CardProgramme initial() {
        return new CardProgramme(Money.ZERO);
    }

    @Override
    public Circumstances gather(CardProgrammeCommand command, CardProgramme state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(CardProgrammeCommand command, CardProgramme state, Circumstances at) {
        return switch (command) {
            case FundProgramme fund -> fund(fund, at);
        };
    }

    private static Decision fund(FundProgramme command, Circumstances at) {
        Money amount = command.amount();
        if (amount.isZero()) return refuse(new FundingOfNothing(amount));
        if (amount.max(amount.negated()).exceeds(LARGEST)) return refuse(new FundingTooLarge(amount, LARGEST));
        if (command.on().isAfter(at.today())) return refuse(new FundingInFuture(command.on(), at.today()));
        DateRange table = at.calendar().range();
        if (!table.contains(command.on())) {
            return refuse(new FundingDateOutOfRange(command.on(), table.first(), table.last()));
        }
        return accept(new ProgrammeFunded(
                at.on(command.on()), Funder.LA, amount, at.actor().id()));
    }

    @Override
    public CardProgramme evolve(CardProgramme state, CardProgrammeEvent event) {
        return switch (event) {
            case ProgrammeFunded funded -> new CardProgramme(state.funded().plus(funded.amount()));
        };
    }
}
