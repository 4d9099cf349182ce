/** The personal budget of one person: plans, accounts, instalments, contributions and spend. */
@NullMarked
package org.personalbudget.ledger.budget;

import org.jspecify.annotations.NullMarked;
