/** XML from strangers: one reader that takes no document type and no entity, and stops at limits. */
@NullMarked
package org.personalbudget.payments.xml;

import org.jspecify.annotations.NullMarked;
