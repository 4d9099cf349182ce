/** Reviews over HTTP, and how closely budgets are watched. */
@NullMarked
package org.personalbudget.ops.http.reviews;

import org.jspecify.annotations.NullMarked;
