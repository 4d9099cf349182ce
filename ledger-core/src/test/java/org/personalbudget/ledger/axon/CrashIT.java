package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.eventstore.PostgresEventReader;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.testing.TestPostgres;

/**
 * Two nodes, each a JVM of its own, on one ledger: what they answer is what would have been answered one request at a
 * time, also when they are killed without warning while groups are on their way. Whatever was acknowledged is there, at
 * the position that was told; whatever was not is asked again with the same key and is there once.
 */
class CrashIT {

    private static final int NODES = 2;
    private static final int CALLERS = 8;
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final Map<List<Integer>, Long> acknowledged = new ConcurrentHashMap<>();
    private TestPostgres database;

    @BeforeEach
    void migrate() {
        database = TestLedger.migrated();
    }

    @Test
    void twoNodesDecideAsOne() throws Exception {
        var plan = new RacePlan(1);
        try (var one = new RaceProcess(database.jdbcUrl(), 0, plan.seed(), acknowledged);
                var other = new RaceProcess(database.jdbcUrl(), 1, plan.seed(), acknowledged)) {
            one.go(new int[CALLERS], 200);
            other.go(new int[CALLERS], 200);
            one.awaitDone();
            other.awaitDone();
        }
        check(plan, 200);
    }

    @Test
    void aKilledNodeLosesNothingAndDoublesNothing() throws Exception {
        var plan = new RacePlan(2);
        var kills = new AtomicInteger();
        var nodes = new Thread[NODES];
        var failures = new ConcurrentHashMap<Integer, Throwable>();
        for (int i = 0; i < NODES; i++) {
            int node = i;
            nodes[i] = Thread.ofPlatform().start(() -> {
                try {
                    liveAndDie(plan, node, kills);
                } catch (Exception | AssertionError e) {
                    failures.put(node, e);
                }
            });
        }
        for (Thread node : nodes) node.join();

        assertThat(failures).isEmpty();
        assertThat(kills).hasValue(2 * 26);
        // The furthest caller of all may have had one more request on its way when its node was killed.
        int until = acknowledged.keySet().stream().mapToInt(List::getLast).max().orElseThrow() + 2;
        finish(plan, until);
        check(plan, until);
    }

    /** While one process lives, the next one is already starting, so that being killed costs no time. */
    private void liveAndDie(RacePlan plan, int node, AtomicInteger kills) throws Exception {
        var random = new SplittableRandom(plan.seed() + node);
        RaceProcess next = new RaceProcess(database.jdbcUrl(), node, plan.seed(), acknowledged);
        for (int life = 0; life < 26; life++) {
            try (RaceProcess living = next) {
                living.go(whereToGoOn(node), FOR_EVER);
                next = new RaceProcess(database.jdbcUrl(), node, plan.seed(), acknowledged);
                int before = acknowledged.size();
                while (acknowledged.size() < before + 10) Thread.sleep(1);
                Thread.sleep(random.nextInt(60));
                living.kill();
                kills.incrementAndGet();
            }
        }
        next.close();
    }

    /** Every request that was left without an answer is sent once more; then all callers stand at the same index. */
    private void finish(RacePlan plan, int until) throws Exception {
        for (int node = 0; node < NODES; node++) {
            try (var last = new RaceProcess(database.jdbcUrl(), node, plan.seed(), acknowledged)) {
                last.go(whereToGoOn(node), until);
                last.awaitDone();
            }
        }
    }

    private int[] whereToGoOn(int node) {
        var from = new int[CALLERS];
        for (List<Integer> request : acknowledged.keySet()) {
            int caller = request.get(1);
            if (request.getFirst() == node) from[caller] = Math.max(from[caller], request.getLast() + 1);
        }
        return from;
    }

    private void check(RacePlan plan, int until) {
        Map<CommandId, CounterCommand> asked = new HashMap<>();
        Map<CommandId, Long> told = new HashMap<>();
        for (int node = 0; node < NODES; node++) {
            for (int caller = 0; caller < CALLERS; caller++) {
                for (int index = 0; index < until; index++) {
                    asked.put(RacePlan.id(node, caller, index), plan.command(node, caller, index));
                    told.put(RacePlan.id(node, caller, index), acknowledged.get(List.of(node, caller, index)));
                }
            }
        }
        var reader = new PostgresEventReader(
                database.dataSource(), TestLedger.contents().codec());
        Map<CommandId, Long> recorded = new RaceCheck(asked).replay(reader);
        told.keySet().removeIf(id -> asked.get(id) instanceof CounterCommand.Look);
        assertThat(recorded)
                .as("answered where it was recorded, and nothing else")
                .isEqualTo(told);
        System.err.println(recorded.size() + " decisions checked");
    }
}
