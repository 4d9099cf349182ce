/** The journal, entry by entry. */
@NullMarked
package org.personalbudget.ops.http.journal;

import org.jspecify.annotations.NullMarked;
