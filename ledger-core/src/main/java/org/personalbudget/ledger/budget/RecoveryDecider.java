package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every RecoveryCommand. */
final class RecoveryDecider {

    private RecoveryDecider() {}

    static Decision decide(RecoveryCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case RecordSupplierRefund c -> SupplierRefunds.due(c, budget, facts);
            case ReceiveSupplierRefund c -> SupplierRefunds.receive(c, budget, facts.at());
            case AllocateReceipt c -> ReceiptAllocation.allocate(c, budget, facts);
        };
    }
}
