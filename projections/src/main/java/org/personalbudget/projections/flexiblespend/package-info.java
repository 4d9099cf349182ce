/** What was spent, on what, and how freely. */
@NullMarked
package org.personalbudget.projections.flexiblespend;

import org.jspecify.annotations.NullMarked;
