package org.personalbudget.ledger.payrun;

import static org.personalbudget.ledger.kernel.Decision.accept;

import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.payrun.PaymentReportCommand.TakePaymentReport;
import org.personalbudget.ledger.payrun.PaymentReportEvent.PaymentReportTaken;

/** Banks' reports: each is taken in once. Its state is whether it has been. */
public final class PaymentReportFeature
        implements Feature<PaymentReportCommand, Boolean, PaymentReportEvent, Circumstances> {

    @Override
    public String category() {
        return "payment-report";
    }

    @Override
    public Class<PaymentReportCommand> commands() {
        return PaymentReportCommand.class;
    }

    @Override
    public Class<PaymentReportEvent> events() {
        return PaymentReportEvent.class;
    }

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Boolean evolve(Boolean taken, PaymentReportEvent event) {
        return switch (event) {
            case PaymentReportTaken _ -> true;
        };
    }

    @Override
    public Circumstances gather(PaymentReportCommand command, Boolean taken, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(PaymentReportCommand command, Boolean taken, Circumstances at) {
        return switch (command) {
            case TakePaymentReport take ->
                taken
                        ? accept()
                        : accept(new PaymentReportTaken(
                                take.file(),
                                at.now(),
                                take.kind(),
                                take.on(),
                                take.payments(),
                                at.actor().id()));
        };
    }
}
