package org.personalbudget.ops.http.pools;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.personalbudget.ledger.pooledfund.PoolRefusal.NoSuchPool;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.pooledfund.PoolQuery;
import org.personalbudget.projections.pooledfund.PoolView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows pools, and what their members have in them. */
@Tag(name = "Pools")
@RestController
@RequestMapping("/api/v1/pools")
@FromProjections
public final class PoolViews {

    private final PoolQuery pools;

    PoolViews(PoolQuery pools) {
        this.pools = pools;
    }

    @Operation(
            summary = "A pool",
            description = "With each member's share and money: what took effect up to ?effective=, as it was known at"
                    + " ?known=.")
    @GetMapping("/{poolId}")
    @Open(toCouncil = true)
    PoolView pool(@PathVariable UUID poolId, AsOf asOf) {
        PoolId pool = new PoolId(poolId);
        return pools.of(pool, asOf).orElseThrow(() -> new ProblemException(Refusals.problemOf(new NoSuchPool(pool))));
    }
}
