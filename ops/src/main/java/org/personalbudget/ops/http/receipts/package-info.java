/** Money that came to the council's bank, and what it was for. */
@NullMarked
package org.personalbudget.ops.http.receipts;

import org.jspecify.annotations.NullMarked;
