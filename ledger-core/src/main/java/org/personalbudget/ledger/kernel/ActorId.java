package org.personalbudget.ledger.kernel;

/** Whoever acts: a user name or the name of a reaction. A code, never a person's name. */
public record ActorId(String value) {}
