package org.personalbudget.ops.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalbudget.ledger.kernel.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads a caller out of a verified token. Which claims name the user, the roles and the outside reference is
 * configuration; roles may be written as in {@link Role} or in lower case with hyphens, and unknown ones are passed
 * over, since an issuer serves other applications too.
 */
final class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:|-]{0,63}");

    private final String nameClaim;
    private final String rolesClaim;
    private final String refClaim;

    TokenReader(Environment environment) {
        nameClaim = environment.getProperty("ledger.oidc.name-claim", "sub");
        rolesClaim = environment.getProperty("ledger.oidc.roles-claim", "roles");
        refClaim = environment.getProperty("ledger.oidc.ref-claim", "ledger_ref");
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String name = token.getClaimAsString(nameClaim);
        if (name == null || !NAME.matcher(name).matches()) {
            throw new InvalidBearerTokenException("the claim " + nameClaim + " must be a short code");
        }
        String ref = token.getClaimAsString(refClaim);
        if (ref != null && !NAME.matcher(ref).matches()) {
            throw new InvalidBearerTokenException("the claim " + refClaim + " must be a short code");
        }
        Caller caller = Caller.of(name, rolesOf(token), ref == null ? name : ref);
        return UsernamePasswordAuthenticationToken.authenticated(new TokenHolder(caller), null, caller.authorities());
    }

    private Set<Role> rolesOf(Jwt token) {
        List<String> named = token.getClaimAsStringList(rolesClaim);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (named == null) return roles;
        for (String name : named) {
            String plain = name.toUpperCase(Locale.ROOT).replace('-', '_');
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.SYSTEM && role.name().equals(plain))
                    .forEach(roles::add);
        }
        return roles;
    }
}
