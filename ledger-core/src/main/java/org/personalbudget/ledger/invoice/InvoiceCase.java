package org.personalbudget.ledger.invoice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Invoicing;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.VisitId;

/**
 * Everything that an invoice is judged by, as values.
 *
 * @param cleared whether a second person has found that it is no duplicate
 * @param others what else stands of the same supplier for the same person
 * @param funds by account, what it can still pay
 * @param servicePeriod the earliest period it is for
 * @param postingPeriod the period in which it would be posted
 * @param lineTolerance what a line may be off
 */
public record InvoiceCase(
        InvoiceTerms terms,
        boolean cleared,
        List<Other> others,
        List<LineCase> lines,
        Map<AccountId, Money> funds,
        PeriodId servicePeriod,
        PeriodId postingPeriod,
        Money lineTolerance,
        Invoicing rules) {

    public InvoiceCase {
        others = List.copyOf(others);
        lines = List.copyOf(lines);
        funds = Map.copyOf(funds);
    }

    /** The same with other lines. */
    public InvoiceCase of(List<LineCase> changed) {
        return new InvoiceCase(
                terms, cleared, others, changed, funds, servicePeriod, postingPeriod, lineTolerance, rules);
    }

    /** Another invoice of the same supplier for the same person. */
    public record Other(InvoiceId invoice, DateRange service, Money gross, Set<VisitId> visits) {}
}
