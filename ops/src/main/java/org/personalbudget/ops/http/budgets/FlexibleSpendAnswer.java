package org.personalbudget.ops.http.budgets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.projections.flexiblespend.FlexibleSpend;

/** How freely a budget was spent, with the outcomes in the person's words. */
@Schema(name = "FlexibleSpend")
record FlexibleSpendAnswer(
        BudgetId budgetId,
        LocalDate effective,
        Instant known,
        FlexibleSpend.Figures flexible,

        @Schema(description = "Accepted spend on outcomes in percent of all accepted spend.")
        String nonServiceShare,

        List<OutcomeRow> byOutcome,
        List<FlexibleSpend.CategorySpend> byCategory,
        Money underQuery) {

    /** @param statement null once it was erased */
    @Schema(name = "OutcomeSpend")
    record OutcomeRow(OutcomeId outcomeId, @Nullable String statement, Money allocated, Money spent) {}

    /** The notes whose words are shown. */
    static List<UUID> notes(FlexibleSpend it) {
        return it.byOutcome().stream()
                .map(FlexibleSpend.OutcomeSpend::statementNote)
                .filter(Objects::nonNull)
                .toList();
    }

    static FlexibleSpendAnswer of(FlexibleSpend it, Words words) {
        return new FlexibleSpendAnswer(
                it.budgetId(),
                it.effective(),
                it.known(),
                it.flexible(),
                it.nonServiceShare(),
                it.byOutcome().stream().map(row -> row(row, words)).toList(),
                it.byCategory(),
                it.underQuery());
    }

    private static OutcomeRow row(FlexibleSpend.OutcomeSpend it, Words words) {
        return new OutcomeRow(it.outcomeId(), words.behind(it.statementNote()), it.allocated(), it.spent());
    }
}
