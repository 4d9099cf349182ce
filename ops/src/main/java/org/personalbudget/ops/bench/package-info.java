/** Benchmarks: ratios to a yardstick, measured side by side in one run, with a check that what was measured is right. */
@NullMarked
package org.personalbudget.ops.bench;

import org.jspecify.annotations.NullMarked;
