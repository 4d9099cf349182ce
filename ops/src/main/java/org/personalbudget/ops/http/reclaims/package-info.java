/** Public money that is to come back, and what is let go. */
@NullMarked
package org.personalbudget.ops.http.reclaims;

import org.jspecify.annotations.NullMarked;
