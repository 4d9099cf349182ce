package org.personalbudget.ops.http.invoices;

import static org.personalbudget.ledger.kernel.Role.*;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceRefusal.UnknownInvoice;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.invoices.InvoiceQuery;
import org.personalbudget.projections.invoices.InvoiceQuery.Filter;
import org.personalbudget.projections.invoices.InvoiceView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows invoices and credit notes; a provider sees its own. */
@Tag(name = "Invoices")
@RestController
@RequestMapping("/api/v1/invoices")
@FromProjections
public final class InvoiceViews {

    private final InvoiceQuery invoices;

    InvoiceViews(InvoiceQuery invoices) {
        this.invoices = invoices;
    }

    @Operation(summary = "Invoices", description = "In the order they were first recorded; a provider sees its own.")
    @GetMapping
    @Open(to = {INVOICE_OFFICER, PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER, PROVIDER})
    InvoiceList list(
            @RequestParam(value = "supplier", required = false) @Nullable String supplier,
            @RequestParam(value = "status", required = false) @Nullable String status,
            @RequestParam(value = "budgetId", required = false) @Nullable String budget,
            Page page,
            Caller caller) {
        Fields fields = Fields.ofParameters();
        SupplierId wanted = supplier == null ? null : SubmittedInvoices.supplierOf(fields.code("supplier", supplier));
        InvoiceStanding standing = status == null ? null : fields.oneOf("status", status, InvoiceStanding.class);
        UUID ofBudget = fields.optionalUuid("budgetId", budget);
        fields.verify();
        if (caller.isOutside() && wanted != null && !wanted.equals(Sight.self(caller)))
            throw Sight.notYours("supplier");
        SupplierId whose = caller.isOutside() ? Sight.self(caller) : wanted;
        Filter filter = new Filter(whose, standing, ofBudget == null ? null : new BudgetId(ofBudget));
        Listed<InvoiceView> listed = invoices.list(filter, page.after(), page.limit());
        return new InvoiceList(
                listed.items().stream().map(it -> shown(it, caller)).toList(), Listing.cursor(listed.next()));
    }

    @Operation(summary = "An invoice", description = "As it stands, with every line and reason.")
    @GetMapping("/{invoiceId}")
    @Open(to = {INVOICE_OFFICER, PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER, PROVIDER})
    InvoiceView invoice(@PathVariable UUID invoiceId, Caller caller) {
        InvoiceId id = new InvoiceId(invoiceId);
        Optional<InvoiceView> invoice = invoices.find(id);
        if (caller.isOutside()
                && invoice.filter(it -> it.supplierId().equals(Sight.self(caller)))
                        .isEmpty()) {
            throw Sight.notYours("invoice");
        }
        return invoice.map(it -> shown(it, caller))
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownInvoice(id))));
    }

    private static InvoiceView shown(InvoiceView invoice, Caller caller) {
        return caller.isOutside() ? invoice.forItsSupplier() : invoice;
    }

    @Schema(name = "Invoices")
    record InvoiceList(List<InvoiceView> invoices, @Nullable String nextCursor) {}
}
