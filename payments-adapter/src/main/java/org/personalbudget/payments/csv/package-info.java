/** Tables as CSV files hold them (RFC 4180, in UTF-8): bytes become rows that know their lines, and nothing more. */
@NullMarked
package org.personalbudget.payments.csv;

import org.jspecify.annotations.NullMarked;
