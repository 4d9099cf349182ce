/** What tests in every module stand on: a real PostgreSQL, an empty database at a time. */
@NullMarked
package org.personalbudget.ledger.testing;

import org.jspecify.annotations.NullMarked;
