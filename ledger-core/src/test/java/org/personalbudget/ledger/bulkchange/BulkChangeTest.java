package org.personalbudget.ledger.bulkchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.bulkchange.BulkChangeCommand.OrderBulkChange;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent.BulkChangeOrdered;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.*;
import org.personalbudget.ledger.bulkchange.BulkTerms.Kind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.testing.Request;

class BulkChangeTest {

    private static final BatchId BATCH = new BatchId("uplift-2026");

    private static Request uplift(@Nullable Integer basisPoints, @Nullable String rate, @Nullable LocalDate from) {
        return Request.of(new OrderBulkChange(
                BATCH,
                new BulkTerms(
                        Kind.UPLIFT,
                        basisPoints,
                        Category.HOME_CARE,
                        rate == null ? null : pounds(rate),
                        from,
                        List.of())));
    }

    private static Request cut(@Nullable Integer basisPoints) {
        return Request.of(
                new OrderBulkChange(BATCH, new BulkTerms(Kind.CUT, basisPoints, null, null, null, List.of())));
    }

    @Test
    void whatABatchDoesIsFixedBeforeAnyBudgetIsTouched() {
        BulkChangeOrdered ordered = given(today("2026-04-06"))
                .when(uplift(410, null, null))
                .thenRecorded(BulkChangeOrdered.class)
                .the(BulkChangeOrdered.class);
        assertThat(ordered.terms().from()).as("the day of the order").isEqualTo(day("2026-04-06"));
        assertThat(ordered.terms().basisPoints()).isEqualTo(410);
    }

    @Test
    void theSameBatchAgainFixesNothingAnew() {
        var ordered = given(today("2026-04-06"), uplift(410, null, null)).and(today("2026-04-20"));
        assertThat(ordered.when(uplift(410, null, null)).thenAccepted().events())
                .isEmpty();
        assertThat(ordered.when(uplift(410, null, day("2026-04-06")))
                        .thenAccepted()
                        .events())
                .isEmpty();
    }

    @Test
    void aBatchNeverDoesSomethingElseUnderItsName() {
        var ordered = given(today("2026-04-06"), uplift(410, null, null));
        ordered.when(uplift(420, null, null)).thenRefused(new BatchHasOtherTerms(BATCH));
        ordered.when(uplift(410, null, day("2026-04-07"))).thenRefused(new BatchHasOtherTerms(BATCH));
        ordered.when(cut(410)).thenRefused(new BatchHasOtherTerms(BATCH));
    }

    @Test
    void aBatchHasOneMeasure() {
        given().when(uplift(null, null, null)).thenRefused(new OneMeasureNeeded(Kind.UPLIFT));
        given().when(uplift(410, "22.90", null)).thenRefused(new OneMeasureNeeded(Kind.UPLIFT));
        given().when(cut(null)).thenRefused(new OneMeasureNeeded(Kind.CUT));
        given().when(uplift(null, "22.90", null)).thenAccepted();
        given().when(cut(500)).thenAccepted();
    }

    @Test
    void itsMeasureIsWithinReasonAndPolicy() {
        given().when(cut(0)).thenRefused(new BatchPercentOutOfRange(0));
        given().when(cut(10_001)).thenRefused(new BatchPercentOutOfRange(10_001));
        given().when(cut(10_000)).thenAccepted();
        given().when(uplift(1_001, null, null)).thenRefused(new AbovePolicyLimit(1_001, 1_000));
        given().when(uplift(1_000, null, null)).thenAccepted();
        given().when(uplift(null, "0.00", null)).thenRefused(new BatchRateNotPositive(pounds("0.00")));
        given().when(uplift(null, "22.90", day("2014-01-01")))
                .thenRefused(new BatchDateOutOfRange(day("2014-01-01"), day("2015-04-06"), day("2046-04-01")));
    }
}
