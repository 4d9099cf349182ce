/** What people read: every view here is a fold over the log and can be dropped and rebuilt. */
@NullMarked
package org.personalbudget.projections;

import org.jspecify.annotations.NullMarked;
