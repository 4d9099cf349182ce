package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent.ProgrammeFunded;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;

/** What the card programme posts as a whole. */
final class CardProgrammePostings {

    private CardProgrammePostings() {}

    static List<JournalEntry> of(CardProgrammeEvent event) {
        return switch (event) {
            case ProgrammeFunded funded ->
                new Draft(null, funded.when(), null)
                        .post(CARD_PROGRAMME, BANK, Split.of(Part.of(funded.book(), funded.amount())), Subject.NONE)
                        .entries();
        };
    }
}
