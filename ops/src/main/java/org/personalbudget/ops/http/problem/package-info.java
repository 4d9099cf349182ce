/** How the API says no: RFC 9457 problems, each with a code, a sentence and the figures. */
@NullMarked
package org.personalbudget.ops.http.problem;

import org.jspecify.annotations.NullMarked;
