/** The council's card programme: money that waits with whoever issues the cards, until it is loaded onto one. */
@NullMarked
package org.personalbudget.ledger.cardprogramme;

import org.jspecify.annotations.NullMarked;
