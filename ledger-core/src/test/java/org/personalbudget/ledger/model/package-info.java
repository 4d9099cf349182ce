/** A second opinion on the money: an independent model of the rules, and seeded histories that set it against the ledger. */
@NullMarked
package org.personalbudget.ledger.model;

import org.jspecify.annotations.NullMarked;
