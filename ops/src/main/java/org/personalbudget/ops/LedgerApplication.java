package org.personalbudget.ops;

import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.personalbudget.ops.embedded.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The ledger, running. Nothing is found by scanning: the list below is the table of contents of the service, and what
 * is not on it is not part of it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
// Axon's update checker reports usage to its makers; a ledger of people's care reports to nobody.
@EnableAutoConfiguration(exclude = UpdateCheckerAutoConfiguration.class)
@Import({EmbeddedDatabase.class})
public class LedgerApplication {

    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }
}
