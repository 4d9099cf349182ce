/** The journal, line by line and added up: what every other figure comes from. */
@NullMarked
package org.personalbudget.projections.journal;

import org.jspecify.annotations.NullMarked;
