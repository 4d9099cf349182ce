/** What every request has in common: how its fields are read, and what is wrong with them. */
@NullMarked
package org.personalbudget.ops.http.request;

import org.jspecify.annotations.NullMarked;
