/** Suppliers and their rates. */
@NullMarked
package org.personalbudget.ops.http.suppliers;

import org.jspecify.annotations.NullMarked;
