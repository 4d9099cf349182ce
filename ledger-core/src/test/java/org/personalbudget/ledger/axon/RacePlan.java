package org.personalbudget.ledger.axon;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.personalbudget.ledger.axon.CounterCommand.*;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;

/**
 * What every caller of every node asks, as a function of the seed: so that a restarted node can go on where the killed
 * one stopped, and whoever checks the log afterwards knows what was asked. Few streams and few names, so that most
 * requests meet others.
 *
 * @param seed of the whole run
 */
record RacePlan(long seed) {

    static final int LIMIT = 60;
    private static final int NAMES = 40;

    CounterCommand command(int node, int caller, int index) {
        var random = new SplittableRandom(seed * 31 + (node * 1_000L + caller) * 1_000_003L + index);
        random.nextLong();
        UUID one = counter(random.nextInt(4));
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> new Count(one, LIMIT * (1 + index / 50));
            case 4, 5 -> new CountAndTally(one, new UUID(2, random.nextInt(2)));
            case 6 -> new CountIfOther(counter(4), one, random.nextInt(LIMIT));
            case 7 -> new NameCounter(one, "name-" + random.nextInt(NAMES));
            case 8 -> new CountMany(counter(5), 1 + random.nextInt(5));
            default -> new Look(one);
        };
    }

    private static UUID counter(int number) {
        return new UUID(1, number);
    }

    Request request(int node, int caller, int index) {
        CounterCommand command = command(node, caller, index);
        return Request.keyed(command, actor(node, caller), Set.of(Role.PRACTITIONER), key(index), command.toString());
    }

    static CommandId id(int node, int caller, int index) {
        return CommandId.of(actor(node, caller), key(index));
    }

    private static ActorId actor(int node, int caller) {
        return new ActorId("caller-" + node + "-" + caller);
    }

    private static String key(int index) {
        return String.valueOf(index);
    }
}
