/** The API: one package a feature, thin over the ledger and its views. */
@NullMarked
package org.personalbudget.ops.http;

import org.jspecify.annotations.NullMarked;
