/** Spend from an account, recorded or asked about. */
@NullMarked
package org.personalbudget.ops.http.spend;

import org.jspecify.annotations.NullMarked;
