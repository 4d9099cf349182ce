/** What happened, in order, with who and why. */
@NullMarked
package org.personalbudget.projections.audit;

import org.jspecify.annotations.NullMarked;
