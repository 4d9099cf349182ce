/** The seam to Axon Framework. */
@NullMarked
package org.personalbudget.ledger.axon;

import org.jspecify.annotations.NullMarked;
