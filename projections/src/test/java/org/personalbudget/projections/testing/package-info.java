/** A log in memory, and the tables that people read on a real PostgreSQL. */
@NullMarked
package org.personalbudget.projections.testing;

import org.jspecify.annotations.NullMarked;
