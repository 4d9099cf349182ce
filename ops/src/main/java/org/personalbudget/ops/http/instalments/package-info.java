/** Instalments: what an account is paid for a period, or once for a purpose. */
@NullMarked
package org.personalbudget.ops.http.instalments;

import org.jspecify.annotations.NullMarked;
