package org.personalbudget.ops.http.journal;

import static org.personalbudget.ledger.kernel.Role.*;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.journal.JournalFilter;
import org.personalbudget.projections.journal.JournalQuery;
import org.personalbudget.projections.journal.PostedEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the journal, of the whole ledger or of one budget. */
@Tag(name = "Journal")
@RestController
@FromProjections
public final class JournalViews {

    private final JournalQuery journal;

    JournalViews(JournalQuery journal) {
        this.journal = journal;
    }

    @Operation(
            summary = "The journal",
            description =
                    "Entries in the order they were recorded, of the effective days from ?from= to ?effective=, as"
                            + " known at ?known=; of one budget, one account of the chart, or one custody account. The entries of"
                            + " one event stay together on a page.")
    @GetMapping("/api/v1/journal")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, INVOICE_OFFICER, RECONCILER})
    JournalAnswer journal(
            @RequestParam(value = "budgetId", required = false) @Nullable String budgetId,
            @RequestParam(value = "budget", required = false) @Nullable String budget,
            @RequestParam(value = "account", required = false) @Nullable String account,
            @RequestParam(value = "accountId", required = false) @Nullable String accountId,
            @RequestParam(value = "from", required = false) @Nullable String from,
            @RequestParam(value = "effective", required = false) @Nullable String effective,
            AsOf asOf,
            Page page) {
        Fields fields = Fields.ofParameters();
        UUID ofBudget = fields.optionalUuid("budgetId", budgetId == null ? budget : budgetId);
        UUID custody = fields.optionalUuid("accountId", accountId);
        JournalFilter filter = new JournalFilter(
                ofBudget == null ? null : new BudgetId(ofBudget),
                code(account, fields),
                custody == null ? null : new AccountId(custody),
                fields.optionalDate("from", from),
                effective == null ? null : asOf.effective(),
                asOf.known());
        fields.verify();
        return JournalAnswer.of(journal.list(filter, page.after(), page.limit()));
    }

    private static @Nullable Integer code(@Nullable String account, Fields fields) {
        if (account == null) return null;
        if (account.matches("[0-9]{4}")) return Integer.valueOf(account);
        fields.wrong("account", "not-an-account", "must be four digits of the chart of accounts, such as 1200");
        return null;
    }

    @Schema(name = "Journal")
    record JournalAnswer(List<Entry> entries, @Nullable String nextCursor) {
        static JournalAnswer of(Listed<PostedEntry> listed) {
            return new JournalAnswer(listed.items().stream().map(Entry::of).toList(), Listing.cursor(listed.next()));
        }
    }

    @Schema(name = "JournalEntry")
    record Entry(
            long position,
            @Nullable BudgetId budgetId,
            String event,
            LocalDate effectiveOn,
            Instant recordedAt,
            PeriodId postingPeriod,
            @Nullable PeriodId servicePeriod,
            List<Line> lines) {
        static Entry of(PostedEntry it) {
            return new Entry(
                    it.position(),
                    it.budgetId(),
                    it.event(),
                    it.effectiveOn(),
                    it.recordedAt(),
                    it.postingPeriod(),
                    it.servicePeriod(),
                    it.lines().stream().map(Line::of).toList());
        }
    }

    @Schema(name = "JournalLine")
    record Line(
            @Schema(example = "1200") String account,
            Source source,
            Funder book,
            Money debit,
            Money credit,
            @Nullable LineId lineId,
            @Nullable OutcomeId outcomeId,
            @Nullable SupplierId supplierId,
            @Nullable AccountId accountId,
            @Nullable PaymentId ringFence) {
        static Line of(PostedEntry.Line it) {
            return new Line(
                    Integer.toString(it.account()),
                    it.source(),
                    it.book(),
                    it.debit(),
                    it.credit(),
                    it.lineId(),
                    it.outcomeId(),
                    it.supplierId(),
                    it.accountId(),
                    it.ringFence());
        }
    }
}
