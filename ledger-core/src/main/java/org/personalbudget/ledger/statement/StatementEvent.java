package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.RefusalCode;

/** Everything that can happen to a statement. None of it posts: what a line does is posted where it is decided. */
public sealed interface StatementEvent extends Event {

    StatementId statement();

    @Override
    default StreamId stream() {
        return statement().stream();
    }

    /**
     * A statement was taken in. Its lines follow in the same decision.
     *
     * @param owner the account as the file names it
     * @param lines how many the file has
     * @param overlapping how many of them another statement had brought already; they are not taken again
     */
    record StatementImported(
            StatementId statement,
            When when,
            StatementAccount account,
            FileDigest file,
            LineDigest owner,
            LocalDate from,
            LocalDate to,
            @Nullable Money opening,
            @Nullable Money closing,
            int lines,
            int overlapping,
            ActorId by)
            implements StatementEvent {}

    /** Lines of a statement, in its order, at most {@link StatementFeature#CHUNK} in one event. */
    record StatementLines(StatementId statement, When when, StatementAccount account, List<StatementLine> lines)
            implements StatementEvent {}

    /** Lines were matched; what that does is carried out right after. */
    record LinesMatched(StatementId statement, When when, StatementAccount account, List<LineMatch> matches, ActorId by)
            implements StatementEvent {

        /** No two lines are confirmed by the same movement, unless the first was undone before. */
        @Override
        public Set<UniqueTag> claims() {
            return matches.stream()
                    .flatMap(match -> match.items().stream())
                    .map(MatchedItem::effect)
                    .filter(LineEffect.Confirms.class::isInstance)
                    .map(LineEffect.Confirms.class::cast)
                    .map(it -> new UniqueTag("bank-movement", account + "/" + it.movement() + "/" + it.claim()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * A match was undone: the line is open again.
     *
     * @param reason somebody's words, or null where the ledger itself took it back
     * @param refused the code with which the effect was refused, or null where somebody took it back
     */
    record LineUnmatched(
            StatementId statement,
            When when,
            StatementAccount account,
            LineMatch undone,
            @Nullable Note reason,
            @Nullable RefusalCode refused,
            ActorId by)
            implements StatementEvent {}

    /** The ladder has been through the whole statement. */
    record LadderClimbed(StatementId statement, When when, StatementAccount account, int matched, int queued)
            implements StatementEvent {}
}
