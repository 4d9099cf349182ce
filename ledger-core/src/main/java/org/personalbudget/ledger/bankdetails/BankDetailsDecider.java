package org.personalbudget.ledger.bankdetails;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import org.personalbudget.ledger.bankdetails.BankDetails.Standing;
import org.personalbudget.ledger.bankdetails.BankDetails.Version;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.*;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent.*;
import org.personalbudget.ledger.bankdetails.BankDetailsFacts.Known;
import org.personalbudget.ledger.bankdetails.BankDetailsRefusal.*;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.policy.Paying;

/** Answers every command about bank details. */
final class BankDetailsDecider {

    private BankDetailsDecider() {}

    static Decision decide(BankDetailsCommand command, BankDetails state, BankDetailsFacts facts) {
        return switch (command) {
            case ProposeBankDetails propose -> propose(propose, state, facts);
            case ApproveBankDetails approve ->
                state.version(approve.version())
                        .map(version -> approve(approve, version, state, facts.at()))
                        .orElseGet(() -> refuse(new UnknownBankDetails(approve.payee(), approve.version())));
            case BlockBankDetails block ->
                state.version(block.version())
                        .map(version -> block(block, version, facts.at()))
                        .orElseGet(() -> refuse(new UnknownBankDetails(block.payee(), block.version())));
        };
    }

    private static Decision propose(ProposeBankDetails command, BankDetails state, BankDetailsFacts facts) {
        Circumstances at = facts.at();
        if (facts.payee() == Known.UNKNOWN) return refuse(new UnknownPayee(command.payee()));
        if (facts.payee() == Known.NOT_PAID_BY_BANK) return refuse(new NotPaidByBank(command.payee()));
        if (command.modulus() == ModulusOutcome.FAILED) return refuse(new ModulusCheckFailed(command.payee()));
        int last = state.versions().size();
        if (state.version(last).filter(version -> isStill(version, command)).isPresent()) {
            return refuse(new SameBankDetails(command.payee(), last));
        }
        return accept(new BankDetailsProposed(
                command.payee(),
                at.now(),
                last + 1,
                command.budget(),
                command.details(),
                command.modulus(),
                command.check(),
                at.actor().id()));
    }

    /** The same account again is no change, unless something else is now said of its name. */
    private static boolean isStill(Version version, ProposeBankDetails command) {
        return version.standing() != Standing.BLOCKED
                && version.check() == command.check()
                && version.details().digest().equals(command.details().digest());
    }

    private static Decision approve(ApproveBankDetails command, Version version, BankDetails state, Circumstances at) {
        ActorId actor = at.actor().id();
        if (version.standing() != Standing.PROPOSED) {
            return refuse(new BankDetailsNotOpen(command.payee(), version.number(), version.standing()));
        }
        if (version.proposer().equals(actor)) {
            return refuse(new BankDetailsProposerMayNotApprove(actor, command.payee(), version.number()));
        }
        if (version.check() == PayeeCheck.NO_MATCH) {
            return refuse(new PayeeDoesNotMatch(command.payee(), version.number()));
        }
        boolean change = state.everApproved();
        Paying paying = at.policy().paying();
        boolean callBack = change && paying.callBack().contains(command.payee().kind());
        if (command.evidence() == null && (callBack || version.check() == PayeeCheck.CLOSE_MATCH)) {
            return refuse(new EvidenceNeeded(command.payee(), version.number(), version.check()));
        }
        Instant from = change ? at.moment().plus(Duration.ofHours(paying.coolingOffHours())) : at.moment();
        return accept(new BankDetailsApproved(
                command.payee(), at.now(), version.number(), version.budget(), command.evidence(), from, actor));
    }

    private static Decision block(BlockBankDetails command, Version version, Circumstances at) {
        if (version.standing() == Standing.BLOCKED || version.standing() == Standing.VOID) {
            return refuse(new BankDetailsNotOpen(command.payee(), version.number(), version.standing()));
        }
        return accept(new BankDetailsBlocked(
                command.payee(),
                at.now(),
                version.number(),
                version.budget(),
                command.code(),
                null,
                command.reason(),
                at.actor().id()));
    }
}
