/** What differs from council to council: versioned data, never a constant in code. */
@NullMarked
package org.personalbudget.ledger.policy;

import org.jspecify.annotations.NullMarked;
