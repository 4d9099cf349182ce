package org.personalbudget.ledger.cardprogramme;

import static org.personalbudget.ledger.kernel.Role.FINANCE_CONTROLLER;
import static org.personalbudget.ledger.kernel.Role.RECONCILER;
import static org.personalbudget.ledger.kernel.Role.SYSTEM;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.Money;

/** What can be asked of the card programme. */
public sealed interface CardProgrammeCommand extends Command {

    /** A council has one programme. */
    StreamId STREAM =
            new StreamId("card-programme", UUID.nameUUIDFromBytes("card-programme".getBytes(StandardCharsets.UTF_8)));

    @Override
    default StreamId stream() {
        return STREAM;
    }

    /**
     * The council's bank paid into the programme.
     *
     * @param amount negative where the programme paid back
     */
    record FundProgramme(Money amount, LocalDate on) implements CardProgrammeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER, RECONCILER, SYSTEM);
        }
    }
}
