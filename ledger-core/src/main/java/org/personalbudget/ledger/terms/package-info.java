/** The words of the domain that several features share: identities, funders, accounts, categories. */
@NullMarked
package org.personalbudget.ledger.terms;

import org.jspecify.annotations.NullMarked;
