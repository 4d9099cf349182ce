/** One forward reader of the log, live and for a rebuild alike. */
@NullMarked
package org.personalbudget.projections.reader;

import org.jspecify.annotations.NullMarked;
