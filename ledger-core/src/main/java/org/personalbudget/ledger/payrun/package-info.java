/** Runs of payments: what goes to the bank together in a file, and what the bank reports back. */
@NullMarked
package org.personalbudget.ledger.payrun;

import org.jspecify.annotations.NullMarked;
