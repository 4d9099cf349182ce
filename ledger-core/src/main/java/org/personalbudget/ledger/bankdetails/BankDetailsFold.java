package org.personalbudget.ledger.bankdetails;

import org.personalbudget.ledger.bankdetails.BankDetails.Standing;
import org.personalbudget.ledger.bankdetails.BankDetails.Version;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent.*;

/** Takes in what happens to where somebody is paid. */
final class BankDetailsFold {

    private BankDetailsFold() {}

    static BankDetails evolve(BankDetails state, BankDetailsEvent event) {
        return switch (event) {
            case BankDetailsProposed e ->
                state.propose(
                        new Version(e.version(), e.budget(), e.details(), e.check(), e.by(), Standing.PROPOSED, null));
            case BankDetailsApproved e ->
                state.version(e.version())
                        .map(version -> state.with(version.approved(e.inForceFrom())))
                        .orElse(state);
            case BankDetailsBlocked e ->
                state.version(e.version())
                        .map(version -> state.with(version.at(Standing.BLOCKED)))
                        .orElse(state);
        };
    }
}
