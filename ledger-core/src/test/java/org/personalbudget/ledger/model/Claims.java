package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimCommand.ProposeRelief;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Paid;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/** What the model knows of money that is to come back, or is let go. */
final class Claims {

    final Map<ReclaimId, Claim> claims = new LinkedHashMap<>();
    final Map<ReliefId, Concession> concessions = new LinkedHashMap<>();
    /** By account and period, what of an over-advance has been taken back. */
    final Map<Paid, BigDecimal> taken = new LinkedHashMap<>();
    /** What the person was let off of their contribution, and what they were promised out of surpluses. */
    BigDecimal letOff = Sums.NIL;

    BigDecimal promised = Sums.NIL;

    /** How far a demand has got, in the model's words. */
    enum Stage {
        ASKED_FOR,
        OWED,
        DROPPED
    }

    /** Whether somebody has had a second look. */
    enum Look {
        NONE,
        WANTED,
        TAKEN
    }

    static final class Claim {
        final @Nullable ReclaimKind kind;
        final @Nullable Custody account;
        final @Nullable ActorId giver;
        final @Nullable Attribution rule;
        final LocalDate reconsiderBy;
        Stage stage = Stage.ASKED_FOR;
        Look look = Look.NONE;
        BigDecimal demanded;
        Amounts owed = new Amounts();

        /** The spend that was judged, for misuse. */
        @Nullable
        Bought misused;

        Claim(
                @Nullable ReclaimKind kind,
                @Nullable Custody account,
                @Nullable ActorId giver,
                @Nullable Attribution rule,
                LocalDate reconsiderBy,
                BigDecimal demanded) {
            this.kind = kind;
            this.account = account;
            this.giver = giver;
            this.rule = rule;
            this.reconsiderBy = reconsiderBy;
            this.demanded = demanded;
        }

        /** What was decided in an old system, which alone knows why, and of which account. */
        static Claim ofOldSystem(Amounts owed, LocalDate since) {
            Claim claim = new Claim(null, null, null, null, since, owed.total());
            claim.stage = Stage.OWED;
            claim.look = Look.TAKEN;
            claim.owed = owed;
            return claim;
        }

        /** Misuse is decided at once, and can be looked at again until it is paid; all else until it is decided. */
        boolean canBeLookedAt() {
            boolean owing =
                    misused != null && stage == Stage.OWED && owed.total().signum() != 0;
            return owing || stage == Stage.ASKED_FOR;
        }

        boolean waits(LocalDate today) {
            return look == Look.WANTED || look == Look.NONE && !today.isAfter(reconsiderBy);
        }
    }

    static final class Concession {
        final ProposeRelief proposed;
        final ActorId proposer;
        boolean open = true;

        Concession(ProposeRelief proposed, ActorId proposer) {
            this.proposed = proposed;
            this.proposer = proposer;
        }
    }

    /** What notices ask of an account before they are decided. */
    BigDecimal askedOf(Custody account) {
        BigDecimal sum = Sums.NIL;
        for (Claim each : claims.values()) {
            if (each.account == account && each.stage == Stage.ASKED_FOR) sum = sum.add(each.demanded);
        }
        return sum;
    }

    int misuses() {
        int count = 0;
        for (Claim each : claims.values()) if (each.misused != null && each.stage != Stage.DROPPED) count++;
        return count;
    }

    BigDecimal taken() {
        return Sums.sum(taken.values());
    }
}
