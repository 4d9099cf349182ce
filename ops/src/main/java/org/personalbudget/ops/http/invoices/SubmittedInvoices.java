package org.personalbudget.ops.http.invoices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.axon.Undecided;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownBudget;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordCreditNote;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceRefusal.NotTheSupplier;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.invoice.SubmittedLine;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.terms.VisitId;
import org.personalbudget.ops.http.invoices.InvoiceAnswer.Offered;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the ledger about one invoice after another, whatever the format they came in. Each request has an identity made of
 * the call and the place in it, so that a call that is repeated after a crash goes on where it stopped and does nothing
 * twice. What is wrong with one invoice is told of that one; the others are kept.
 */
public final class SubmittedInvoices {

    private static final Logger log = LoggerFactory.getLogger(SubmittedInvoices.class);

    private static final int AT_A_TIME = 64;
    private static final Pattern UUID_FORMAT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final LedgerGateway ledger;

    public SubmittedInvoices(LedgerGateway ledger) {
        this.ledger = ledger;
    }

    /**
     * What was made of all of them, in the order handed in.
     *
     * @param position where in the ledger the last answer lies, 0 if none was recorded
     * @param recorded whether anything was recorded of any of them
     */
    public record Outcome(List<InvoiceAnswer> answers, long position, boolean recorded) {}

    /** An invoice on its way: what it is asked for, or why it is not. */
    private record Item(
            Offered offered,
            @Nullable Command command,
            @Nullable InvoiceAnswer answer) {}

    /** Under which identity an invoice is asked about. */
    interface Asking {

        /** @param place of the invoice among those handed in, from 0 */
        Request request(SubmittedInvoice invoice, int place, Command command);
    }

    /**
     * Hands them in, each known by the call and its place in it.
     *
     * @throws ProblemException if somebody outside hands in what is another's, or the call's key was used for another
     */
    public Outcome submit(List<SubmittedInvoice> invoices, Call call) {
        return submit(invoices, call, (_, place, command) -> call.part("invoice/" + place, command));
    }

