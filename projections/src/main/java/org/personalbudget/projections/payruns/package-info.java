/** What is due to be paid, where to, and in which run it goes out. */
@NullMarked
package org.personalbudget.projections.payruns;

import org.jspecify.annotations.NullMarked;
