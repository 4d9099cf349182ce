package org.personalbudget.ops.http.spend;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementEvent.QueryAnswered;
import org.personalbudget.ledger.budget.JudgementEvent.SpendAccepted;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.JudgementEvent.SpendRefunded;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.ops.http.request.SourceSplit;

/** What is answered about a spend that is queried, judged or refunded. */
final class JudgementAnswers {

    private JudgementAnswers() {}

    @Schema(name = "SpendQueried")
    record SpendQueriedAnswer(
            SpendId spendId,

            @Schema(allowableValues = "UNDER_QUERY") String status,

            List<SpendReason> rules,
            int policyVersion,

            @Schema(description = "The last day on which the holder may take time over an answer.")
            LocalDate answerBy,

            Money amount,
            Map<Source, Money> split) {

        static SpendQueriedAnswer of(Facts facts) {
            SpendQueried it = facts.the(SpendQueried.class);
            return new SpendQueriedAnswer(
                    it.spend(),
                    "UNDER_QUERY",
                    it.rules(),
                    it.policyVersion(),
                    it.answerBy(),
                    it.split().total(),
                    SourceSplit.of(it.split()));
        }
    }

    @Schema(name = "QueryAnswered")
    record QueryAnsweredAnswer(
            SpendId spendId,

            @Schema(allowableValues = "UNDER_QUERY") String status,

            boolean evidence) {

        static QueryAnsweredAnswer of(Facts facts) {
            QueryAnswered it = facts.the(QueryAnswered.class);
            return new QueryAnsweredAnswer(it.spend(), "UNDER_QUERY", it.evidence());
        }
    }

    /**
     * @param category what the accepted part counts as; absent where nothing is accepted, as are line and outcome
     * @param reclaimId of the reclaim, where something is reclaimed
     */
    @Schema(name = "SpendJudged")
    record SpendJudgedAnswer(
            SpendId spendId,

            @Schema(allowableValues = {"ACCEPTED", "RECLAIMED", "PART"})
            String status,

            Money accepted,
            Map<Source, Money> acceptedSplit,
            @Nullable Category category,
            @Nullable LineId lineId,
            @Nullable OutcomeId outcomeId,
            Money reclaimed,
            Map<Source, Money> reclaimedSplit,
            @Nullable ReclaimId reclaimId,
            @Nullable LocalDate payBy,
            @Nullable LocalDate reconsiderBy) {

        static SpendJudgedAnswer of(Facts facts) {
            Optional<SpendAccepted> accepted = facts.find(SpendAccepted.class);
            Optional<SpendReclaimed> reclaimed = facts.find(SpendReclaimed.class);
            Split accept = accepted.map(SpendAccepted::split).orElse(Split.NOTHING);
            Split reclaim = reclaimed.map(SpendReclaimed::split).orElse(Split.NOTHING);
            return new SpendJudgedAnswer(
                    accepted.map(SpendAccepted::spend)
                            .orElseGet(() -> facts.the(SpendReclaimed.class).spend()),
                    reclaimed.isEmpty() ? "ACCEPTED" : accepted.isEmpty() ? "RECLAIMED" : "PART",
                    accept.total(),
                    SourceSplit.of(accept),
                    accepted.map(SpendAccepted::category).orElse(null),
                    accepted.map(SpendAccepted::line).orElse(null),
                    accepted.map(SpendAccepted::outcome).orElse(null),
                    reclaim.total(),
                    SourceSplit.of(reclaim),
                    reclaimed.map(SpendReclaimed::reclaim).orElse(null),
                    reclaimed.map(SpendReclaimed::payBy).orElse(null),
                    reclaimed.map(SpendReclaimed::reconsiderBy).orElse(null));
        }
    }

    @Schema(name = "SpendRefunded")
    record SpendRefundedAnswer(
            SpendId spendId,
            Money amount,

            @Schema(description = "To which sources it came back.")
            Map<Source, Money> split) {

        static SpendRefundedAnswer of(Facts facts) {
            Split split = facts.all(SpendRefunded.class).stream()
                    .map(SpendRefunded::split)
                    .reduce(Split.NOTHING, Split::plus);
            return new SpendRefundedAnswer(
                    facts.the(SpendRefunded.class).spend(), split.total(), SourceSplit.of(split));
        }
    }
}
