package org.personalbudget.ledger.policy;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
import org.personalbudget.ledger.policy.PolicyEvent.PolicyAdopted;
import org.personalbudget.ledger.policy.PolicyRefusal.NegativeAmount;
import org.personalbudget.ledger.policy.PolicyRefusal.PercentOutOfRange;
import org.personalbudget.ledger.policy.PolicyRefusal.PolicyInThePast;

/** The council's policy, version by version. */
public final class PolicyFeature implements Feature<PolicyCommand, Policies, PolicyEvent, Circumstances> {

    @Override
    public String category() {
        return "policy";
    }

    @Override
    public Class<PolicyCommand> commands() {
        return PolicyCommand.class;
    }

    @Override
    public Class<PolicyEvent> events() {
        return PolicyEvent.class;
    }

    @Override
    public Policies initial() {
        return Policies.NONE;
    }

    /** The policy in force on a day, for whoever gathers the facts of a decision. */
    public Policy inForceOn(LocalDate day, Reads reads) {
        return reads.state(PolicyCommand.STREAM, this).inForceOn(day);
    }

    @Override
    public Circumstances gather(PolicyCommand command, Policies state, Circumstances at, Reads reads) {
        return at;
    }

    @Override
    public Decision decide(PolicyCommand command, Policies state, Circumstances at) {
        return switch (command) {
            case AdoptPolicy adopt -> adopt(adopt.proposed(), state, at);
        };
    }

    private static Decision adopt(Policy proposed, Policies state, Circumstances at) {
        if (proposed.effectiveFrom().isBefore(at.today())) {
            return refuse(new PolicyInThePast(proposed.effectiveFrom(), at.today()));
        }
        if (proposed.flexPercent() < 0 || proposed.flexPercent() > 100) {
            return refuse(new PercentOutOfRange("flexPercent", proposed.flexPercent()));
        }
        if (proposed.approverWeeklyLimit().isNegative()) return refuse(new NegativeAmount("approverWeeklyLimit"));
        if (proposed.lineTolerance().isNegative()) return refuse(new NegativeAmount("lineTolerance"));
        if (proposed.evidenceAbove().values().stream().anyMatch(amount -> amount.isNegative())) {
            return refuse(new NegativeAmount("evidenceAbove"));
        }
        return accept(new PolicyAdopted(
                at.now(), proposed.numbered(state.nextVersion()), at.actor().id()));
    }

    @Override
    public Policies evolve(Policies state, PolicyEvent event) {
        return switch (event) {
            case PolicyAdopted adopted -> new Policies(state.adopted().plus(adopted.policy()));
        };
    }
}
