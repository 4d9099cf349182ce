/** Replaying the log into everything that people read. */
@NullMarked
package org.personalbudget.ops.http.replays;

import org.jspecify.annotations.NullMarked;
