/** What people owe of their contributions, and for how long. */
@NullMarked
package org.personalbudget.projections.contributions;

import org.jspecify.annotations.NullMarked;
