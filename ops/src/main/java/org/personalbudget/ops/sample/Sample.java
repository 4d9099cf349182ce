package org.personalbudget.ops.sample;

import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ops.clock.LedgerClock;
import org.personalbudget.ops.embedded.EmbeddedDatabase;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Plays the sample council on the first start of an embedded ledger, before anybody else can write to it: the service
 * answers its first request when the year has been played.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoDatabaseNamed.class)
@ConditionalOnBooleanProperty(name = "ledger.sample.enabled", matchIfMissing = true)
public class Sample {

    @Bean
    SmartInitializingSingleton sampleCouncil(
            LedgerGateway gateway,
            EventReader log,
            Register register,
            LedgerClock clock,
            @Value("${ledger.data-dir}") Path dataDirectory,
            @Value("${ledger.sample.people}") int people,
            @Value("${ledger.sample.seed}") long seed) {
        return () -> {
            SampleMarker marker = new SampleMarker(dataDirectory);
            if (!marker.isDue(log.head() == 0)) return;
            marker.start();
            play(new SampleDesk(gateway, register::noteOf, clock::playAt), people, seed);
            clock.playReal();
            marker.finish();
        };
    }

    private static void play(SampleDesk desk, int people, long seed) {
        SampleCouncil council = new SampleCouncil(desk, PeriodCalendar.standard(), people, seed);
        ProgressBarBuilder bar = ProgressBar.builder()
                .setTaskName("Sample council")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(council.steps())
                .setUpdateIntervalMillis(1_000)
                .setMaxRenderedLength(80);
        try (ProgressBar progress = bar.build()) {
            council.play(progress::stepBy);
        }
    }
}
