package org.personalbudget.ops.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedDatabaseTest {

    @Test
    void withADatabaseNamedNothingIsEmbedded() {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedDatabase.class)
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/ledger")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(EmbeddedDatabase.class)
                        .doesNotHaveBean(EmbeddedPostgresServer.class));
    }
}
