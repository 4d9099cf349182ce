package org.personalbudget.ledger.register;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
import org.personalbudget.ledger.register.RegisterEntry.Person;
import org.personalbudget.ledger.terms.PersonRef;

/**
 * What the ledger knows about people, and must be able to forget: names, words, bank details. Events hold references to
 * it, so erasing here leaves every event and every seal as it was.
 *
 * <p>Entries are usually written with the facts they are for, by way of the request that brings them.
 */
public interface Register {

    /** The note by which events and commands speak of some words, whose entry goes along with the request. */
    Note noteOf(UUID ref, String words);

    /** Whether these are the words a note was made of, by its digest. */
    boolean proves(Note note, String words);

    /** Stores or replaces an entry on its own. */
    void put(RegisterEntry entry);

    /** The words behind these references. Those erased or never stored are missing. */
    Map<UUID, String> words(Collection<UUID> refs);

    /** Who these references stand for. Those erased or never stored are missing. */
    Map<PersonRef, Person> people(Collection<PersonRef> refs);

    /** An account to pay into, unless it was erased or never stored. */
    Optional<BankDetails> bankDetails(UUID ref);

    /** The accounts behind these references. Those erased or never stored are missing. */
    Map<UUID, BankDetails> bankDetails(Collection<UUID> refs);

    /** Forgets a person: who they are, and all words and bank details about them. Returns how many entries that was. */
    int erase(PersonRef person);

    /** Forgets some words. Returns whether there were any. */
    boolean eraseWords(UUID ref);
}
