/** What suppliers owe back. */
@NullMarked
package org.personalbudget.ops.http.supplierrefunds;

import org.jspecify.annotations.NullMarked;
