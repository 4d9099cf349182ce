package org.personalbudget.payments.bankholidays;

import java.time.LocalDate;

/**
 * What has been proclaimed for a single day, whatever the rules say.
 *
 * @param holiday whether banks are closed on it; false where a bank holiday was moved away
 */
public record OneOffDay(LocalDate on, boolean holiday) {}
