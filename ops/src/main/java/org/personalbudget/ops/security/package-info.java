/** Who may come in, and what they may read and ask for. */
@NullMarked
package org.personalbudget.ops.security;

import org.jspecify.annotations.NullMarked;
