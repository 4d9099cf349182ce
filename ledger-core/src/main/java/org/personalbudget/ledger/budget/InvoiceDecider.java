package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceCommand.*;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every InvoiceCommand. */
final class InvoiceDecider {

    private InvoiceDecider() {}

    static Decision decide(InvoiceCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case SubmitInvoice c -> InvoiceIntake.submit(c, budget, facts);
            default -> refuse(new InvoiceRefusal.InvoiceWithoutLines());
        };
    }
}
