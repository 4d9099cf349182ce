package org.personalbudget.ledger.terms;

import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * Whoever money is paid to at a bank. Each has bank details of their own, in versions.
 *
 * @param kind what is paid
 * @param id the supplier, the custody account, or the budget of the person
 */
public record BankPayee(Kind kind, UUID id) {

    /** What is paid. */
    public enum Kind {
        /** A supplier, for care. */
        SUPPLIER,
        /** A custody account: instalments go there. */
        ACCOUNT,
        /** The person of a budget: contributions paid back go there. */
        PERSON
    }

    public static BankPayee of(SupplierId supplier) {
        return new BankPayee(Kind.SUPPLIER, supplier.value());
    }

    public static BankPayee of(AccountId account) {
        return new BankPayee(Kind.ACCOUNT, account.value());
    }

    /** The person of this budget. */
    public static BankPayee of(BudgetId budget) {
        return new BankPayee(Kind.PERSON, budget.value());
    }

    /** The stream of their bank details. */
    public StreamId stream() {
        return new StreamId("bank-details", id);
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
