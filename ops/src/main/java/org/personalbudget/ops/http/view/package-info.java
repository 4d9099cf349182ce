/** What every view has in common: dates, pages, waiting for a position, and whose it is. */
@NullMarked
package org.personalbudget.ops.http.view;

import org.jspecify.annotations.NullMarked;
