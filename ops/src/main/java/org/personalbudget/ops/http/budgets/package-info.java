/** Budgets: allocated, listed, and looked at. */
@NullMarked
package org.personalbudget.ops.http.budgets;

import org.jspecify.annotations.NullMarked;
