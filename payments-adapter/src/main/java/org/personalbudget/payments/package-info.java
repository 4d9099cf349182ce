/** The outside world of money: bank files become commands, approved runs become bank files. */
@NullMarked
package org.personalbudget.payments;

import org.jspecify.annotations.NullMarked;
