package org.personalbudget.ledger.policy;

import org.personalbudget.ledger.money.Money;

/**
 * What may be reclaimed, and what may be let go.
 *
 * @param surplusCapWeeks how many weeks' gross amount an account may keep
 * @param serviceFundCapWeeks the same for an individual service fund
 * @param serviceFundHoldWeeks for how many weeks a service fund may be above its cap
 * @param reconsiderationDays how long after a notice reconsideration may be asked for
 * @param payDays how long after a notice there is to pay, if the notice does not say
 * @param reliefLimit up to which amount the controller may agree to a waiver or write-off; above it the panel
 */
public record Reclaiming(
        int surplusCapWeeks,
        int serviceFundCapWeeks,
        int serviceFundHoldWeeks,
        int reconsiderationDays,
        int payDays,
        Money reliefLimit) {}
