package org.personalbudget.ops.http.trialbalance;

import static org.personalbudget.ledger.kernel.Role.*;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.journal.TrialBalance;
import org.personalbudget.projections.journal.TrialBalanceQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the trial balance. */
@Tag(name = "Journal")
@RestController
@FromProjections
public final class TrialBalanceViews {

    private final TrialBalanceQuery trialBalance;

    TrialBalanceViews(TrialBalanceQuery trialBalance) {
        this.trialBalance = trialBalance;
    }

    @Operation(
            summary = "The trial balance",
            description = "Of the whole ledger; the difference of all debits and credits is always 0.00.")
    @GetMapping("/api/v1/trial-balance")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, INVOICE_OFFICER, RECONCILER})
    TrialBalanceAnswer trialBalance(AsOf asOf) {
        return TrialBalanceAnswer.of(trialBalance.at(asOf));
    }

    @Schema(name = "TrialBalance")
    record TrialBalanceAnswer(LocalDate effective, Instant known, List<Row> accounts, Money difference) {
        static TrialBalanceAnswer of(TrialBalance it) {
            return new TrialBalanceAnswer(
                    it.effective(),
                    it.known(),
                    it.accounts().stream().map(Row::of).toList(),
                    it.difference());
        }
    }

    @Schema(name = "TrialBalanceRow")
    record Row(
            @Schema(example = "1200") String code,
            String name,
            Money debit,
            Money credit,
            @Schema(description = "Debit less credit.") Money balance) {
        static Row of(TrialBalance.Row it) {
            return new Row(Integer.toString(it.code()), it.name(), it.debit(), it.credit(), it.balance());
        }
    }
}
