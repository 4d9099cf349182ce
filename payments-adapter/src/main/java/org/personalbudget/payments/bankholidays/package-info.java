/** The days on which banks in England are closed. */
@NullMarked
package org.personalbudget.payments.bankholidays;

import org.jspecify.annotations.NullMarked;
