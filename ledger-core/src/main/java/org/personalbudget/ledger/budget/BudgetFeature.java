package org.personalbudget.ledger.budget;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsFeature;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.AssessContribution;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.BudgetCommand.ReissuePayment;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.BudgetState.NoBudget;
import org.personalbudget.ledger.budget.ChangeCommand.CancelInstalment;
import org.personalbudget.ledger.budget.CustodyCommand.UndoSettlement;
import org.personalbudget.ledger.budget.FundingCommand.ChangeFunders;
import org.personalbudget.ledger.budget.FundingCommand.PayBackFromPool;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.budget.InvoiceCommand.DisputeInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordCreditNote;
import org.personalbudget.ledger.budget.InvoiceCommand.ReleaseInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.invoice.DocumentFold;
import org.personalbudget.ledger.invoice.DocumentState;
import org.personalbudget.ledger.invoice.DocumentState.NoDocument;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.payment.PaymentFold;
import org.personalbudget.ledger.payment.PaymentState;
import org.personalbudget.ledger.payment.PaymentState.NoPayment;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.pooledfund.PoolFeature;
import org.personalbudget.ledger.pooledfund.PoolState;
import org.personalbudget.ledger.pooledfund.PoolState.NoPool;
import org.personalbudget.ledger.receipt.ReceiptFeature;
import org.personalbudget.ledger.receipt.ReceiptState;
import org.personalbudget.ledger.receipt.ReceiptState.NoReceipt;
import org.personalbudget.ledger.supplier.SupplierFeature;
import org.personalbudget.ledger.supplier.SupplierState;
import org.personalbudget.ledger.supplier.SupplierState.NoSupplier;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.SupplierId;

/** Personal budgets, ready to be carried. */
public final class BudgetFeature implements Feature<BudgetCommand, BudgetState, BudgetEvent, BudgetFacts> {

    private final SupplierFeature suppliers;
    private final PaymentFold payments;
    private final ReceiptFeature receipts;
    private final DocumentFold documents;

    public BudgetFeature(
            SupplierFeature suppliers, PaymentFold payments, ReceiptFeature receipts, DocumentFold documents) {
        this.suppliers = suppliers;
        this.payments = payments;
        this.receipts = receipts;
        this.documents = documents;
    }

    @Override
    public String category() {
        return "budget";
    }

    @Override
    public Class<BudgetCommand> commands() {
        return BudgetCommand.class;
    }

    @Override
    public Class<BudgetEvent> events() {
        return BudgetEvent.class;
    }

    @Override
    public BudgetState initial() {
        return new NoBudget();
    }

    @Override
    public BudgetState evolve(BudgetState state, BudgetEvent event) {
        return BudgetFold.evolve(state, event);
    }

    @Override
    public BudgetFacts gather(BudgetCommand command, BudgetState state, Circumstances at, Reads reads) {
        SupplierState supplier = Optional.ofNullable(supplierOf(command, state))
                .<SupplierState>map(id -> reads.state(id.stream(), suppliers))
                .orElseGet(NoSupplier::new);
        DocumentState document = Optional.ofNullable(documentOf(command))
                .<DocumentState>map(id -> reads.state(id.stream(), documents))
                .orElseGet(NoDocument::new);
        PaymentState payment = Optional.ofNullable(paymentOf(command, at))
                .map(id -> reads.state(id.stream(), payments))
                .orElseGet(NoPayment::new);
        ReceiptState receipt = command instanceof AllocateReceipt allocate
                ? reads.state(allocate.receipt().stream(), receipts)
                : new NoReceipt();
        PoolState pool = poolOf(command)
                .map(id -> reads.state(id.stream(), new PoolFeature(this)))
                .orElseGet(NoPool::new);
        return new BudgetFacts(
                at,
                supplier,
                payment,
                instalments(command, state, reads),
                invoicePayments(command, state, reads),
                document,
                pool,
                receipt,
                details(command, payment, reads));
    }

