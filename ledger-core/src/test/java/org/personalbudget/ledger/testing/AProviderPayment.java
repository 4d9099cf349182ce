package org.personalbudget.ledger.testing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;

/** A provider's payment: by the council to {@link SupplierWords#AGENCY} for home care, unless told otherwise. */
public final class AProviderPayment implements Asks {

    private final Money amount;
    private final DateRange service;
    private SupplierId supplier = SupplierWords.AGENCY;
    private LineId line = BudgetWords.CARE;
    private @Nullable InvoiceNumber invoice;
    private @Nullable AccountId account;
    private @Nullable Units units;
    private Payee payee = Payee.UNRELATED;
    private @Nullable String name;

    private AProviderPayment(Money amount, DateRange service) {
        this.amount = amount;
        this.service = service;
    }

    public static AProviderPayment payProvider(String amount, String first, String last) {
        return new AProviderPayment(Money.of(amount), BudgetWords.days(first, last));
    }

    /** The payment that an invoice of the agency is paid by. */
    public static PaymentId paymentOf(String invoice) {
        return PaymentId.invoice(SupplierWords.AGENCY, new InvoiceNumber(invoice));
    }

    public AProviderPayment onInvoice(String number) {
        invoice = new InvoiceNumber(number);
        return this;
    }

    public AProviderPayment fromTheAccount() {
        return from(BudgetWords.ACCOUNT);
    }

    public AProviderPayment from(AccountId other) {
        account = other;
        return this;
    }

    public AProviderPayment to(SupplierId other) {
        supplier = other;
        return this;
    }

    public AProviderPayment to(Payee other) {
        payee = other;
        return this;
    }

    public AProviderPayment forLine(String code) {
        line = new LineId(code);
        return this;
    }

    public AProviderPayment units(String quantity) {
        units = Units.of(new BigDecimal(quantity));
        return this;
    }

    /** Names the request, and so the payment if there is no invoice. */
    public AProviderPayment named(String request) {
        name = request;
        return this;
    }

    @Override
    public Request request() {
        Request request = Request.of(
                new PayProvider(BudgetWords.BUDGET, supplier, line, amount, service, invoice, account, units, payee));
        return name == null ? request : request.named(name);
    }
}
