/** Pooled funds. */
@NullMarked
package org.personalbudget.ops.http.pools;

import org.jspecify.annotations.NullMarked;
