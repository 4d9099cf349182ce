/** People, as the register knows them, until they are erased. */
@NullMarked
package org.personalbudget.ops.http.people;

import org.jspecify.annotations.NullMarked;
