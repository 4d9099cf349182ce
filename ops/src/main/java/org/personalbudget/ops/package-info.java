/** The running service, and all it takes to run it. */
@NullMarked
package org.personalbudget.ops;

import org.jspecify.annotations.NullMarked;
