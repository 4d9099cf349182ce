/** Whoever is paid, as a request names them: a reference, a name, and what the law asks about relatives. */
@NullMarked
package org.personalbudget.ops.http.payees;

import org.jspecify.annotations.NullMarked;
