/** From an imported line to what it does: candidates, the ladder, effects carried out, and matches taken back. */
@NullMarked
package org.personalbudget.ops.matching;

import org.jspecify.annotations.NullMarked;
