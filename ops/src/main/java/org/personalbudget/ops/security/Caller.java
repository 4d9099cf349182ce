package org.personalbudget.ops.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Whoever is signed in.
 *
 * @param id the user name
 * @param roles what they may do
 * @param ref what an outsider is known as in the ledger: a provider's supplier reference, a holder's person reference
 */
public record Caller(ActorId id, Set<Role> roles, String ref) {

    /** Roles of people outside the council: they see what is theirs and nothing else. */
    private static final Set<Role> OUTSIDE = EnumSet.of(Role.PROVIDER, Role.ACCOUNT_HOLDER);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whoever stands outside the council acts under the reference that the ledger knows them by. */
    static Caller of(String name, Set<Role> roles, String ref) {
        return new Caller(new ActorId(OUTSIDE.containsAll(roles) ? ref : name), roles, ref);
    }

    /** The caller in the first of their roles that may do this, if any may. */
    public Optional<Actor> in(Set<Role> permitted) {
        return roles.stream().sorted().filter(permitted::contains).findFirst().map(role -> new Actor(id, role));
    }

    public boolean hasAny(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /** Whether the caller reads only what is their own, having no role inside the council. */
    public boolean isOutside() {
        return OUTSIDE.containsAll(roles);
    }

    List<GrantedAuthority> authorities() {
        return roles.stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