    Outcome submit(List<SubmittedInvoice> invoices, Call call, Asking asking) {
        List<Item> items = invoices.stream().map(SubmittedInvoices::item).toList();
        requireOwn(invoices, call.caller());
        List<InvoiceAnswer> answers = new ArrayList<>();
        List<Long> positions = new ArrayList<>(List.of(0L));
        boolean recorded = false;
        for (int from = 0; from < items.size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, items.size());
            List<Optional<CompletableFuture<Answer>>> asked = new ArrayList<>();
            for (int i = from; i < to; i++) asked.add(ask(items.get(i), invoices.get(i), i, asking));
            for (int i = from; i < to; i++) {
                Item item = items.get(i);
                Optional<Answer> answer = asked.get(i - from).flatMap(SubmittedInvoices::await);
                answer.ifPresent(it -> positions.add(position(it)));
                recorded |= answer.filter(Answer.Accepted.class::isInstance).isPresent();
                answers.add(answer.map(it -> answer(item, it, call)).orElseGet(() -> unasked(item)));
            }
        }
        return new Outcome(
                answers, positions.stream().max(Comparator.naturalOrder()).orElse(0L), recorded);
    }

    static void requireOwn(SupplierId supplier, Caller caller) {
        if (caller.isOutside() && !supplier.equals(Sight.self(caller))) {
            throw new ProblemException(Refusals.problemOf(new NotTheSupplier(supplier)));
        }
    }

    static void requireOwn(List<SubmittedInvoice> invoices, Caller caller) {
        for (SubmittedInvoice invoice : invoices) requireOwn(supplierOf(invoice.supplier()), caller);
    }

    private Optional<CompletableFuture<Answer>> ask(Item item, SubmittedInvoice invoice, int place, Asking asking) {
        Command command = item.command();
        return command == null ? Optional.empty() : Optional.of(ledger.send(asking.request(invoice, place, command)));
    }

    /** Nothing where the rules broke down over it: the others are kept, and the file they came in is finished. */
    private static Optional<Answer> await(CompletableFuture<Answer> asked) {
        try {
            return Optional.of(asked.join());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Undecided fault)) throw e;
            log.error("the rules broke down over an invoice", fault);
            return Optional.empty();
        }
    }

    private static InvoiceAnswer unasked(Item item) {
        if (item.answer() != null) return item.answer();
        return InvoiceAnswer.rejected(
                item.offered(),
                "NOT_JUDGED",
                "Something went wrong on our side over this invoice; nothing of it was recorded. It may be handed in"
                        + " again by itself.");
    }

    private static long position(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted.position();
            case Answer.Refused refused -> refused.position();
            case Answer.KeyReused _ -> 0;
        };
    }

    private static InvoiceAnswer answer(Item item, Answer answer, Call call) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                InvoiceAnswer.accepted(
                        item.offered(), Facts.of(accepted), call.caller().isOutside());
            case Answer.Refused refused ->
                refused(item.offered(), refused.refused().refusal());
            case Answer.KeyReused _ -> throw call.keyReused();
        };
    }

    private static InvoiceAnswer refused(Offered offered, Refusal refusal) {
        if (refusal instanceof UnknownBudget) return unknownOrder(offered);
        return InvoiceAnswer.refused(offered, refusal);
    }

    private static InvoiceAnswer unknownOrder(Offered offered) {
        return InvoiceAnswer.rejected(offered, "UNKNOWN_ORDER", "There is no such order.");
    }

    private static Item item(SubmittedInvoice invoice) {
        SupplierId supplier = supplierOf(invoice.supplier());
        InvoiceNumber number = new InvoiceNumber(invoice.number());
        Offered offered = new Offered(
                invoice.place(), InvoiceId.of(supplier, number), invoice.kind(), invoice.number(), invoice.gross());
        if (!UUID_FORMAT.matcher(invoice.order()).matches()) return new Item(offered, null, unknownOrder(offered));
        if (!invoice.currency().equals("GBP")) {
            return new Item(
                    offered, null, InvoiceAnswer.rejected(offered, "CURRENCY_NOT_GBP", "Invoices are in pounds, GBP."));
        }
        Optional<String> fault = fault(invoice);
        if (fault.isPresent()) return new Item(offered, null, InvoiceAnswer.rejected(offered, "LINES", fault.get()));
        BudgetId budget = new BudgetId(UUID.fromString(invoice.order()));
        return new Item(offered, command(invoice, budget, supplier, number), null);
    }

    private static Command command(
            SubmittedInvoice invoice, BudgetId budget, SupplierId supplier, InvoiceNumber number) {
        if (invoice.kind() == DocumentKind.CREDIT_NOTE) {
            String corrects = invoice.corrects() == null ? "" : invoice.corrects();
            return new RecordCreditNote(
                    budget,
                    supplier,
                    number,
                    InvoiceId.of(supplier, new InvoiceNumber(corrects)),
                    invoice.issuedOn(),
                    invoice.gross());
        }
        return new SubmitInvoice(
                budget,
                supplier,
                number,
                new InvoiceTerms(
                        invoice.issuedOn(),
                        invoice.service(),
                        invoice.lines().stream().map(SubmittedInvoices::line).toList(),
                        invoice.net(),
                        invoice.tax(),
                        invoice.gross()));
    }

    /** A line is known by its id, and its VAT by one of the categories. */
    private static Optional<String> fault(SubmittedInvoice invoice) {
        Set<String> ids = new HashSet<>();
        for (SubmittedLine line : invoice.lines()) {
            if (!ids.add(line.id())) return Optional.of("Two lines are called " + line.id() + ".");
            if (VatCategory.withCode(line.vatCategory()).isEmpty()) {
                return Optional.of("Line " + line.id() + " has a VAT category that is none of E, S, Z and O.");
            }
        }
        return Optional.empty();
    }

    private static InvoiceLine line(SubmittedLine line) {
        return new InvoiceLine(
                new InvoiceLineId(line.id()),
                line.planLine() == null ? null : new LineId(line.planLine()),
                line.quantity(),
                line.rate(),
                line.net(),
                VatCategory.withCode(line.vatCategory()).orElseThrow(),
                line.vatBasisPoints(),
                line.service(),
                line.visits().stream().map(VisitId::new).toList());
    }

    /** A supplier is written as its id, or as the council's reference for it. */
    static SupplierId supplierOf(String written) {
        return UUID_FORMAT.matcher(written).matches()
                ? new SupplierId(UUID.fromString(written))
                : SupplierId.of(new SupplierRef(written));
    }
}
