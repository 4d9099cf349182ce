package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.YearsDirt.Named;
import org.personalbudget.ops.api.YearsDirt.Why;
import tools.jackson.databind.JsonNode;

/**
 * A council's year made of dice: runs paid by one debit or one by one, cards, contributions, spend, fees, payments that
 * come back, and in known proportion what nobody can know. Its statements reconcile to nothing unexplained; every line
 * is found by the rule it was made for, or is in the queue for the reason for which it was put there. How large a
 * council is, {@code -Dledger.year.budgets} says.
 */
class GeneratedYearIT {

    private static final int BUDGETS = Integer.getInteger("ledger.year.budgets", 20);
    private static final int PERIODS = Integer.getInteger("ledger.year.periods", 12);
    private static final int CALLERS = Integer.getInteger("ledger.year.callers", 4);
    private static final String BANK = "1000";
    private static final String PROGRAMME = "1010";

    private static final RunningLedger ledger = withMatching();

    private final Client reconciler = ledger.as("reconciler");
    private final PayRuns runs = new PayRuns(ledger);
    private final YearsDirt dirt = new YearsDirt();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final List<YearsMember> council = new ArrayList<>();
    private long bank = 90_000_000_000L;
    private long programme;

    /** Which words are a fee and which kind of merchant is which category is data of the installation. */
    private static RunningLedger withMatching() {
        Map<String, String> data =
                Map.of("ledger.matching.merchants", "{'8099':'HOME_CARE'}", "ledger.matching.fees", "BANK CHARGE");
        data.forEach(System::setProperty);
        try {
            return RunningLedger.ofItsOwn();
        } finally {
            data.keySet().forEach(System::clearProperty);
        }
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void aYearReconcilesToNothingUnexplained() throws Exception {
        long began = System.nanoTime();
        try (callers) {
            var year = ledger.nextYear();
            moved(year.starts().minusDays(1));
            for (int i = 0; i < BUDGETS; i++) council.add(new YearsMember(ledger, dirt, i));
            each(council, member -> member.joins(year.starts()));
            moved(year.starts());
            each(council, member -> {
                if (!member.card) runs.details(member.payee(), PayRuns.NUMBER, year.starts());
            });
            openProgramme(year.starts());
            report("joined", began, System.nanoTime());
            for (int number = 2; number < 2 + PERIODS; number++) {
                long then = System.nanoTime();
                play(year.period(number));
                report("(one of them)", then, System.nanoTime());
            }
            long played = System.nanoTime();
            report("played", began, played);
            everyLineIsFoundByItsRuleOrLeftForItsReason();
            everyAccountIsProved();
            report("proved", played, System.nanoTime());
            System.out.printf(
                    "%d lines found, %d left: %s%n", dirt.matched(), dirt.left().size(), dirt.foundByRule());
        }
        new Books(ledger, council.getFirst().budget()).areInOrder();
    }

    private static void report(String what, long from, long to) {
        System.out.printf("%d budgets, %d periods %s in %d s%n", BUDGETS, PERIODS, what, (to - from) / 1_000_000_000);
    }

    private void play(Period period) throws Exception {
        LocalDate first = period.first();
        Reply run = paid("MAIN", first, first.minusDays(6));
        LocalDate entry = LocalDate.parse(run.text("/dates/payOn"));
        councilsWeek(period, entry);
        LocalDate again = secondAttempts(period);
        moved(first.plusDays(21));
        each(council, member -> member.lives(period, member.comesBack(period) ? again : entry));
    }

    /** Built, approved and handed over on the day on which the file has to be with Bacs. */
    private Reply paid(String kind, LocalDate dueBy, LocalDate builtOn) {
        Reply built = runs.build(kind, dueBy, builtOn);
        LocalDate input = LocalDate.parse(built.text("/dates/input"));
        runs.approve(built, input.isBefore(builtOn) ? builtOn : input);
        ledger.as("payments-officer")
                .post("/pay-runs/" + built.text("/runId") + "/submission")
                .granted();
        return built;
    }

    /** The council's bank and its programme: every other period shows the run as one debit. */
    private void councilsWeek(Period period, LocalDate entry) {
        LocalDate from = period.first().minusDays(6);
        LocalDate to = period.first().plusDays(5);
        YearsStatement file = new YearsStatement(dirt, BANK, new CamtFile("COUNCIL0001", from, to, bank));
        boolean oneDebit = period.id().number() % 2 == 0;
        if (oneDebit) file.clean("R2", -total(false), entry, null, "BACS CONTRA");
        for (YearsMember member : which(each -> !each.card)) {
            if (!oneDebit) left(member, period, entry, file);
            if (!member.comesBack(period)) continue;
            file.cameBack(member.net, period.first().plusDays(4), member.endToEnd(period, 1));
        }
        for (int i = 0; i <= BUDGETS / 200; i++) {
            file.dirty(Why.STRAY_RECEIPT, 200_001 + 2L * (period.id().number() * 1_000 + i), entry, null);
        }
        if (total(true) > 0) file.transferred(-total(true), entry, "PROGRAMME01");
        bank = file.importedBy(reconciler.on(to.plusDays(1)));
        if (total(true) > 0) programmesWeek(period, entry, new CamtFile("PROGRAMME01", from, to, programme));
    }

    /** Half a reference is none; but where everything else of a file is seen, the last one is what is left of it. */
    private void left(YearsMember member, Period period, LocalDate entry, YearsStatement file) {
        String id = member.endToEnd(period, 1);
        if (!member.halfQuoted(period)) file.clean("R1", -member.net, entry, id, "Bacs");
        else if (which(each -> each.halfQuoted(period)).size() == 1) {
            file.clean("R2", -member.net, entry, id.substring(0, 20), "Bacs");
        } else file.dirty(Why.PART_REFERENCE, -member.net, entry, id.substring(0, 20));
    }

    private List<YearsMember> which(Predicate<YearsMember> which) {
        return council.stream().filter(which).toList();
    }

    private void programmesWeek(Period period, LocalDate entry, CamtFile camt) {
        YearsStatement file = new YearsStatement(dirt, PROGRAMME, camt);
        file.clean("R3", total(true), entry, null, "from the council");
        for (YearsMember member : which(each -> each.card)) {
            file.clean("R1", -member.net, entry, member.endToEnd(period, 1), "card load");
        }
        programme = file.importedBy(reconciler);
    }

    private long total(boolean cards) {
        return which(member -> member.card == cards).stream()
                .mapToLong(member -> member.net)
                .sum();
    }

    /** What came back for no reason of the payee's goes out once more; answers the day on which it is there. */
    private LocalDate secondAttempts(Period period) {
        LocalDate today = period.first().plusDays(7);
        List<YearsMember> back = which(member -> member.comesBack(period));
        if (back.isEmpty()) return today;
        moved(today);
        for (YearsMember member : back) {
            ledger.as("payments-officer")
                    .post("/payments/" + member.payment(period) + "/reissue")
                    .granted();
        }
        Reply run = paid("CATCH_UP", today.plusDays(5), today);
        LocalDate entry = LocalDate.parse(run.text("/dates/payOn"));
        YearsStatement file =
                new YearsStatement(dirt, BANK, new CamtFile("COUNCIL0001", today, today.plusDays(6), bank));
        for (YearsMember member : back) file.clean("R1", -member.net, entry, member.endToEnd(period, 2), "Bacs");
        bank = file.importedBy(reconciler.on(today.plusDays(7)));
        return entry;
    }

    /** The bank knows the programme's account before the first of it is paid. */
    private void openProgramme(LocalDate starts) {
        if (total(true) == 0) return;
        new CamtFile("PROGRAMME01", starts.minusDays(2), starts.minusDays(1), 0)
                .importedBy(reconciler, PROGRAMME)
                .granted();
    }

    private void everyLineIsFoundByItsRuleOrLeftForItsReason() {
        assertThat(dirt.foundByRule()).isEqualTo(dirt.expectedByRule());
        assertThat(dirt.foundByRule())
                .containsKeys("R1", "R2", "R3", "R5", "R6", "R7", "R8", "R9", "MERCHANT", "DECLINED");
        Map<String, JsonNode> queued = new HashMap<>();
        String cursor = "";
        while (true) {
            JsonNode page = ledger.as("auditor")
                    .get("/reconciliation/queue?limit=500" + cursor)
                    .granted()
                    .json();
            for (JsonNode each : page.get("lines")) {
                queued.put(
                        each.at("/line/statementId").asString() + "/"
                                + each.at("/line/line").asInt(),
                        each);
            }
            if (page.get("nextCursor").isNull()) break;
            cursor = "&cursor=" + page.get("nextCursor").asString();
        }
        assertThat(queued.keySet()).isEqualTo(dirt.left().keySet());
        queued.forEach((line, each) -> dirt.whyOf(line).isToldBy(each));
        assertThat(dirt.left().values()).as("every kind of dirt is there").contains(Why.values());
        long found = dirt.matched();
        assertThat(found * 100.0 / (found + queued.size()))
                .as("percent matched without a person")
                .isGreaterThanOrEqualTo(95);
    }

    private void everyAccountIsProved() throws Exception {
        proved(BANK, "OPENING_BALANCE");
        proved(PROGRAMME);
        each(council, member -> proved(member.account()));
    }

    /** Every difference has a name: what nobody knows yet, and what the bank had before. */
    private void proved(String account, String... others) {
        JsonNode proof = new Reconciling(ledger).proof(account);
        assertThat(proof.get("unexplained").asString()).as(proof.toString()).isEqualTo("0.00");
        List<Named> named = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (JsonNode item : proof.get("items")) {
            Named it = Named.of(account, item);
            if (it.why().equals("OPENING_BALANCE")) rest.add(it.why());
            else named.add(it);
        }
        assertThat(named).as(account).containsExactlyInAnyOrderElementsOf(dirt.namedOf(account));
        assertThat(rest).as(account).containsExactly(others);
    }

    /** What is said from now on is said that day. */
    private void moved(LocalDate day) {
        ledger.as("auditor").on(day).get("/trial-balance").granted();
    }

    /** Many ask at once; whatever goes wrong for one is told. */
    private <T> void each(List<T> all, Consumer<T> what) throws Exception {
        List<Future<?>> asked = new ArrayList<>();
        for (T one : all) asked.add(callers.submit(() -> what.accept(one)));
        for (Future<?> each : asked) each.get();
    }
}
