package org.personalbudget.ledger.policy;

/** What makes a budget worth watching more closely. */
public enum MonitoringFactor {
    /** The first account is younger than a year. */
    NEW_ACCOUNT,
    /** Each period of contribution that is unpaid. */
    UNPAID_CONTRIBUTION,
    /** Each spend under query. */
    OPEN_QUERY,
    /** Each reclaim of misused money. */
    MISUSE,
    /** Each time that a source was overdrawn. */
    OVERDRAWN,
    /** Each time that a line was overspent. */
    OVERSPENT,
    /** A close relative is paid under a necessity decision. */
    PAYS_RELATIVE,
    /** An account holds more than its cap. */
    SURPLUS
}
