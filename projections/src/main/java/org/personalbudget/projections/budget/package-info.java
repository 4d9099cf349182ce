/** A budget as it was decided: funders, plans, accounts, contributions. */
@NullMarked
package org.personalbudget.projections.budget;

import org.jspecify.annotations.NullMarked;
