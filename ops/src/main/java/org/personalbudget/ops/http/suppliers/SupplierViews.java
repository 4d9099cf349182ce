package org.personalbudget.ops.http.suppliers;

import static org.personalbudget.ledger.kernel.Role.*;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.supplier.SupplierRefusal.NoSuchSupplier;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.payables.SupplierQuery;
import org.personalbudget.projections.payables.SupplierView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows suppliers with their rates. */
@Tag(name = "Suppliers")
@RestController
@RequestMapping("/api/v1/suppliers")
@FromProjections
public final class SupplierViews {

    private final SupplierQuery suppliers;

    SupplierViews(SupplierQuery suppliers) {
        this.suppliers = suppliers;
    }

    @Operation(summary = "Suppliers", description = "In the order they were registered; a provider sees itself.")
    @GetMapping
    @Open(
            toCouncil = true,
            to = {PROVIDER, ADMIN})
    SupplierList list(Page page, Caller caller) {
        if (caller.isOutside()) {
            return new SupplierList(suppliers.find(Sight.self(caller)).stream().toList(), null);
        }
        Listed<SupplierView> listed = suppliers.list(page.after(), page.limit());
        return new SupplierList(listed.items(), Listing.cursor(listed.next()));
    }

    @Operation(summary = "A supplier", description = "With every rate that was set.")
    @GetMapping("/{supplierId}")
    @Open(
            toCouncil = true,
            to = {PROVIDER, ADMIN})
    SupplierView supplier(@PathVariable UUID supplierId, Caller caller) {
        SupplierId id = new SupplierId(supplierId);
        if (caller.isOutside() && !id.equals(Sight.self(caller))) throw Sight.notYours("supplier");
        Optional<SupplierView> supplier = suppliers.find(id);
        return supplier.orElseThrow(() -> new ProblemException(Refusals.problemOf(new NoSuchSupplier(id))));
    }

    @Schema(name = "Suppliers")
    record SupplierList(
            List<SupplierView> suppliers, @Nullable String nextCursor) {}
}
