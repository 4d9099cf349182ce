/** Files that hold many requests: each is taken in once. What it asks for is decided request by request. */
@NullMarked
package org.personalbudget.ledger.intake;

import org.jspecify.annotations.NullMarked;
