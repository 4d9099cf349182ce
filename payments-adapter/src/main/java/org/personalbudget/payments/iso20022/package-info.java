/** ISO 20022: credit transfers out (pain.001), reports on them (pain.002, camt.054) and statements (camt.053) in. */
@NullMarked
package org.personalbudget.payments.iso20022;

import org.jspecify.annotations.NullMarked;
