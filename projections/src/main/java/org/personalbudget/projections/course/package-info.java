/** The course of a budget: what changed, from when, known since when, by whom; and how it stands on a day. */
@NullMarked
package org.personalbudget.projections.course;

import org.jspecify.annotations.NullMarked;
