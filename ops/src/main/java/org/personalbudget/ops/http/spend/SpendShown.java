package org.personalbudget.ops.http.spend;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.projections.flexiblespend.SpendView;

/** A spend with the words that the register keeps of it; those that were erased are null. */
@Schema(name = "Spend")
record SpendShown(
        SpendId spendId,
        AccountId accountId,
        LocalDate on,
        Instant recordedAt,
        Money amount,
        Category category,
        @Nullable LineId lineId,
        @Nullable OutcomeId outcomeId,
        @Nullable PeriodId servicePeriod,
        SpendView.Standing status,
        List<SpendReason> reasons,
        Money accepted,
        Money underQuery,

        @Schema(description = "What was judged to be paid back, whether or not it has been.")
        Money reclaimed,

        @Schema(description = "What the merchant has paid back.")
        Money refunded,

        @Nullable PersonRef payeeRef,
        Relationship relationship,
        @Nullable String payee,
        @Nullable String reference,
        @Nullable String recordedBy,
        @Nullable QueryShown query) {

    /**
     * What was last asked about it, and answered.
     *
     * @param evidence whether the answer came with a receipt or the like; null while there is none
     */
    @Schema(name = "SpendQuery")
    record QueryShown(
            int policyVersion,
            LocalDate answerBy,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Boolean evidence,
            @Nullable String judgement,
            @Nullable String judgedBy) {}

    /** The notes whose words are shown. */
    static List<UUID> notes(SpendView it) {
        SpendView.Query query = it.query();
        Stream<@Nullable UUID> asked = query == null
                ? Stream.of()
                : Stream.of(query.questionNote(), query.answerNote(), query.judgementNote());
        return Stream.concat(Stream.of(it.payeeNote(), it.referenceNote()), asked)
                .filter(Objects::nonNull)
                .toList();
    }

    static SpendShown of(SpendView it, Map<UUID, String> words) {
        return new SpendShown(
                it.spendId(),
                it.accountId(),
                it.on(),
                it.recordedAt(),
                it.amount(),
                it.category(),
                it.lineId(),
                it.outcomeId(),
                it.servicePeriod(),
                it.status(),
                it.reasons(),
                it.accepted(),
                it.underQuery(),
                it.reclaimed(),
                it.refunded(),
                it.payee(),
                it.relationship(),
                behind(it.payeeNote(), words),
                behind(it.referenceNote(), words),
                it.recordedBy(),
                query(it.query(), words));
    }

    private static @Nullable QueryShown query(SpendView.@Nullable Query it, Map<UUID, String> words) {
        if (it == null) return null;
        return new QueryShown(
                it.policyVersion(),
                it.answerBy(),
                behind(it.questionNote(), words),
                behind(it.answerNote(), words),
                it.evidence(),
                behind(it.judgementNote(), words),
                it.judgedBy());
    }

    private static @Nullable String behind(@Nullable UUID note, Map<UUID, String> words) {
        return note == null ? null : words.get(note);
    }
}
