/** What a budget comes to by the end of the financial year, if it goes on as it went; every figure with how it was found. */
@NullMarked
package org.personalbudget.projections.forecast;

import org.jspecify.annotations.NullMarked;
