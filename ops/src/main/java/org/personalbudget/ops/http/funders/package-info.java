/** Who pays for a budget: other shares, and what co-funders pay in advance. */
@NullMarked
package org.personalbudget.ops.http.funders;

import org.jspecify.annotations.NullMarked;
