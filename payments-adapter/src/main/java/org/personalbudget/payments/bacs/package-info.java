/** Bacs: files of credits in Standard 18, the three days they take, and the report on those that came back. */
@NullMarked
package org.personalbudget.payments.bacs;

import org.jspecify.annotations.NullMarked;
