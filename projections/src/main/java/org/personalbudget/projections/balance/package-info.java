/** What a budget has, and what its accounts hold, at any two dates. */
@NullMarked
package org.personalbudget.projections.balance;

import org.jspecify.annotations.NullMarked;
