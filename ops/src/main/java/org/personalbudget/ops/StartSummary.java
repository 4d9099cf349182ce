package org.personalbudget.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.journal.TrialBalance;
import org.personalbudget.projections.journal.TrialBalanceQuery;
import org.personalbudget.projections.reader.LiveReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says, once the ledger answers, what is in it and where it is. */
@Configuration(proxyBeanMethods = false)
public class StartSummary {

    private static final Logger log = LoggerFactory.getLogger(StartSummary.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    ApplicationRunner startSummary(
            EventReader events,
            LiveReader reader,
            TrialBalanceQuery trialBalances,
            JdbcClient database,
            Clock clock,
            WebServerApplicationContext web) {
        return arguments -> {
            boolean upToDate = reader.awaitPosition(events.head(), PATIENCE);
            LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
            TrialBalance balance = trialBalances.at(new AsOf(today, clock.instant()));
            long people = database.sql("select count(distinct person) from read.budget")
                    .query(Long.class)
                    .single();
            log.info(
                    "The ledger is ready: {} people, {} events, trial-balance difference {}{}; http://localhost:{}/api/v1",
                    people,
                    events.head(),
                    balance.difference(),
                    upToDate ? "" : " (projections are still catching up)",
                    web.getWebServer() == null ? "-" : web.getWebServer().getPort());
        };
    }
}
