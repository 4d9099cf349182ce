package org.personalbudget.ops.http.bulkchanges;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.bulkchange.BulkChangeQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows bulk changes, and what has been decided of them. */
@Tag(name = "Bulk changes")
@RestController
@RequestMapping("/api/v1/bulk-changes")
@FromProjections
public final class BulkChangeViews {

    private final BulkChangeQuery changes;

    BulkChangeViews(BulkChangeQuery changes) {
        this.changes = changes;
    }

    @Operation(summary = "A bulk change", description = "With every proposal, and what has been decided of it.")
    @GetMapping("/{batchId}")
    @Open(toCouncil = true)
    BatchAnswer batch(@PathVariable String batchId) {
        BatchId batch = new BatchId(batchId);
        return changes.find(batch).map(BatchAnswer::of).orElseThrow(() -> BulkChangeCommands.unknown(batch));
    }
}
