/** Immutable values as JSON, derived from their records: no annotation, no list kept by hand, nothing guessed. */
@NullMarked
package org.personalbudget.ledger.eventstore.json;

import org.jspecify.annotations.NullMarked;
