/** A PostgreSQL of our own, for whoever names none: durable, under one directory, and gone when we are gone. */
@NullMarked
package org.personalbudget.ops.embedded;

import org.jspecify.annotations.NullMarked;
