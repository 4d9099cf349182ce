package org.personalbudget.ledger.payrun;

import java.time.LocalDate;

/**
 * The three working days of a Bacs payment.
 *
 * @param input when the file is handed in
 * @param processing the working day after
 * @param payOn the working day after that, when the money is there
 */
public record PayRunDates(LocalDate input, LocalDate processing, LocalDate payOn) {}
