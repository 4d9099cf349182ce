/**
 * What tests in every module stand on: the deciders as they are in production over streams in memory, told in given,
 * when and then; and a real PostgreSQL, an empty database at a time.
 */
@NullMarked
package org.personalbudget.ledger.testing;

import org.jspecify.annotations.NullMarked;
