package org.personalbudget.ledger.cardprogramme;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.money.Money;

/** Every reason for which the card programme is not funded. */
public sealed interface CardProgrammeRefusal extends Refusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    record FundingOfNothing(Money amount) implements CardProgrammeRefusal {}

    record FundingTooLarge(Money amount, Money limit) implements CardProgrammeRefusal {}

    record FundingInFuture(LocalDate on, LocalDate today) implements CardProgrammeRefusal {}

    record FundingDateOutOfRange(LocalDate on, LocalDate first, LocalDate last) implements CardProgrammeRefusal {}
}
