package org.personalbudget.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.kernel.Role;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class TokenReaderTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void rolesAreReadHoweverTheIssuerWritesThem() {
        Caller caller = read(Map.of("sub", "u-17", "roles", List.of("payments-officer", "RECONCILER", "email")));

        assertThat(caller.id().value()).isEqualTo("u-17");
        assertThat(caller.roles()).containsExactlyInAnyOrder(Role.PAYMENTS_OFFICER, Role.RECONCILER);
    }

    @Test
    void nobodyIsTheLedgerItself() {
        assertThat(read(Map.of("sub", "u-17", "roles", List.of("SYSTEM"))).roles())
                .isEmpty();
    }

    @Test
    void aProviderActsUnderItsReference() {
        Caller caller = read(Map.of("sub", "u-17", "roles", List.of("provider"), "ledger_ref", "S-4417"));

        assertThat(caller.ref()).isEqualTo("S-4417");
        assertThat(caller.id().value()).isEqualTo("S-4417");
    }

    @Test
    void whichClaimsAreReadIsConfigured() {
        environment.setProperty("ledger.oidc.roles-claim", "groups");
        environment.setProperty("ledger.oidc.name-claim", "staff_no");

        Caller caller = read(Map.of("sub", "x", "staff_no", "1234", "groups", List.of("auditor")));

        assertThat(caller.id().value()).isEqualTo("1234");
        assertThat(caller.roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void aNameThatIsNoCodeIsNotLetIn() {
        assertThatThrownBy(() -> read(Map.of("sub", "Jane Smith", "roles", List.of("auditor"))))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    private Caller read(Map<String, Object> claims) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .claims(all -> all.putAll(claims))
                .build();
        return ((SignedIn) new TokenReader(environment).convert(token).getPrincipal()).caller();
    }
}
