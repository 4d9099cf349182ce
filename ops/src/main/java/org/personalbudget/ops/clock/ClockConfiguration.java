package org.personalbudget.ops.clock;

import org.personalbudget.ops.embedded.EmbeddedPostgresServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock is real unless {@code ledger.clock.settable} is switched on, which only an embedded database allows. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ClockConfiguration.class);

    @Bean
    LedgerClock ledgerClock(
            @Value("${ledger.clock.settable:false}") boolean settable,
            ObjectProvider<EmbeddedPostgresServer> embedded) {
        if (!settable) return LedgerClock.real();
        if (embedded.getIfAvailable() != null) return LedgerClock.settable();
        log.warn("ledger.clock.settable is ignored: the clock can be set on an embedded database only");
        return LedgerClock.real();
    }
}
