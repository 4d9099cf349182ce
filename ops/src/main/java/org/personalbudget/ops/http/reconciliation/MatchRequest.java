package org.personalbudget.ops.http.reconciliation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ops.http.payees.PayeeField;

/**
 * What somebody says a line is: exactly one of the things it may be.
 *
 * @param items keys of suggestions or of open items, such as {@code PAYMENT/…}
 * @param receipt whether it is money at the council's bank that nobody knows yet what for
 * @param unknownCredit whether it is money in a custody account that nobody knows yet whose
 * @param funding whether it went into the card programme, or came from it
 */
@Schema(name = "MatchLine")
record MatchRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
        String statementId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Integer line,

        @Nullable List<String> items,
        @Nullable SpendField spend,
        @Nullable RefundField refund,
        @Nullable ContributionField contribution,
        @Nullable Boolean receipt,
        @Nullable Boolean unknownCredit,
        @Nullable Boolean funding) {

    /** Money was spent from the account. */
    @Schema(name = "MatchedSpend")
    record SpendField(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Category.class) @Nullable
            String category,

            @Nullable String lineId,
            @Nullable String outcomeId,
            @Schema(format = "uuid") @Nullable String ringFence,
            @Nullable PayeeField payee,
            @Nullable Boolean evidence) {}

    /** A merchant paid some of a spend back. */
    @Schema(name = "MatchedRefund")
    record RefundField(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String spendId) {}

    /** The person paid a contribution. */
    @Schema(name = "MatchedContribution")
    record ContributionField(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String budgetId) {}
}
