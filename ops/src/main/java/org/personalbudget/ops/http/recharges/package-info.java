/** Recharges to co-funders. */
@NullMarked
package org.personalbudget.ops.http.recharges;

import org.jspecify.annotations.NullMarked;
