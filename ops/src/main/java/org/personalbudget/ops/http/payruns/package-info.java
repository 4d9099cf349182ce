/** Runs of payments: built by one, approved by another, paid out budget by budget, written as files. */
@NullMarked
package org.personalbudget.ops.http.payruns;

import org.jspecify.annotations.NullMarked;
