/** Budgets that come over from an old system, in one file. */
@NullMarked
package org.personalbudget.ops.http.takeons;

import org.jspecify.annotations.NullMarked;
