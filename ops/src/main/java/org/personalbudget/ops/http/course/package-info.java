/** Changes of a budget's course: suspension, resumption, end, death. */
@NullMarked
package org.personalbudget.ops.http.course;

import org.jspecify.annotations.NullMarked;
