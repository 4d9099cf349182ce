/** Who is paid for care: suppliers and their rates by date. */
@NullMarked
package org.personalbudget.ledger.supplier;

import org.jspecify.annotations.NullMarked;
