package org.personalbudget.ledger.bankdetails;

import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsFacts.Known;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetState;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.supplier.SupplierFeature;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.SupplierId;

/** Bank details, ready to be carried. */
public final class BankDetailsFeature
        implements Feature<BankDetailsCommand, BankDetails, BankDetailsEvent, BankDetailsFacts> {

    private final Fold<BudgetState, BudgetEvent> budgets;
    private final SupplierFeature suppliers;

    public BankDetailsFeature(Fold<BudgetState, BudgetEvent> budgets, SupplierFeature suppliers) {
        this.budgets = budgets;
        this.suppliers = suppliers;
    }

    @Override
    public String category() {
        return "bank-details";
    }

    @Override
    public Class<BankDetailsCommand> commands() {
        return BankDetailsCommand.class;
    }

    @Override
    public Class<BankDetailsEvent> events() {
        return BankDetailsEvent.class;
    }

    @Override
    public BankDetails initial() {
        return BankDetails.NONE;
    }

    @Override
    public BankDetails evolve(BankDetails state, BankDetailsEvent event) {
        return BankDetailsFold.evolve(state, event);
    }

    @Override
    public BankDetailsFacts gather(BankDetailsCommand command, BankDetails state, Circumstances at, Reads reads) {
        return new BankDetailsFacts(
                at, command instanceof ProposeBankDetails propose ? known(propose, reads) : Known.PAID_BY_BANK);
    }

    private Known known(ProposeBankDetails command, Reads reads) {
        BankPayee payee = command.payee();
        BudgetId budget = command.budget();
        return switch (payee.kind()) {
            case SUPPLIER ->
                reads.state(new SupplierId(payee.id()).stream(), suppliers) instanceof Supplier
                        ? Known.PAID_BY_BANK
                        : Known.UNKNOWN;
            case ACCOUNT ->
                budget != null && reads.state(budget.stream(), budgets) instanceof Budget its
                        ? known(new AccountId(payee.id()), its)
                        : Known.UNKNOWN;
            case PERSON ->
                budget != null && reads.state(budget.stream(), budgets) instanceof Budget
                        ? Known.PAID_BY_BANK
                        : Known.UNKNOWN;
        };
    }

    private static Known known(AccountId account, Budget budget) {
        return budget.kindOf(account).map(BankDetailsFeature::known).orElse(Known.UNKNOWN);
    }

    private static Known known(AccountKind kind) {
        boolean paid = kind.holdsMoney() && kind != AccountKind.PREPAID_CARD;
        return paid ? Known.PAID_BY_BANK : Known.NOT_PAID_BY_BANK;
    }

    @Override
    public Decision decide(BankDetailsCommand command, BankDetails state, BankDetailsFacts facts) {
        return BankDetailsDecider.decide(command, state, facts);
    }
}