    /** A run pays to details that it names; a payment that comes back may say that they are wrong. */
    private BankDetails details(BudgetCommand command, PaymentState payment, Reads reads) {
        boolean asks = (command instanceof ReturnPayment back && back.code().blocksDetails())
                || (command instanceof SubmitPayment submit && submit.order() != null);
        BankPayee payee =
                asks && payment instanceof Payment there ? there.instructed().bankPayee() : null;
        return payee == null ? BankDetails.NONE : reads.state(payee.stream(), new BankDetailsFeature(this, suppliers));
    }

    private static Optional<PoolId> poolOf(BudgetCommand command) {
        return switch (command) {
            case PayIntoPool c -> Optional.of(c.pool());
            case PayBackFromPool c -> Optional.of(c.pool());
            default -> Optional.empty();
        };
    }

    /** What the invoice that a command is about is paid by. */
    private Map<PaymentId, PaymentState> invoicePayments(BudgetCommand command, BudgetState state, Reads reads) {
        InvoiceId id = switch (command) {
            case DisputeInvoice dispute -> dispute.invoice();
            case RecordCreditNote note -> note.invoice();
            default -> null;
        };
        Invoice invoice = id == null || !(state instanceof Budget budget)
                ? null
                : budget.invoices().find(id);
        if (invoice == null) return Map.of();
        return invoice.payments().stream()
                .map(Invoice.Paying::payment)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), payment -> reads.state(payment.stream(), payments)));
    }

    /** What has been instructed and is in no account yet, for a decision that may lower it. */
    private Map<PaymentId, PaymentState> instalments(BudgetCommand command, BudgetState state, Reads reads) {
        if (!(state instanceof Budget budget) || !mayRestate(command)) return Map.of();
        return budget.accountsInOrder().stream()
                .flatMap(account -> account.advances().values().stream())
                .flatMap(advance -> advance.instalments().stream())
                .map(Instalment::payment)
                .filter(payment -> !budget.credited().contains(payment))
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), payment -> reads.state(payment.stream(), payments)));
    }

    private static boolean mayRestate(BudgetCommand command) {
        return switch (command) {
            case ApprovePlan _, AssessContribution _, ApproveInstalment _, ChangeFunders _, OpenAccount _ -> true;
            case ChangeCommand _ -> true;
            default -> false;
        };
    }

    private static @Nullable SupplierId supplierOf(BudgetCommand command, BudgetState state) {
        return switch (command) {
            case PayProvider pay -> pay.supplier();
            case SubmitInvoice submit -> submit.supplier();
            case RecordActuals record -> record.supplier();
            case RecordCreditNote note -> note.supplier();
            case ReleaseInvoice release -> billedBy(release.invoice(), state);
            default -> null;
        };
    }

    private static @Nullable SupplierId billedBy(InvoiceId id, BudgetState state) {
        Invoice known = state instanceof Budget budget ? budget.invoices().find(id) : null;
        return known == null ? null : known.assessed().supplier();
    }

    private static @Nullable InvoiceId documentOf(BudgetCommand command) {
        return switch (command) {
            case PayProvider pay -> pay.invoice() == null ? null : InvoiceId.of(pay.supplier(), pay.invoice());
            case SubmitInvoice submit -> submit.invoice();
            case RecordCreditNote note -> note.creditNote();
            default -> null;
        };
    }

    private static @Nullable PaymentId paymentOf(BudgetCommand command, Circumstances at) {
        return switch (command) {
            case PayProvider pay -> ProviderPayments.paymentOf(pay, at);
            case SubmitInvoice submit -> PaymentId.invoice(submit.supplier(), submit.number());
            case SubmitPayment submit -> submit.payment();
            case SettlePayment settle -> settle.payment();
            case ReturnPayment comeBack -> comeBack.payment();
            case UndoSettlement undo -> undo.payment();
            case ReissuePayment reissue -> reissue.payment();
            case ReceiveReclaim receive -> receive.payment();
            case CancelInstalment cancel -> cancel.payment();
            case RecordSupplierRefund refund -> refund.payment();
            default -> null;
        };
    }

    @Override
    public Decision decide(BudgetCommand command, BudgetState state, BudgetFacts facts) {
        return BudgetDecider.decide(command, state, facts);
    }
}
