/** Where payees are paid: proposed by one, approved by another, in force after a while, blocked when money comes back. */
@NullMarked
package org.personalbudget.ledger.bankdetails;

import org.jspecify.annotations.NullMarked;
