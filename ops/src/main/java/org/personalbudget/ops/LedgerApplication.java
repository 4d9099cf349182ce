package org.personalbudget.ops;

import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ops.clock.ClockConfiguration;
import org.personalbudget.ops.embedded.EmbeddedDatabase;
import org.personalbudget.ops.http.Api;
import org.personalbudget.ops.http.OpenApiDescription;
import org.personalbudget.ops.matching.MatchingConfiguration;
import org.personalbudget.ops.reading.Reading;
import org.personalbudget.ops.sample.Sample;
import org.personalbudget.ops.security.Security;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The ledger, running. Nothing is found by scanning: the list below is the table of contents of the service, and what
 * is not on it is not part of it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    EmbeddedDatabase.class,
    ClockConfiguration.class,
    LedgerConfiguration.class,
    Reading.class,
    MatchingConfiguration.class,
    Security.class,
    Api.class,
    OpenApiDescription.class,
    Sample.class,
    StartSummary.class
})
public class LedgerApplication {

    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }
}
