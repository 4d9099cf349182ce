package org.personalbudget.ops.http.pools;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.pooledfund.AgreedShare;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.MemberShare;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.pooledfund.PoolCommand.OpenPool;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberOverdrawn;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolOpened;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolSpendRecorded;
import org.personalbudget.ledger.pooledfund.PoolEvent.SharesAgreed;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens pools, agrees what their members bear, and records what is spent for all of them. */
@Tag(name = "Pools")
@RestController
@RequestMapping("/api/v1/pools")
public final class PoolCommands {

    private static final int LONGEST_REFERENCE = 200;

    private final Desk desk;

    PoolCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Open a pool", description = "An organisation holds the money of several budgets for them.")
    @PostMapping
    @Asks(OpenPool.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PoolOpenedAnswer> open(@RequestBody OpenPoolRequest body, Call call) {
        PoolId pool = new PoolId(call.newId("pool"));
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(pool, fields),
                facts -> new PoolOpenedAnswer(facts.the(PoolOpened.class).pool()));
    }

    @Operation(
            summary = "Agree what the members bear",
            description = "From a day on; together 100.00 %, each budget once.")
    @PostMapping("/{poolId}/shares")
    @Asks(AgreeShares.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SharesAgreedAnswer> agree(@PathVariable UUID poolId, @RequestBody SharesRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new PoolId(poolId), fields),
                facts -> SharesAgreedAnswer.of(facts.the(SharesAgreed.class)));
    }

    @Operation(
            summary = "Record what a pool spent",
            description = "Borne by the members by the shares of that day, from what each paid in. It is never refused"
                    + " for want of money; whoever is overdrawn is named.")
    @PostMapping("/{poolId}/spend")
    @Asks(RecordPoolSpend.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PoolSpendAnswer> spend(@PathVariable UUID poolId, @RequestBody PoolSpendRequest body, Call call) {
        return desk.ask(
                call, HttpStatus.CREATED, fields -> body.command(new PoolId(poolId), fields), PoolSpendAnswer::of);
    }

    @Schema(name = "OpenPool")
    record OpenPoolRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CLUB-1") @Nullable
            String holderRef,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String startsOn) {

        Command command(PoolId pool, Fields fields) {
            return new OpenPool(
                    pool, new PersonRef(fields.code("holderRef", holderRef)), fields.date("startsOn", startsOn));
        }
    }

    @Schema(name = "AgreeShares")
    record SharesRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<MemberField> members) {

        Command command(PoolId pool, Fields fields) {
            return new AgreeShares(
                    pool, fields.date("from", from), fields.each("members", members, MemberField::share));
        }
    }

    @Schema(name = "MemberShare")
    record MemberField(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String budgetId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In percent.", example = "50.00")
            @Nullable
            String share) {

        static MemberShare share(Fields fields, MemberField field) {
            return new MemberShare(
                    new BudgetId(fields.uuid("budgetId", field.budgetId)), fields.percent("share", field.share));
        }
    }

    @Schema(name = "RecordPoolSpend")
    record PoolSpendRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "99.99") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-16") @Nullable
            String on,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "DAY_OPPORTUNITY") @Nullable
            String category,

            @Schema(description = "Kept in the register.") @Nullable
            String reference) {

        Command command(PoolId pool, Fields fields) {
            return new RecordPoolSpend(
                    pool,
                    fields.money("amount", amount),
                    fields.date("on", on),
                    fields.oneOf("category", category, Category.class),
                    fields.optionalNote("reference", reference, LONGEST_REFERENCE));
        }
    }

    @Schema(name = "PoolOpened")
    record PoolOpenedAnswer(PoolId poolId) {}

    @Schema(name = "SharesAgreed")
    record SharesAgreedAnswer(PoolId poolId, LocalDate from, List<AgreedAnswer> members) {
        static SharesAgreedAnswer of(SharesAgreed it) {
            return new SharesAgreedAnswer(
                    it.pool(),
                    it.from(),
                    it.members().stream().map(AgreedAnswer::of).toList());
        }
    }

    @Schema(name = "AgreedMemberShare")
    record AgreedAnswer(BudgetId budgetId, String share) {
        static AgreedAnswer of(AgreedShare share) {
            return new AgreedAnswer(
                    share.budget(), BigDecimal.valueOf(share.basisPoints(), 2).toPlainString());
        }
    }

    @Schema(name = "PoolSpendRecorded")
    record PoolSpendAnswer(SpendId spendId, List<BorneAnswer> members) {
        static PoolSpendAnswer of(Facts facts) {
            PoolSpendRecorded spent = facts.the(PoolSpendRecorded.class);
            List<BorneAnswer> members = new ArrayList<>();
            for (BudgetId budget :
                    spent.parts().stream().map(MemberPart::budget).distinct().toList()) {
                members.add(BorneAnswer.of(budget, spent, facts.all(MemberOverdrawn.class)));
            }
            return new PoolSpendAnswer(spent.spend(), members);
        }
    }

    /** @param shortfall by how much the member is further below nothing than before */
    @Schema(name = "MemberBore")
    record BorneAnswer(BudgetId budgetId, Money amount, Money shortfall) {
        static BorneAnswer of(BudgetId budget, PoolSpendRecorded spent, List<MemberOverdrawn> overdrawn) {
            Money amount = spent.parts().stream()
                    .filter(part -> part.budget().equals(budget))
                    .map(part -> part.split().total())
                    .reduce(Money.ZERO, Money::plus);
            Money shortfall = overdrawn.stream()
                    .filter(it -> it.budget().equals(budget))
                    .map(MemberOverdrawn::shortfall)
                    .reduce(Money.ZERO, Money::plus);
            return new BorneAnswer(budget, amount, shortfall);
        }
    }
}
