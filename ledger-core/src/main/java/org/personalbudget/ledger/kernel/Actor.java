package org.personalbudget.ledger.kernel;

/**
 * Who acts, and in which role.
 *
 * @param id the user
 * @param role the role under which the command is asked for
 */
public record Actor(ActorId id, Role role) {}
