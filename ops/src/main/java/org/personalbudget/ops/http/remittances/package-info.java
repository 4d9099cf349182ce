/** What suppliers are told with their money. */
@NullMarked
package org.personalbudget.ops.http.remittances;

import org.jspecify.annotations.NullMarked;
