package org.personalbudget.ops.http.payments;

import static org.personalbudget.ledger.kernel.Role.*;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.payables.PaymentQuery;
import org.personalbudget.projections.payables.PaymentView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows payments. */
@Tag(name = "Payments")
@RestController
@FromProjections
public final class PaymentViews {

    private final PaymentQuery payments;

    PaymentViews(PaymentQuery payments) {
        this.payments = payments;
    }

    @Operation(summary = "A payment", description = "In the standing it has reached; a provider sees its own.")
    @GetMapping("/api/v1/payments/{paymentId}")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, INVOICE_OFFICER, RECONCILER, PROVIDER})
    PaymentView payment(@PathVariable UUID paymentId, Caller caller) {
        PaymentId id = new PaymentId(paymentId);
        Optional<PaymentView> payment = payments.find(id);
        if (caller.isOutside()
                && payment.filter(it -> Sight.self(caller).equals(it.supplierId()))
                        .isEmpty()) {
            throw Sight.notYours("payment");
        }
        return payment.orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownPayment(id))));
    }
}
