package org.personalbudget.ops.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.personalbudget.ops.embedded.EmbeddedPostgresServer;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The door: only {@code /actuator/health} is open to everyone. Every other path needs a role; which one is said by the
 * command or the view behind it, see {@link RoleGate}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class Security {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingEncoder();
    }

    @Bean
    SignIn signIn(Environment environment, ObjectProvider<EmbeddedPostgresServer> embedded, PasswordEncoder encoder) {
        return SignIn.choose(environment, embedded.getIfAvailable() != null, encoder);
    }

    /** Also keeps Boot from inventing a user of its own. */
    @Bean
    UserDetailsService users(SignIn signIn) {
        return name -> switch (signIn) {
            case SignIn.ByPassword passwords -> passwords.loadUserByUsername(name);
            case SignIn.ByToken _ ->
                throw new org.springframework.security.core.userdetails.UsernameNotFoundException("tokens only");
        };
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http, SignIn signIn, Environment environment) {
        http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(
                        paths -> paths.requestMatchers("/actuator/health", "/actuator/health/**", "/error")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasAnyRole("ADMIN", "AUDITOR", "FINANCE_CONTROLLER")
                                .anyRequest()
                                .access((who, _) -> RoleGate.hasARole(who.get())))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, _) -> notSignedIn(response, signIn))
                        .accessDeniedHandler((request, response, _) -> mayNot(request, response)));
        switch (signIn) {
            case SignIn.ByPassword _ ->
                http.httpBasic(basic ->
                        basic.authenticationEntryPoint((request, response, _) -> notSignedIn(response, signIn)));
            case SignIn.ByToken _ ->
                http.oauth2ResourceServer(server -> server.authenticationEntryPoint(
                                (request, response, _) -> notSignedIn(response, signIn))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new TokenReader(environment))));
        }
        return http.build();
    }

    /** What the firewall takes for an attack, such as a path that climbs, is refused like any other bad request. */
    @Bean
    RequestRejectedHandler rejectedRequests() {
        return (request, response, _) ->
                ProblemWriter.write(response, Problem.of(400, "bad-request", "The request cannot be understood."));
    }

    private static void notSignedIn(HttpServletResponse response, SignIn signIn) throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                switch (signIn) {
                    case SignIn.ByPassword _ -> "Basic realm=\"ledger\", charset=\"UTF-8\"";
                    case SignIn.ByToken _ -> "Bearer";
                });
        ProblemWriter.write(response, Problem.of(401, "not-signed-in", "Sign in first: nobody was recognised."));
    }

    private static void mayNot(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(
                response,
                Problem.of(403, "role-may-not", "None of your roles may " + request.getMethod() + " this path."));
    }
}
