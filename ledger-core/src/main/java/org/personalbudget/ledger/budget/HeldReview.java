package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.terms.ReviewId;

/**
 * A review that was held.
 *
 * @param on the day it was held
 */
record HeldReview(ReviewId review, ReviewKind kind, LocalDate on) {}
