package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.money.Money;

/**
 * How a surplus was worked out: balance less all that is spoken for is the surplus, and what is above the cap can be
 * reclaimed.
 *
 * @param balance what the account holds, own money included
 * @param unpaid approved and not yet paid from it
 * @param committed ordered on the lines it pays for
 * @param ringFenced set aside for one-off purposes
 * @param laterInstalments paid in for periods that have not begun
 * @param own the holder's own money
 * @param capWeeks how many weeks' gross amount it may keep
 * @param weekly the gross weekly amount of the budget
 * @param surplus balance less what is spoken for, never below zero
 * @param reclaimable what of it is above the cap
 */
public record SurplusFigures(
        Money balance,
        Money unpaid,
        Money committed,
        Money ringFenced,
        Money laterInstalments,
        Money own,
        int capWeeks,
        Money weekly,
        Money surplus,
        Money reclaimable) {}
