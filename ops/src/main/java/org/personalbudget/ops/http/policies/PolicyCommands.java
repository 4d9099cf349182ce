package org.personalbudget.ops.http.policies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyCommand.AdoptPolicy;
import org.personalbudget.ledger.policy.PolicyEvent.PolicyAdopted;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.ops.security.Open;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adopts versions of the council's policy, and shows the one in force. */
@Tag(name = "Policies")
@RestController
@RequestMapping("/api/v1/policies")
public final class PolicyCommands {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Desk desk;
    private final AdoptedPolicies policies;
    private final Clock clock;

    PolicyCommands(Desk desk, EventReader log, Clock clock) {
        this.desk = desk;
        this.policies = new AdoptedPolicies(log);
        this.clock = clock;
    }

    @Operation(
            summary = "Adopt a policy",
            description = "A new version, from today or later. Decisions already taken keep theirs.")
    @PostMapping
    @Asks(AdoptPolicy.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PolicyAnswer> adopt(@RequestBody PolicyRequest body, Call call) {
        LocalDate today = today();
        Policy inForce = policies.inForceOn(today);
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(inForce, today, fields),
                facts -> PolicyAnswer.of(facts.the(PolicyAdopted.class).policy()));
    }

    @Operation(summary = "The policy in force today")
    @GetMapping("/in-force")
    @Open(toCouncil = true, to = Role.ADMIN)
    PolicyAnswer inForce() {
        return PolicyAnswer.of(policies.inForceOn(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }
}
