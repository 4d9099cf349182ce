/** The language and the laws of the ledger: commands, facts, and the pure decisions between them. */
@NullMarked
package org.personalbudget.ledger;

import org.jspecify.annotations.NullMarked;
