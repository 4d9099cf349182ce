/** The log on PostgreSQL. */
@NullMarked
package org.personalbudget.ledger.eventstore;

import org.jspecify.annotations.NullMarked;
