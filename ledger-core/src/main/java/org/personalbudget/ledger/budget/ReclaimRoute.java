package org.personalbudget.ledger.budget;

/** How money of a reclaim comes back. */
public enum ReclaimRoute {
    /** Into the council's bank. */
    BANK,
    /** Into the custody account itself. */
    ACCOUNT,
    /** Kept back from an instalment. */
    INSTALMENT,
    /** Unloaded from a card. */
    CARD_UNLOAD
}
