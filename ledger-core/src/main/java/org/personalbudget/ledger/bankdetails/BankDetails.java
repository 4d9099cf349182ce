package org.personalbudget.ledger.bankdetails;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * Where one payee is paid, in versions.
 *
 * @param versions numbered from 1, in that order
 */
public record BankDetails(PVector<Version> versions) {

    public static final BankDetails NONE = new BankDetails(TreePVector.empty());

    /** What has become of a version. */
    public enum Standing {
        PROPOSED,
        /** Others were proposed before they were approved. */
        VOID,
        APPROVED,
        BLOCKED
    }

    /**
     * One set of details.
     *
     * @param budget of the custody account or the person; null for a supplier
     * @param details where the register keeps them
     * @param inForceFrom when they were to be paid to first, or null if they were never approved
     */
    public record Version(
            int number,
            @Nullable BudgetId budget,
            Note details,
            PayeeCheck check,
            ActorId proposer,
            Standing standing,
            @Nullable Instant inForceFrom) {

        Version at(Standing next) {
            return new Version(number, budget, details, check, proposer, next, inForceFrom);
        }

        Version approved(Instant from) {
            return new Version(number, budget, details, check, proposer, Standing.APPROVED, from);
        }

        private boolean begunBy(Instant instant) {
            return inForceFrom != null && !inForceFrom.isAfter(instant);
        }

        private boolean isAwaited(Instant instant) {
            return standing == Standing.PROPOSED || (standing == Standing.APPROVED && !begunBy(instant));
        }
    }

    public Optional<Version> version(int number) {
        return number < 1 || number > versions.size() ? Optional.empty() : Optional.of(versions.get(number - 1));
    }

    /** The last version whose time had come, even if it is blocked: an older one is never paid to again. */
    public Optional<Version> detailsInForce(Instant instant) {
        return versions.stream().filter(each -> each.begunBy(instant)).reduce((one, later) -> later);
    }

    /** A version that waits for approval, or for its time to come. */
    public Optional<Version> awaited(Instant instant) {
        return versions.stream().filter(each -> each.isAwaited(instant)).reduce((one, later) -> later);
    }

    /** Whether any version was ever approved, so that the next is a change. */
    boolean everApproved() {
        return versions.stream().anyMatch(each -> each.inForceFrom() != null);
    }

    BankDetails propose(Version next) {
        PVector<Version> voided = versions;
        for (int i = 0; i < voided.size(); i++) {
            Version each = voided.get(i);
            if (each.standing() == Standing.PROPOSED) voided = voided.with(i, each.at(Standing.VOID));
        }
        return new BankDetails(voided.plus(next));
    }

    BankDetails with(Version changed) {
        return new BankDetails(versions.with(changed.number() - 1, changed));
    }
}
