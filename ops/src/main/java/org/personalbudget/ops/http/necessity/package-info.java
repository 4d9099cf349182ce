/** Decisions that paying a close relative is necessary. */
@NullMarked
package org.personalbudget.ops.http.necessity;

import org.jspecify.annotations.NullMarked;
