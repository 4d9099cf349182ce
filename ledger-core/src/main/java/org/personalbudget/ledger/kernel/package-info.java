/** What every feature shares: commands, events, decisions, refusals, and who decided when. */
@NullMarked
package org.personalbudget.ledger.kernel;

import org.jspecify.annotations.NullMarked;
