package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.personalbudget.ledger.axon.TestLedger.of;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.CounterCommand.*;
import org.personalbudget.ledger.axon.CounterEvent.Counted;
import org.personalbudget.ledger.axon.CounterRefusal.LimitReached;
import org.personalbudget.ledger.axon.CounterRefusal.OtherStandsElsewhere;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.CommonRefusal.AlreadyClaimed;
import org.personalbudget.ledger.kernel.CommonRefusal.RoleMayNot;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.register.Digest;
import org.personalbudget.ledger.register.PostgresRegister;
import org.personalbudget.ledger.register.RegisterEntry;

class LedgerTest {

    private static TestLedger ledger;

    private final UUID counter = UUID.randomUUID();

    @BeforeAll
    static void open() {
        ledger = TestLedger.onFresh();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void whatIsAcceptedIsRecordedAndAnswered() {
        var answer = accepted(new Count(counter, 1));

        assertThat(answer.replayed()).isFalse();
        assertThat(answer.events()).hasSize(1);
        RecordedEvent event = answer.events().getFirst();
        assertThat(event.position()).isEqualTo(answer.position());
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.event()).isInstanceOf(Counted.class);
        assertThat(ledger.ledger.reader().at(answer.position())).contains(event);
        assertThat(ledger.ledger.reader().stream(CounterFeature.stream(counter), 1))
                .containsExactly(event);
    }

    @Test
    void aRefusalIsRecordedOnAStreamOfItsOwn() {
        accepted(new Count(counter, 1));

        var refused = (Answer.Refused) of(ledger.ask(new Count(counter, 1)));

        assertThat(refused.refused().refusal()).isEqualTo(new LimitReached(1, 1));
        assertThat(ledger.ledger.reader().at(refused.position()).orElseThrow().event())
                .isEqualTo(refused.refused());
        assertThat(ledger.ledger.reader().stream(CounterFeature.stream(counter), 1))
                .hasSize(1);
    }

    @Test
    void aDecisionThatBreaksDownSaysSoAndLeavesNothing() {
        var broken = ledger.ask(new CountMany(counter, -1));

        assertThatThrownBy(broken::join).hasCauseInstanceOf(Undecided.class);
        accepted(new Count(counter, 1));
        assertThat(ledger.ledger.reader().stream(CounterFeature.stream(counter), 1))
                .hasSize(1);
    }

    @Test
    void whoMayNotAskIsRefused() {
        var request = Request.once(new Count(counter, 1), TestLedger.ALICE, Set.of(Role.AUDITOR));

        assertThat(refusal(of(ledger.ledger.gateway().send(request)))).isEqualTo(new RoleMayNot("Count", Role.AUDITOR));
    }

    @Test
    void theActorActsInTheRoleThatIsPermitted() {
        var request = Request.once(new Count(counter, 1), TestLedger.ALICE, Set.of(Role.ADMIN, Role.PANEL));

        var answer = (Answer.Accepted) of(ledger.ledger.gateway().send(request));

        assertThat(answer.events().getFirst().role()).isEqualTo(Role.PANEL);
    }

