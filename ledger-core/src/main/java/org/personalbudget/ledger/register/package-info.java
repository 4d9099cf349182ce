/** People, free text and bank details: erasable, behind references. */
@NullMarked
package org.personalbudget.ledger.register;

import org.jspecify.annotations.NullMarked;
