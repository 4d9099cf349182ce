/** The ladder: what a statement line is, rule by rule. Pure: everything it looks at is handed over as values. */
@NullMarked
package org.personalbudget.ledger.statement.ladder;

import org.jspecify.annotations.NullMarked;
