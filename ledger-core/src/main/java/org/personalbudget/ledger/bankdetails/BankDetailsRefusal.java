package org.personalbudget.ledger.bankdetails;

import org.personalbudget.ledger.bankdetails.BankDetails.Standing;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.terms.BankPayee;

/** Every reason for which bank details are not taken, approved or blocked. */
public sealed interface BankDetailsRefusal extends Refusal {

    /** Nobody of that kind is known, or the account is of another budget. */
    record UnknownPayee(BankPayee payee) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record UnknownBankDetails(BankPayee payee, int version) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** Law 7. */
    record BankDetailsProposerMayNotApprove(ActorId actor, BankPayee payee, int version) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    /** They are approved or blocked already, or others were proposed in their place. */
    record BankDetailsNotOpen(BankPayee payee, int version, Standing standing) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The last version is this very account, and is not blocked. */
    record SameBankDetails(BankPayee payee, int version) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** There cannot be an account with this sort code and number. */
    record ModulusCheckFailed(BankPayee payee) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    /** Money of this account never goes through a bank: a card is loaded, a council-managed budget is not paid out. */
    record NotPaidByBank(BankPayee payee) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    /** The account is somebody else's. */
    record PayeeDoesNotMatch(BankPayee payee, int version) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    /** A close match, and a change where the policy asks for a call back, are approved only with evidence. */
    record EvidenceNeeded(BankPayee payee, int version, PayeeCheck check) implements BankDetailsRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }
}