    @Test
    void theSameRequestTwiceHasOneEffectAndOneAnswer() {
        var first = (Answer.Accepted) of(ledger.ask(new Count(counter, 5), "key-" + counter, "h"));
        var again = (Answer.Accepted) of(ledger.ask(new Count(counter, 5), "key-" + counter, "h"));

        assertThat(again.replayed()).isTrue();
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.events()).isEqualTo(first.events());
        assertThat(accepted(new Count(counter, 5)).events().getFirst().sequence())
                .isEqualTo(2);
    }

    @Test
    void aRefusalIsReplayedToo() {
        var first = (Answer.Refused) of(ledger.ask(new Count(counter, 0), "key-" + counter, "h"));
        accepted(new Count(counter, 1));
        var again = (Answer.Refused) of(ledger.ask(new Count(counter, 0), "key-" + counter, "h"));

        assertThat(again).isEqualTo(new Answer.Refused(first.position(), first.refused(), true));
    }

    @Test
    void aKeyIsGoodForOneRequestOnly() {
        of(ledger.ask(new Count(counter, 5), "key-" + counter, "h"));

        assertThat(of(ledger.ask(new Count(counter, 6), "key-" + counter, "other")))
                .isEqualTo(new Answer.KeyReused());
    }

    @Test
    void oneDecisionMayWriteTwoStreams() {
        var tally = UUID.randomUUID();
        accepted(new CountAndTally(counter, tally));

        var answer = accepted(new CountAndTally(counter, tally));

        assertThat(answer.events()).extracting(RecordedEvent::sequence).containsExactly(2L, 2L);
        assertThat(answer.position()).isEqualTo(answer.events().getLast().position());
    }

    @Test
    void aStreamWrittenWithoutBeingReadIsFoundWhereItStands() {
        var tally = UUID.randomUUID();
        accepted(new CountAndTally(UUID.randomUUID(), tally));
        try (var forgetful = new TestLedger(url(), Clock.systemUTC())) {
            var answer = (Answer.Accepted) of(forgetful.ask(new CountAndTally(counter, tally)));

            assertThat(answer.events()).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        }
    }

    @Test
    void aNameIsClaimedOnce() {
        String name = "name-" + counter;
        accepted(new NameCounter(counter, name));

        var refused = of(ledger.ask(new NameCounter(UUID.randomUUID(), name)));

        assertThat(refusal(refused)).isEqualTo(new AlreadyClaimed(new UniqueTag("counter-name", name)));
    }

    @Test
    void whatChangesNothingIsAnsweredAndReplayed() {
        var first = (Answer.Accepted) of(ledger.ask(new Look(counter), "key-" + counter, "h"));
        var again = (Answer.Accepted) of(ledger.ask(new Look(counter), "key-" + counter, "h"));

        assertThat(first.events()).isEmpty();
        assertThat(again).isEqualTo(new Answer.Accepted(first.position(), List.of(), true));
    }

    @Test
    void aDecisionOnAnotherStreamIsTakenAgainWhenThatStreamHasMoved() {
        var other = UUID.randomUUID();
        accepted(new Count(other, 9));
        accepted(new CountIfOther(counter, other, 1));
        try (var elsewhere = new TestLedger(url(), Clock.systemUTC())) {
            of(elsewhere.ask(new Count(other, 9)));
        }

        assertThat(refusal(of(ledger.ask(new CountIfOther(counter, other, 1))))).isEqualTo(new OtherStandsElsewhere(2));
        accepted(new CountIfOther(counter, other, 2));
    }

    @Test
    void aRefusalIsNeverTakenFromAStaleMemory() {
        accepted(new Count(counter, 1));
        var other = UUID.randomUUID();
        assertThat(refusal(of(ledger.ask(new CountIfOther(other, counter, 2))))).isEqualTo(new OtherStandsElsewhere(1));
        try (var elsewhere = new TestLedger(url(), Clock.systemUTC())) {
            of(elsewhere.ask(new Count(counter, 2)));
        }

        accepted(new CountIfOther(other, counter, 2));
    }

    @Test
    void manyCallersOnOneStreamEachGetTheirPlace() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++)
            answers.add(CompletableFuture.supplyAsync(() -> of(ledger.ask(new Count(counter, 300)))));

        long won = answers.stream()
                .map(TestLedger::of)
                .filter(Answer.Accepted.class::isInstance)
                .count();

        assertThat(won).isEqualTo(300);
        assertThat(ledger.ledger.reader().stream(CounterFeature.stream(counter), 1))
                .extracting(event -> ((Counted) event.event()).total())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void manyThingsAskedForAtOnceAreDecidedInOrderAndShareCommits() {
        var commits = ledger.meters.summary("ledger.append.group");
        long before = commits.count();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            requests.add(Request.once(new Count(counter, 150), TestLedger.ALICE, Set.of(Role.PRACTITIONER)));
        }

        List<Answer> answers = ledger.ledger.gateway().sendAll(requests).stream()
                .map(TestLedger::of)
                .toList();

        assertThat(answers.subList(0, 150)).allMatch(Answer.Accepted.class::isInstance);
        assertThat(answers.subList(150, 200)).allMatch(Answer.Refused.class::isInstance);
        assertThat(answers.subList(0, 150))
                .extracting(
                        answer -> ((Answer.Accepted) answer).events().getFirst().sequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 150).boxed().toList());
        assertThat(commits.count() - before).isLessThan(50);
    }

    @Test
    void oneDecisionMayHoldAThousandEvents() {
        assertThat(accepted(new CountMany(counter, 1_000)).events()).hasSize(1_000);
        assertThat(ledger.ask(new CountMany(counter, 1_001))).isCompletedExceptionally();
        assertThat(accepted(new Count(counter, 2_000)).events().getFirst().sequence())
                .isEqualTo(1_001);
    }

    @Test
    void theRegisterKeepsWhatCameWithAnAcceptedRequestAndErasingItLeavesTheEvents() {
        var register = new PostgresRegister(ledger.pool(), new Digest(new byte[32]), Clock.systemUTC());
        var kept = new RegisterEntry.Words(UUID.randomUUID(), null, "kept");
        var dropped = new RegisterEntry.Words(UUID.randomUUID(), null, "dropped");
        var request = Request.once(new Count(counter, 1), TestLedger.ALICE, Set.of(Role.PANEL));

        of(ledger.ledger.gateway().send(request.storing(List.of(kept))));
        var refused = Request.once(new Count(counter, 1), TestLedger.ALICE, Set.of(Role.PANEL));
        of(ledger.ledger.gateway().send(refused.storing(List.of(dropped))));

        assertThat(register.words(List.of(kept.ref(), dropped.ref()))).isEqualTo(Map.of(kept.ref(), "kept"));
        List<RecordedEvent> before = ledger.ledger.reader().after(0, EventReader.PAGE);
        register.eraseWords(kept.ref());
        assertThat(ledger.ledger.reader().after(0, EventReader.PAGE)).isEqualTo(before);
    }

    private static Answer.Accepted accepted(CounterCommand command) {
        return (Answer.Accepted) of(ledger.ask(command));
    }

    private static Refusal refusal(Answer answer) {
        return ((Answer.Refused) answer).refused().refusal();
    }

    private static String url() {
        return ((HikariDataSource) ledger.pool()).getJdbcUrl();
    }
}
