/** The figures of a budget as they were known at one instant against another, and what made the difference. */
@NullMarked
package org.personalbudget.projections.comparison;

import org.jspecify.annotations.NullMarked;
