package org.personalbudget.ledger.policy;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
import org.personalbudget.ledger.policy.PolicyEvent.PolicyAdopted;

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
        Optional<PolicyRefusal> refusal = PolicyRules.brokenBy(proposed, at.today());
        if (refusal.isPresent()) return refuse(refusal.get());
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
