/** What banks and card programmes say happened: statements, their lines, and what each line is matched with. */
@NullMarked
package org.personalbudget.ledger.statement;

import org.jspecify.annotations.NullMarked;
