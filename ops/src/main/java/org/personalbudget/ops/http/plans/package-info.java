/** Plans: proposed, approved, turned down. */
@NullMarked
package org.personalbudget.ops.http.plans;

import org.jspecify.annotations.NullMarked;
