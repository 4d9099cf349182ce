package org.personalbudget.ops.security;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How people sign in to this ledger: with an issuer's tokens, with passwords from a file, or as one of the demo users. */
sealed interface SignIn {

    /** Tokens of an OpenID Connect issuer. */
    record ByToken() implements SignIn {}

    /** Names and passwords. */
    record ByPassword(Map<String, LedgerUser> users) implements SignIn, UserDetailsService {
        @Override
        public LedgerUser loadUserByUsername(String name) {
            LedgerUser user = users.get(name);
            if (user == null) throw new UsernameNotFoundException("nobody has that name");
            return user;
        }
    }

    String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    String USERS = "ledger.security.user-file";
    String PASSWORD = "ledger.security.demo-password";
    Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** @throws NoWayToSignIn where the database is not our own and neither an issuer nor a user file is named */
    static SignIn choose(Environment environment, boolean embedded, PasswordEncoder encoder) {
        if (given(environment, ISSUER) != null) return new ByToken();
        String file = given(environment, USERS);
        if (file != null) return byPassword(UserFile.read(Path.of(file)));
        if (embedded) return demo(environment, encoder);
        throw new NoWayToSignIn(
                "With a database of its own (spring.datasource.url) the ledger starts only with a way to sign in: name an"
                        + " OpenID Connect issuer with --" + ISSUER + ", or a file of users and bcrypt hashes with --"
                        + USERS + ".");
    }

    private static SignIn demo(Environment environment, PasswordEncoder encoder) {
        String configured = given(environment, PASSWORD);
        LOG.info(
                "Sign in as one of {} (or a second one of each, with -2), password {}. These users exist on an embedded"
                        + " database only.",
                String.join(", ", DemoUsers.firstNames()),
                configured == null ? DemoUsers.PASSWORD : "as configured");
        return byPassword(DemoUsers.all(configured == null ? DemoUsers.PASSWORD : configured, encoder));
    }

    private static ByPassword byPassword(List<LedgerUser> users) {
        return new ByPassword(users.stream().collect(Collectors.toMap(LedgerUser::getUsername, user -> user)));
    }

    private static @Nullable String given(Environment environment, String property) {
        String value = environment.getProperty(property);
        return value == null || value.isBlank() ? null : value;
    }
}
