/** The raw log, for auditors. */
@NullMarked
package org.personalbudget.ops.http.audit;

import org.jspecify.annotations.NullMarked;
