/**
 * What the whole code base promises, as tests: its architecture and its tidiness. Each rule gives its reason when it
 * fails, and is shown to bite on something that breaks it on purpose.
 */
@NullMarked
package org.personalbudget.ops.rules;

import org.jspecify.annotations.NullMarked;
