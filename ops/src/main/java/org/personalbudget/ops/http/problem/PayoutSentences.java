package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.PayoutRefusal;
import org.personalbudget.ledger.budget.PayoutRefusal.*;

/** What is said where money does not go out with a run. */
final class PayoutSentences {

    private PayoutSentences() {}

    static Sentence of(PayoutRefusal refusal) {
        return switch (refusal) {
            case NoDeathQuery it -> say("Nobody has asked whether the person of budget " + it.budget() + " has died.");
            case PaymentHasChanged it ->
                say("Payment " + it.payment() + " was approved with " + it.approved() + " and comes to " + it.amount()
                        + " now.");
            case DetailsNotPaidTo it ->
                say("Version " + it.version() + " of the payee's bank details is not approved, or blocked.");
            case PersonHasDied it -> say("The person died on " + it.on() + "; nothing more is paid out.");
            case DeathIsQueried it ->
                say("Payment " + it.payment() + " came back because somebody has died, and nobody has found out yet.");
            case PaymentsAreSuspended it -> say("On " + it.on() + " nothing of this budget is paid for.");
        };
    }
}
