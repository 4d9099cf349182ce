package org.personalbudget.projections.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.projections.testing.Recorded.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.cardprogramme.CardProgrammeCommand;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent.ProgrammeFunded;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.ChainEvent.StatementChained;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.statement.LineMatch;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.statement.MatchRule;
import org.personalbudget.ledger.statement.MatchedItem;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementEvent.LineUnmatched;
import org.personalbudget.ledger.statement.StatementEvent.LinesMatched;
import org.personalbudget.ledger.statement.StatementEvent.StatementImported;
import org.personalbudget.ledger.statement.StatementEvent.StatementLines;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.statement.StatementRefusal.StatementLineNotMatched;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.testing.MemoryLog;
import org.personalbudget.projections.testing.ReadTables;

/**
 * However lines are matched and matches undone, and whether what they did could be carried out and taken back or was
 * refused: the proof names everything, and whatever stays in the ledger can be matched again.
 */
class UndoneMatchesIT {

    private static final StatementAccount BANK = StatementAccount.BANK;
    private static final StatementId STATEMENT = StatementId.of(BANK, new FileDigest("f"));
    private static final LocalDate DAY = LocalDate.parse("2025-10-20");
    private static final When WHEN = when("2025-10-20");
    private static final ActorId BY = new ActorId("reconciler");
    private static final int LINES = 4;

    private final MemoryLog log = new MemoryLog().at(Instant.parse("2025-10-20T12:00:00Z"));
    private final ReadTables tables = ReadTables.fresh();

    private final Map<Integer, LineMatch> standing = new HashMap<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private final Map<UUID, Integer> claims = new HashMap<>();
    /** What an undone match had done and nobody has asked to be taken back yet. */
    private final List<Done> untaken = new ArrayList<>();
    /** Movements that no line shows. */
    private final Map<UUID, Long> open = new HashMap<>();

    private final Map<LineMatch, UUID> done = new HashMap<>();
    private final Set<UUID> cancelled = new HashSet<>();

    private record Done(LineMatch match, UUID movement) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theProofHoldsAfterEveryStep(long seed) {
        Random random = new Random(seed);
        log.record(imported());
        for (int step = 0; step < 60; step++) {
            String did = step(random);
            tables.project(log);
            Proof proof =
                    new ProofQuery(tables.client()).of(BANK, new AsOf(DAY, Instant.parse("9999-01-01T00:00:00Z")));
            assertThat(proof.unexplained())
                    .as("seed %d step %d: %s", seed, step, did)
                    .isEqualTo(Money.ZERO);
            assertThat(candidates())
                    .as("seed %d step %d: %s", seed, step, did)
                    .containsExactlyInAnyOrderElementsOf(open.keySet());
        }
    }

    private String step(Random random) {
        int line = 1 + random.nextInt(LINES);
        boolean refused = random.nextInt(3) == 0;
        if (!untaken.isEmpty() && random.nextInt(2) == 0) return takeBack(random, refused);
        if (standing.containsKey(line)) return undo(line);
        Optional<UUID> fitting = open.entrySet().stream()
                .filter(it -> it.getValue() == amount(line).pence())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        if (fitting.isPresent() && random.nextInt(3) > 0) return confirm(line, fitting.get());
        return carryOut(line, refused);
    }

    private String carryOut(int line, boolean refused) {
        LineMatch match = match(line, new LineEffect.FundsProgramme());
        CommandId effect = LineMatch.effect(STATEMENT, line, match.attempt(), 1);
        if (refused) {
            log.record(effect, refusal(effect));
            standing.remove(line);
            log.record(new LineUnmatched(STATEMENT, WHEN, BANK, match, null, new RefusalCode("refused"), BY));
            return "line " + line + " is what was refused";
        }
        log.record(effect, funded(amount(line).negated()));
        done.put(match, last());
        return "line " + line + " does something";
    }

    private String confirm(int line, UUID movement) {
        match(line, new LineEffect.Confirms(movement, claims.merge(movement, 1, Integer::sum), null));
        open.remove(movement);
        return "line " + line + " confirms";
    }

    private LineMatch match(int line, LineEffect effect) {
        int attempt = attempts.merge(line, 1, Integer::sum);
        var match = new LineMatch(line, attempt, MatchRule.BY_HAND, List.of(new MatchedItem(amount(line), effect)));
        log.record(new LinesMatched(STATEMENT, WHEN, BANK, List.of(match), BY));
        standing.put(line, match);
        return match;
    }

    private String undo(int line) {
        LineMatch match = standing.remove(line);
        log.record(new LineUnmatched(STATEMENT, WHEN, BANK, match, null, null, BY));
        UUID movement = done.get(match);
        if (movement != null) untaken.add(new Done(match, movement));
        UUID free = match.items().getFirst().effect() instanceof LineEffect.Confirms it ? it.movement() : movement;
        if (free != null && !cancelled.contains(free))
            open.put(free, amount(line).pence());
        return "line " + line + " is undone";
    }

    /** The one who undid it may ask at once, or much later, when the movement is matched already. */
    private String takeBack(Random random, boolean refused) {
        Done it = untaken.remove(random.nextInt(untaken.size()));
        CommandId mirror = LineMatch.mirror(STATEMENT, it.match.line(), it.match.attempt(), 1);
        if (refused) {
            log.record(mirror, refusal(mirror));
            return "a mirror is refused";
        }
        log.record(mirror, funded(amount(it.match.line())));
        cancelled.add(it.movement);
        open.remove(it.movement);
        return "a mirror takes back";
    }

    private UUID last() {
        UUID event = log.at(log.head()).orElseThrow().id();
        return event;
    }

    private List<UUID> candidates() {
        return new CandidateQuery(tables.client())
                .of(BANK).stream()
                        .filter(it -> it.kind().equals("MOVEMENT"))
                        .map(OpenEntry::id)
                        .toList();
    }

    private static ProgrammeFunded funded(Money amount) {
        return new ProgrammeFunded(WHEN, Funder.LA, amount, BY);
    }

    private static CommandRefused refusal(CommandId command) {
        return new CommandRefused(
                command, WHEN, "FundProgramme", CardProgrammeCommand.STREAM, new StatementLineNotMatched(1));
    }

    /** Two lines of each amount, so that a movement of one can be confirmed by another. */
    private static Money amount(int line) {
        return Money.ofPence(line % 2 == 0 ? -5_000 : 3_000);
    }

    private static List<org.personalbudget.ledger.kernel.Event> imported() {
        List<StatementLine> lines = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            lines.add(new StatementLine(
                    line,
                    DAY,
                    amount(line),
                    LineStatus.BOOKED,
                    new LineDigest("d" + line),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        LineDigest owner = new LineDigest("o");
        Money opening = Money.ofPence(100_000);
        Money closing = Money.ofPence(96_000);
        return List.of(
                new StatementImported(
                        STATEMENT, WHEN, BANK, new FileDigest("f"), owner, DAY, DAY, opening, closing, LINES, 0, BY),
                new StatementLines(STATEMENT, WHEN, BANK, lines),
                new StatementChained(BANK, WHEN, STATEMENT, owner, DAY, DAY, opening, closing, null, null, null));
    }
}
