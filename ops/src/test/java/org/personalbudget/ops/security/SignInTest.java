package org.personalbudget.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.kernel.Role;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class SignInTest {

    private static final String HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final MockEnvironment environment = new MockEnvironment();
    private final RememberingEncoder encoder = new RememberingEncoder();

    @TempDir
    Path directory;

    @Test
    void anEmbeddedDatabaseHasTwoDemoUsersOfEachRole() {
        var users = (SignIn.ByPassword) SignIn.choose(environment, true, encoder);

        var controller = users.loadUserByUsername("controller-2");
        assertThat(controller.caller().roles()).containsExactly(Role.FINANCE_CONTROLLER);
        assertThat(encoder.matches("demo", controller.getPassword())).isTrue();
        assertThat(encoder.matches("Demo", controller.getPassword())).isFalse();
        assertThat(users.users()).hasSize(26);
    }

    @Test
    void theDemoPasswordCanBeChosen() {
        environment.setProperty("ledger.security.demo-password", "another");

        var users = (SignIn.ByPassword) SignIn.choose(environment, true, encoder);

        String hash = users.loadUserByUsername("auditor").getPassword();
        assertThat(encoder.matches("another", hash)).isTrue();
        assertThat(encoder.matches("demo", hash)).isFalse();
    }

    @Test
    void anotherDatabaseHasNoDemoUsersAndSaysWhatIsNeeded() {
        assertThatThrownBy(() -> SignIn.choose(environment, false, encoder))
                .isInstanceOf(NoWayToSignIn.class)
                .hasMessageContaining("--spring.security.oauth2.resourceserver.jwt.issuer-uri")
                .hasMessageContaining("--ledger.security.user-file");
    }

    @Test
    void anIssuerIsEnough() {
        environment.setProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://issuer.example");

        assertThat(SignIn.choose(environment, false, encoder)).isInstanceOf(SignIn.ByToken.class);
    }

    @Test
    void aUserFileNamesUsersTheirRolesAndTheirReference() throws IOException {
        var users = file("# the finance team\nalice:" + HASH + ":PAYMENTS_OFFICER,reconciler\n\nbob:" + HASH
                + ":account-holder:P-1\n");

        assertThat(users.loadUserByUsername("alice").caller().roles())
                .isEqualTo(Set.of(Role.PAYMENTS_OFFICER, Role.RECONCILER));
        assertThat(users.loadUserByUsername("bob").caller().ref()).isEqualTo("P-1");
        assertThat(users.loadUserByUsername("bob").caller().id().value()).isEqualTo("P-1");
        assertThatThrownBy(() -> users.loadUserByUsername("practitioner"))
                .isInstanceOf(UsernameNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alice                              | Line 1
            alice:demo:ADMIN                   | no bcrypt hash
            alice:{HASH}:KING                  | a role that does not exist
            alice:{HASH}:SYSTEM                | the ledger itself
            al ice:{HASH}:ADMIN                | no proper user name
            """)
    void aLineThatIsNotUnderstoodStopsTheStart(String line, String sentence) {
        assertThatThrownBy(() -> file(line.replace("{HASH}", HASH)))
                .isInstanceOf(NoWayToSignIn.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aHashThatIsCheaplyGuessedStopsTheStart() {
        assertThatThrownBy(() -> file("alice:" + HASH.replace("$10$", "$04$") + ":ADMIN"))
                .isInstanceOf(NoWayToSignIn.class)
                .hasMessageContaining("cost 10");
    }

    private SignIn.ByPassword file(String lines) throws IOException {
        Path file = Files.writeString(directory.resolve("users"), lines);
        environment.setProperty("ledger.security.user-file", file.toString());
        return (SignIn.ByPassword) SignIn.choose(environment, false, encoder);
    }
}
