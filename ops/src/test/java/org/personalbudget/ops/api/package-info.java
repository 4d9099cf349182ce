/** The running ledger, asked and read as anyone would: over HTTP. */
@NullMarked
package org.personalbudget.ops.api;

import org.jspecify.annotations.NullMarked;
