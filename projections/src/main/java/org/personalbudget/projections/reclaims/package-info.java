/** What is to be paid back, and what is let go. */
@NullMarked
package org.personalbudget.projections.reclaims;

import org.jspecify.annotations.NullMarked;
