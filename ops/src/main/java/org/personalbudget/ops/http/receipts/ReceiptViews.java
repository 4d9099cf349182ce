package org.personalbudget.ops.http.receipts;

import static org.personalbudget.ledger.kernel.Role.RECONCILER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.RecoveryRefusal.UnknownReceipt;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.receipts.ReceiptAllocationView;
import org.personalbudget.projections.receipts.ReceiptQuery;
import org.personalbudget.projections.receipts.ReceiptView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows receipts, and what they turned out to be for. */
@Tag(name = "Receipts")
@RestController
@RequestMapping("/api/v1/receipts")
@FromProjections
public final class ReceiptViews {

    private enum YesOrNo {
        TRUE,
        FALSE
    }

    private final ReceiptQuery receipts;

    ReceiptViews(ReceiptQuery receipts) {
        this.receipts = receipts;
    }

    @Operation(
            summary = "Receipts",
            description = "In the order in which they were recorded; with ?open=true only those of which something is"
                    + " left that nobody knows what for.")
    @GetMapping
    @Open(to = RECONCILER)
    ReceiptList all(@RequestParam(value = "open", required = false) @Nullable String open, Page page) {
        Listed<ReceiptView> listed = receipts.list(isOpen(open), page.after(), page.limit());
        return new ReceiptList(listed.items(), Listing.cursor(listed.next()));
    }

    private static @Nullable Boolean isOpen(@Nullable String open) {
        if (open == null) return null;
        Fields fields = Fields.ofParameters();
        YesOrNo wanted = fields.oneOf("open", open.toUpperCase(Locale.ROOT), YesOrNo.class);
        fields.verify();
        return wanted == YesOrNo.TRUE;
    }

    @Operation(summary = "A receipt", description = "With everything that it was for.")
    @GetMapping("/{receiptId}")
    @Open(to = RECONCILER)
    ReceiptAnswer one(@PathVariable UUID receiptId) {
        ReceiptId id = new ReceiptId(receiptId);
        ReceiptView receipt =
                receipts.find(id).orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownReceipt(id))));
        return new ReceiptAnswer(receipt, receipts.allocations(id));
    }

    @Schema(name = "Receipts")
    record ReceiptList(List<ReceiptView> receipts, @Nullable String nextCursor) {}

    @Schema(name = "Receipt")
    record ReceiptAnswer(ReceiptView receipt, List<ReceiptAllocationView> allocations) {}
}
