/** One instruction to pay, and the attempts it takes. */
@NullMarked
package org.personalbudget.ledger.payment;

import org.jspecify.annotations.NullMarked;
