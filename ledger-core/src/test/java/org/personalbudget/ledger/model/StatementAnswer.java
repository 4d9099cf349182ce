package org.personalbudget.ledger.model;

import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.money.Split;

/** Puts what the ledger decided about statements and accruals into the words in which the model answers. */
final class StatementAnswer {

    private StatementAnswer() {}

    static void add(CustodyEvent event, Answer.Figures figures) {
        switch (event) {
            case CustodyEvent.UnknownCreditReceived e ->
                figures.add("of nobody", LedgerAnswer.amounts(Split.of(e.received())));
            case CustodyEvent.UnknownCreditWithdrawn e ->
                figures.add(
                        "of nobody",
                        LedgerAnswer.amounts(Split.of(e.withdrawn()).negated()));
            case CustodyEvent.CardDeclined e -> figures.note(e.barred() ? "declined-barred" : "declined");
            case CustodyEvent.AccountCreditUndone e -> figures.add("not arrived", LedgerAnswer.amounts(e.undone()));
            case CustodyEvent.ContributionPaymentUndone e ->
                figures.add("no contribution", LedgerAnswer.amounts(Split.of(e.undone())));
        }
    }

    static void add(AccrualEvent event, Answer.Figures figures) {
        switch (event) {
            case AccrualEvent.CareAccrued e ->
                e.lines()
                        .forEach(each -> figures.add(
                                "accrued " + each.line() + " " + e.servicePeriod(),
                                LedgerAnswer.amounts(each.split())));
            case AccrualEvent.AccrualReversed e ->
                figures.add("accrued no more " + e.line() + " " + e.servicePeriod(), LedgerAnswer.amounts(e.split()));
        }
    }
}
