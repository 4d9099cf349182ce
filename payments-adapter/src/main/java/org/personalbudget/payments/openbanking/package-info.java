/** Open Banking: transactions of an account as the account information interface gives them, versions 3 and 4. */
@NullMarked
package org.personalbudget.payments.openbanking;

import org.jspecify.annotations.NullMarked;
