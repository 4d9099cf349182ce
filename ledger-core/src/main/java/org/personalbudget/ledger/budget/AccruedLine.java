package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Days;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * What is accrued for one plan line.
 *
 * @param days of the period, those that the supplier has not billed; none where every day has been billed in part
 * @param split what was ordered and not billed, by the funders' shares
 */
public record AccruedLine(
        LineId line, @Nullable OutcomeId outcome, Category category, SupplierId supplier, Days days, Split split) {}
