package org.personalbudget.ops.http.paymentreports;

import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.ReportedPayment;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.projections.payables.PaymentQuery;
import org.personalbudget.projections.payables.PaymentView;
import org.personalbudget.projections.payruns.PayRunQuery;

/** Finds the payment that a bank speaks of. */
public final class ReportedPayments {

    private final PaymentQuery payments;
    private final PayRunQuery runs;

    public ReportedPayments(PaymentQuery payments, PayRunQuery runs) {
        this.payments = payments;
        this.runs = runs;
    }

    /** One attempt of a payment, as it stands now. */
    record Found(PaymentView payment, int attempt) {

        boolean isCurrent() {
            return attempt == payment.attempt();
        }
    }

    /** By end-to-end id, which is made of the payment; else by the reference of a run. */
    Optional<Found> find(ReportedPayment reported) {
        String endToEnd = reported.endToEndId();
        if (endToEnd != null) {
            Optional<Found> found =
                    EndToEnd.paymentOf(endToEnd).flatMap(payment -> find(payment, EndToEnd.attemptOf(endToEnd)));
            if (found.isPresent()) return found;
        }
        String reference = reported.bacsReference() == null ? endToEnd : reported.bacsReference();
        return reference == null ? Optional.empty() : byReference(reference.strip());
    }

    /** A reference that stands for two payments stands for none. */
    private Optional<Found> byReference(String reference) {
        List<PayRunItem> items = runs.byBacsReference(reference);
        boolean one = items.stream().map(PayRunItem::payment).distinct().count() == 1;
        return one ? find(items.getFirst().payment(), items.getFirst().attempt()) : Optional.empty();
    }

    Optional<Found> find(PaymentId payment, int attempt) {
        return payments.find(payment).map(view -> new Found(view, attempt));
    }
}
