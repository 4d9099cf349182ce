package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.CustodyRefusal;
import org.personalbudget.ledger.budget.CustodyRefusal.*;

/** What refusals about money that a statement shows in custody say to people. */
final class CustodySentences {

    private CustodySentences() {}

    static Sentence of(CustodyRefusal refusal) {
        return switch (refusal) {
            case NotSoMuchUnknown it ->
                about(
                        "/amount",
                        "Account " + it.account() + " holds " + it.held() + " of unknown origin; " + it.amount()
                                + " is more.");
            case SettlementStands it ->
                say("Payment " + it.payment() + " is " + Words.of(it.standing())
                        + ": its settlement can no longer be taken back.");
            case NotSoMuchContributed it ->
                about(
                        "/amount",
                        "Of the contribution " + it.received() + " was received and is not promised back; "
                                + it.amount() + " is more.");
        };
    }
}
