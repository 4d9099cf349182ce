/** The council's policy, version by version. */
@NullMarked
package org.personalbudget.ops.http.policies;

import org.jspecify.annotations.NullMarked;
