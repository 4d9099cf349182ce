package org.personalbudget.ops.security;

import org.springframework.security.core.AuthenticatedPrincipal;

/** A caller who came with a bearer token. */
record TokenHolder(Caller caller) implements SignedIn, AuthenticatedPrincipal {

    @Override
    public String getName() {
        return caller.id().value();
    }
}
