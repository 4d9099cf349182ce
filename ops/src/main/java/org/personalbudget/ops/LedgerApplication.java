package org.personalbudget.ops;

import java.time.Clock;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ops.embedded.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The ledger, running. Nothing is found by scanning: the list below is the table of contents of the service, and what
 * is not on it is not part of it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EmbeddedDatabase.class, LedgerConfiguration.class})
public class LedgerApplication {

    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }

    /** The one clock: what is recorded is recorded at its time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
