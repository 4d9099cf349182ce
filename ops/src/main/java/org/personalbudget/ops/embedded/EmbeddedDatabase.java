package org.personalbudget.ops.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Where no {@code spring.datasource.url} names a database, the ledger brings its own, under {@code ledger.data-dir}.
 * Boot builds the pool and runs the migrations from the connection details below, so the server stands before either
 * and falls after both. With a database named, nothing here exists.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoDatabaseNamed.class)
public class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    @Bean
    EmbeddedPostgresServer embeddedPostgresServer(@Value("${ledger.data-dir}") Path dataDirectory) {
        var server = EmbeddedPostgresServer.start(dataDirectory);
        log.info("The ledger keeps its data in {} ({})", dataDirectory, server.jdbcUrl());
        return server;
    }

    /** Who serves requests: {@code ledger.embedded.service-user}, a role that the migrations create. */
    @Bean
    JdbcConnectionDetails serviceConnection(
            EmbeddedPostgresServer server, @Value("${ledger.embedded.service-user}") String serviceUser) {
        return new ServiceConnection(server.jdbcUrl(), serviceUser);
    }

    /** Who migrates: the owner. */
    @Bean
    FlywayConnectionDetails migrationConnection(EmbeddedPostgresServer server) {
        return new MigrationConnection(server.jdbcUrl(), EmbeddedPostgresServer.OWNER);
    }

    /** Nobody is asked for a password here, so none is given. */
    private record ServiceConnection(String getJdbcUrl, String getUsername) implements JdbcConnectionDetails {
        @Override
        public @Nullable String getPassword() {
            return null;
        }
    }

    private record MigrationConnection(String getJdbcUrl, String getUsername) implements FlywayConnectionDetails {
        @Override
        public @Nullable String getPassword() {
            return null;
        }
    }

    public static final class NoDatabaseNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().containsProperty("spring.datasource.url");
        }
    }
}
