package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.testing.TestPostgres;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class LedgerConfigurationTest {

    @Configuration(proxyBeanMethods = false)
    @Import(LedgerConfiguration.class)
    static class Service {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @TempDir
    private Path directory;

    @Test
    void anApplicationMigratesItsDatabaseAndAnswersRequests() throws IOException {
        var database = TestPostgres.fresh();
        Path key = Files.write(directory.resolve("key"), new byte[32]);
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withUserConfiguration(Service.class)
                .withPropertyValues(
                        "ledger.register.key-file=" + key,
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + TestLedger.SERVICE,
                        "spring.datasource.password=" + TestLedger.PASSWORD,
                        "spring.flyway.url=" + database.jdbcUrl(),
                        "spring.flyway.user=" + database.user(),
                        "spring.flyway.password=" + database.password())
                .run(context -> {
                    var command = new RegisterSupplier(new SupplierRef("S-1"), SupplierKind.values()[0]);
                    var request = Request.once(command, new ActorId("olga"), Set.of(Role.INVOICE_OFFICER));

                    var answer =
                            TestLedger.of(context.getBean(LedgerGateway.class).send(request));

                    assertThat(answer).isInstanceOf(Answer.Accepted.class);
                    assertThat(context.getBean(EventReader.class).after(0, 10))
                            .isEqualTo(((Answer.Accepted) answer).events());
                });
    }
}
