package org.personalbudget.ledger.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.PersonRef;

/** Something that belongs in the register and not in the log, stored in the same transaction as the facts it is for. */
public sealed interface RegisterEntry {

    /**
     * Words somebody wrote, behind a {@link Note}.
     *
     * @param about the person whose erasure erases these words too, or null
     */
    record Words(UUID ref, @Nullable PersonRef about, String text) implements RegisterEntry {}

    /** Who a reference stands for. */
    record Person(PersonRef ref, String name, @Nullable String contact) implements RegisterEntry {}

    /**
     * An account that somebody is paid into.
     *
     * @param ref what events and commands call it by
     * @param about the person whose erasure erases it too, or null for a company
     * @param sortCode six digits
     * @param accountNumber eight digits
     */
    record BankDetails(UUID ref, @Nullable PersonRef about, String sortCode, String accountNumber, String name)
            implements RegisterEntry {}
}
