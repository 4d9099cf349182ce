/** The council's year of thirteen four-week periods, by table. */
@NullMarked
package org.personalbudget.ledger.calendar;

import org.jspecify.annotations.NullMarked;
