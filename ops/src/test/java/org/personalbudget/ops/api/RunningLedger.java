package org.personalbudget.ops.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.StoredEvent;
import org.personalbudget.ops.LedgerApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The whole application: on a random port of this machine, with a database of its own and a clock that can be set. The
 * clock never goes backwards, so whoever plays in the past takes the next financial year that nobody has played in; when
 * the table of periods has none left, the tests that follow get another ledger. Whoever adopts a policy of their own
 * starts a ledger of their own.
 */
final class RunningLedger implements AutoCloseable {

    private static final int FIRST_YEAR = 2016;

    /** A scenario may last into the second year after its own. */
    private static final int LAST_YEAR = 2042;

    private static @Nullable RunningLedger shared;

    private final ConfigurableApplicationContext application;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger years = new AtomicInteger(FIRST_YEAR);

    private RunningLedger(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** The ledger that all tests share which leave its policy as it is. */
    static synchronized RunningLedger shared() {
        if (shared != null && shared.years.get() <= LAST_YEAR) return shared;
        if (shared != null) shared.close();
        shared = ofItsOwn();
        return shared;
    }

    @Override
    public void close() {
        application.close();
    }

    /** A ledger that nobody else uses. */
    static RunningLedger ofItsOwn() {
        return start();
    }

    private static RunningLedger start() {
        try {
            Path data = Files.createTempDirectory("ledger-it");
            ConfigurableApplicationContext application = withoutHook()
                    .run(
                            "--server.port=0",
                            "--server.address=127.0.0.1",
                            "--ledger.data-dir=" + data.resolve("data"),
                            "--ledger.sample.enabled=false",
                            "--ledger.clock.settable=true");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                application.close();
                FileSystemUtils.deleteRecursively(data.toFile());
            }));
            RunningLedger ledger = new RunningLedger(application);
            ledger.as("auditor")
                    .on(LocalDate.of(FIRST_YEAR, 4, 1))
                    .get("/trial-balance")
                    .granted();
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spring's own hook would race the one that deletes the data. */
    private static SpringApplication withoutHook() {
        SpringApplication application = new SpringApplication(LedgerApplication.class);
        application.setRegisterShutdownHook(false);
        return application;
    }

    /** Somebody who is signed in under that name. */
    Client as(String user) {
        return new Client(this, user, "demo");
    }

    /** Somebody who is not signed in. */
    Client stranger() {
        return new Client(this, null, "");
    }

    /** A financial year of the period table in which no other test has played. */
    Year nextYear() {
        return new Year(years.getAndIncrement());
    }

    /** The first Monday of the financial year and the periods from there. */
    record Year(int year) {
        Period period(int number) {
            return PeriodCalendar.standard().period(new PeriodId(year, number));
        }

        LocalDate starts() {
            return period(1).first();
        }
    }

    /** How many facts are on record; refusals, which change nothing, are not counted. */
    long facts() {
        EventReader log = bean(EventReader.class);
        long facts = 0;
        long position = 0;
        while (true) {
            var page = log.rowsAfter(position, EventReader.PAGE);
            if (page.isEmpty()) return facts;
            facts += page.stream().filter(RunningLedger::isFact).count();
            position = page.getLast().position();
        }
    }

    private static boolean isFact(StoredEvent row) {
        return !row.stream().category().equals("refusal");
    }

    /** What the service answers to. */
    RequestMappingHandlerMapping mappings() {
        return application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    URI uri(String path) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> send(java.net.http.HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
