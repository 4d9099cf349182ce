/** Pooled funds: who is a member, and what each has in it. */
@NullMarked
package org.personalbudget.projections.pooledfund;

import org.jspecify.annotations.NullMarked;
