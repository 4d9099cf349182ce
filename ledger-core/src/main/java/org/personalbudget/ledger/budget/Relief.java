package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.ReclaimEvent.ReliefProposed;

/** What somebody proposed to let go, and whether that is decided. */
record Relief(ReliefProposed proposed, boolean open) {}
