package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.BUDGET;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.receipt.ReceiptCommand.RecordReceipt;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** How tests speak of money that comes back, or comes unidentified. */
public final class RecoveryWords {

    public static final ReceiptId RECEIPT = new ReceiptId(DeciderFixture.someId("receipt"));

    private RecoveryWords() {}

    public static Request receipt(String amount, String on) {
        return Request.of(new RecordReceipt(RECEIPT, pounds(amount), day(on), BudgetWords.aNote("ref 4417")));
    }

    /** The name foretells its id, see {@link #refundNamed}. */
    public static Request refundDue(String name, PaymentId payment, String amount) {
        return Request.of(new RecordSupplierRefund(BUDGET, payment, pounds(amount)))
                .named(name);
    }

    public static SupplierRefundId refundNamed(String name) {
        return new SupplierRefundId(Request.commandIdOf(name).derive("supplier-refund"));
    }

    public static Request refundReceived(
            SupplierRefundId refund, @Nullable AccountId account, @Nullable String amount, String on) {
        return Request.of(
                new ReceiveSupplierRefund(BUDGET, refund, account, amount == null ? null : pounds(amount), day(on)));
    }

    public static Request allocated(ReceiptTarget to, @Nullable UUID id, @Nullable String amount) {
        return allocated(RECEIPT, to, id, amount);
    }

    public static Request allocated(ReceiptId receipt, ReceiptTarget to, @Nullable UUID id, @Nullable String amount) {
        return Request.of(new AllocateReceipt(BUDGET, receipt, to, id, amount == null ? null : pounds(amount)));
    }
}
