package org.personalbudget.ledger.policy;

/** How closely a budget is watched. */
public enum RiskTier {
    LOW,
    MEDIUM,
    HIGH
}
