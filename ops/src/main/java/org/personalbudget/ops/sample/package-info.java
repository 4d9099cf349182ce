/** A sample council: a year of personal budgets, deterministic from a seed, played through the public commands. */
@NullMarked
package org.personalbudget.ops.sample;

import org.jspecify.annotations.NullMarked;
