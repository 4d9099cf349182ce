/** The trial balance. */
@NullMarked
package org.personalbudget.ops.http.trialbalance;

import org.jspecify.annotations.NullMarked;
