package org.personalbudget.ops.security;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A caller who signs in with a password, of which only a hash is kept. */
record LedgerUser(String name, Caller caller, String passwordHash) implements UserDetails, SignedIn {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return caller.authorities();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public String toString() {
        return "LedgerUser[" + caller + "]";
    }
}
