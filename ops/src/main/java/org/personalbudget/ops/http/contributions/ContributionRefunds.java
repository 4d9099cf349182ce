package org.personalbudget.ops.http.contributions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ContributionCommand.RefundContribution;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionRefunded;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
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

/** Pays people back what they contributed too much. */
@Tag(name = "Contributions")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/contribution-refunds")
public final class ContributionRefunds {

    private final Desk desk;

    ContributionRefunds(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Pay back what was contributed too much",
            description =
                    "Instructs a payment to the person: what is owed back, then what was overpaid. It is submitted"
                            + " by somebody else, as every payment is.")
    @PostMapping
    @Asks(RefundContribution.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RefundedAnswer> refund(@PathVariable UUID budgetId, @RequestBody RefundRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> RefundedAnswer.of(facts.the(ContributionRefunded.class)));
    }

    @Schema(name = "RefundContribution")
    record RefundRequest(
            @Schema(example = "108.26", description = "All that is owed back, if not given.") @Nullable
            String amount) {

        Command command(BudgetId budget, Fields fields) {
            return new RefundContribution(budget, fields.optionalMoney("amount", amount));
        }
    }

    /** @param fromCredit what of it was overpaid, rather than owed back because less was due */
    @Schema(name = "ContributionRefunded")
    record RefundedAnswer(PaymentId paymentId, Money amount, Money fromCredit) {
        static RefundedAnswer of(ContributionRefunded it) {
            return new RefundedAnswer(it.payment(), it.amount(), it.fromCredit());
        }
    }
}
