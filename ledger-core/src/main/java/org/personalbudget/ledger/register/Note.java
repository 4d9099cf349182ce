package org.personalbudget.ledger.register;

import java.util.UUID;

/**
 * Free text as an event may hold it: where the register keeps the words, and a keyed digest that proves they are the
 * same words. When the words are erased, the note stays.
 *
 * @param ref where the register keeps the text
 * @param digest HMAC-SHA-256 of the text under the ledger's key, in hexadecimal
 */
public record Note(UUID ref, String digest) {}
