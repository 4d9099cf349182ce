/** Who is paid: payments and suppliers. */
@NullMarked
package org.personalbudget.projections.payables;

import org.jspecify.annotations.NullMarked;
