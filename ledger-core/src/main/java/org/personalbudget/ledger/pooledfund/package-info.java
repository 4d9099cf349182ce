/** Money that several budgets hold together, spent by their members' shares. */
@NullMarked
package org.personalbudget.ledger.pooledfund;

import org.jspecify.annotations.NullMarked;
