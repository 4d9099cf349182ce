/** Whether a sort code and an account number can belong together at all, by the modulus check of the clearing banks. */
@NullMarked
package org.personalbudget.payments.modulus;

import org.jspecify.annotations.NullMarked;
