/** What people read, wired: the projections, the reader that keeps them up, and the queries on them. */
@NullMarked
package org.personalbudget.ops.reading;

import org.jspecify.annotations.NullMarked;
