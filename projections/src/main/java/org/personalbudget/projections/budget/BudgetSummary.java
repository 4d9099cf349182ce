package org.personalbudget.projections.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PersonRef;

/** A budget in a list; {@code position} is where it was recorded, and lists are in this order. */
public record BudgetSummary(
        BudgetId budgetId,
        PersonRef personRef,
        CareGroup careGroup,
        LocalDate startsOn,
        Money weekly,
        Funder lead,
        long position) {}
