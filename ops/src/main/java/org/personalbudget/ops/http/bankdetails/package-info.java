/** Where payees are paid: suppliers, custody accounts, and persons who get money back. */
@NullMarked
package org.personalbudget.ops.http.bankdetails;

import org.jspecify.annotations.NullMarked;
