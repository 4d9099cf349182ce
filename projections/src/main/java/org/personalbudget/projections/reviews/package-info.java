/** When budgets are looked at again, and how closely they are watched. */
@NullMarked
package org.personalbudget.projections.reviews;

import org.jspecify.annotations.NullMarked;
