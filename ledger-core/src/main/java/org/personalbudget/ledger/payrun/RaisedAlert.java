package org.personalbudget.ledger.payrun;

/**
 * A payment of a run that was built, whose payee has since had other bank details proposed or approved.
 *
 * @param number its place in the run
 * @param awaited the version that is proposed or cools off; the one that the run names is still paid to
 */
public record RaisedAlert(int number, int awaited) {}
