/** Accounts: the ways a budget is deployed. */
@NullMarked
package org.personalbudget.ops.http.accounts;

import org.jspecify.annotations.NullMarked;
