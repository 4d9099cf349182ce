package org.personalbudget.ledger.axon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A node in a JVM of its own, made to be killed. It says {@code ready}, waits to be told where each caller goes on and
 * where it ends, and then says {@code ack <caller> <index> <position>} to each answer it gets.
 */
final class RaceNode {

    private RaceNode() {}

    /** @param arguments the database's address, the node's number, the seed */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int node = Integer.parseInt(arguments[1]);
        var plan = new RacePlan(Long.parseLong(arguments[2]));
        try (var ledger = new TestLedger(arguments[0], Clock.systemUTC())) {
            ledger.ledger.reader().head();
            System.out.println("ready");
            var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String[] from = told.readLine().split(" ");
            int until = Integer.parseInt(told.readLine());
            var callers = new Thread[from.length];
            for (int i = 0; i < from.length; i++) {
                int caller = i;
                int first = Integer.parseInt(from[i]);
                callers[i] = Thread.ofPlatform().start(() -> call(ledger, plan, node, caller, first, until));
            }
            for (Thread caller : callers) caller.join();
            System.out.println("done");
        }
    }

    private static void call(TestLedger ledger, RacePlan plan, int node, int caller, int first, int until) {
        for (var index = new AtomicInteger(first); index.get() < until; index.incrementAndGet()) {
            Answer answer = TestLedger.of(ledger.ledger.gateway().send(plan.request(node, caller, index.get())));
            long position = switch (answer) {
                case Answer.Accepted accepted -> accepted.position();
                case Answer.Refused refused -> refused.position();
                case Answer.KeyReused _ -> throw new AssertionError("a key of one's own cannot be anybody else's");
            };
            System.out.println("ack " + caller + " " + index.get() + " " + position);
        }
    }
}
