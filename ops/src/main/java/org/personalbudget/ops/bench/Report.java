package org.personalbudget.ops.bench;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Says what was measured, in the words that the results files keep. */
final class Report {

    /** The program's own result, which no log level may hide. */
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

    private Report() {}

    static void say(String line) {
        OUT.println(line);
    }

    /** Date, machine and the settings that decide about durability. */
    static void settings(UnaryOperator<String> setting) {
        say("date %s, %d processors, Java %s, PostgreSQL %s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        setting.apply("server_version")));
        say("fsync=%s synchronous_commit=%s full_page_writes=%s shared_buffers=%s"
                .formatted(
                        setting.apply("fsync"),
                        setting.apply("synchronous_commit"),
                        setting.apply("full_page_writes"),
                        setting.apply("shared_buffers")));
    }

    /** Medians and spread of the pairs, and of their ratios. */
    static void ratios(String name, int callers, int seconds, List<Double> ours, List<Double> theirs) {
        String title = "%s %d caller(s), %d rounds of %d s".formatted(name, callers, ours.size(), seconds);
        ratios(title, "commands/s", "pgbench tps", ours, theirs);
    }

    /**
     * The same of anything.
     *
     * @param what is counted of ours, and {@code beside} of theirs
     */
    static void ratios(String title, String what, String beside, List<Double> ours, List<Double> theirs) {
        List<Double> ratios = IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i) / theirs.get(i))
                .toList();
        say("%s: %s %s, %s %s, ratio %s"
                .formatted(title, what, of(ours, "%,.0f"), beside, of(theirs, "%,.0f"), of(ratios, "%.2f")));
    }

    private static String of(List<Double> figures, String format) {
        List<Double> sorted = figures.stream().sorted().toList();
        String spread = "median " + format + " (" + format + " to " + format + ")";
        return spread.formatted(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }

    /** Where the time of a command goes, over the whole run. */
    static void stages(MeterRegistry meters) {
        meters.getMeters().forEach(meter -> {
            boolean ledger = meter.getId().getName().startsWith("ledger.");
            if (meter instanceof Timer timer && ledger) stage(timer);
            if (meter instanceof DistributionSummary sizes && ledger) {
                say("  %s: mean %.1f".formatted(sizes.getId().getName(), sizes.mean()));
            }
        });
    }

    private static void stage(Timer timer) {
        String stage = timer.getId().getTag("stage");
        say("  %s%s: %,d times, mean %.3f ms, together %.1f s"
                .formatted(
                        timer.getId().getName(),
                        stage == null ? "" : " " + stage,
                        timer.count(),
                        timer.mean(TimeUnit.MILLISECONDS),
                        timer.totalTime(TimeUnit.SECONDS)));
    }
}
