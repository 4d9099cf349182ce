package org.personalbudget.ops.http.periods;

import static org.personalbudget.ledger.kernel.Role.INVOICE_OFFICER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;
import static org.personalbudget.ledger.kernel.Role.RECONCILER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.ViewParameters;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.period.AccrualView;
import org.personalbudget.projections.period.PeriodQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows periods: which are closed, what is posted in them and for them, and what is accrued. */
@Tag(name = "Periods")
@RestController
@RequestMapping("/api/v1/periods")
@FromProjections
public final class PeriodViews {

    private final PeriodQuery periods;
    private final Clock clock;

    PeriodViews(PeriodQuery periods, Clock clock) {
        this.periods = periods;
        this.clock = clock;
    }

    @Operation(
            summary = "The periods of this ledger",
            description =
                    "From the first in which anything was posted. Each with its expenditure, and what of it is for"
                            + " earlier periods.")
    @GetMapping
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, INVOICE_OFFICER, RECONCILER})
    PeriodsAnswer list() {
        var today = PeriodCalendar.standard()
                .periodOf(ViewParameters.today(clock).effective())
                .id();
        return new PeriodsAnswer(
                periods.list(today).stream().map(PeriodAnswer::of).toList());
    }

    @Operation(
            summary = "One period",
            description = "Expenditure by service period, account and funder; what is for earlier periods; what later"
                    + " periods post for it; its accruals.")
    @GetMapping("/{period}")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, INVOICE_OFFICER, RECONCILER})
    PeriodAnswer.Full period(@PathVariable String period) {
        return PeriodAnswer.Full.of(periods.find(PeriodCommands.period(period)));
    }

    @Operation(summary = "What is accrued in a period", description = "Line by line, with what was taken back of it.")
    @GetMapping("/{period}/accruals")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, INVOICE_OFFICER, RECONCILER})
    AccrualsPage accruals(@PathVariable String period, Page page) {
        return AccrualsPage.of(periods.accruals(PeriodCommands.period(period), page.after(), page.limit()));
    }

    @Schema(name = "Periods")
    record PeriodsAnswer(List<PeriodAnswer> periods) {}

    @Schema(name = "AccrualsPage")
    record AccrualsPage(
            List<AccrualAnswer> accruals, @Nullable String nextCursor) {
        static AccrualsPage of(Listed<AccrualView> listed) {
            return new AccrualsPage(
                    listed.items().stream().map(AccrualAnswer::of).toList(), Listing.cursor(listed.next()));
        }
    }

    /** @param standing what still counts */
    @Schema(name = "Accrual")
    record AccrualAnswer(
            BudgetId budgetId,
            LineId lineId,
            Category category,
            SupplierId supplierId,
            Money accrued,
            Money reversed,
            Money standing) {
        static AccrualAnswer of(AccrualView it) {
            return new AccrualAnswer(
                    it.budget(),
                    it.line(),
                    it.category(),
                    it.supplier(),
                    it.accrued(),
                    it.reversed(),
                    it.accrued().minus(it.reversed()));
        }
    }
}
