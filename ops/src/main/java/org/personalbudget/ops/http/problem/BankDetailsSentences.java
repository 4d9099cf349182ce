package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.bankdetails.BankDetailsRefusal;
import org.personalbudget.ledger.bankdetails.BankDetailsRefusal.*;
import org.personalbudget.ledger.terms.BankPayee;

/** What refusals about bank details say to people. */
final class BankDetailsSentences {

    private BankDetailsSentences() {}

    static Sentence of(BankDetailsRefusal refusal) {
        return switch (refusal) {
            case UnknownPayee it ->
                say("There is no such " + word(it.payee()) + " as " + it.payee().id() + ".");
            case UnknownBankDetails it -> say("There is no version " + it.version() + " of these bank details.");
            case BankDetailsProposerMayNotApprove it ->
                say(it.actor().value() + " proposed these bank details, and nobody approves what they proposed.");
            case BankDetailsNotOpen it ->
                say("Version " + it.version() + " of these bank details is " + it.standing() + " already.");
            case SameBankDetails it ->
                say("Version " + it.version() + " has this account already; there is nothing to change.");
            case ModulusCheckFailed it ->
                about(
                        "/accountNumber",
                        "No account can have this number at this sort code: it fails the modulus check.");
            case NotPaidByBank it -> say("Nothing is paid to this " + word(it.payee()) + " through a bank.");
            case PayeeDoesNotMatch it ->
                about("/payeeCheck", "The account is not in this name. Find out who holds it, and propose it anew.");
            case EvidenceNeeded it ->
                about(
                        "/evidence",
                        "These bank details are approved only with evidence, such as a call back to a number known"
                                + " before.");
        };
    }

    private static String word(BankPayee payee) {
        return switch (payee.kind()) {
            case SUPPLIER -> "supplier";
            case ACCOUNT -> "account";
            case PERSON -> "person";
        };
    }
}
