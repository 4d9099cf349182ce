package org.personalbudget.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;

/**
 * What was answered, and the ledger as it is after it.
 *
 * @param ledger with the facts of this answer
 * @param events the facts of this answer alone; none if it was refused
 */
public record Then(DeciderFixture ledger, Decision decision, List<Event> events) {

    /** Refused for this reason with these figures, and for no other. */
    public Then thenRefused(Refusal reason) {
        assertThat(decision).isEqualTo(new Decision.Refused(reason));
        return this;
    }

    public Then thenAccepted() {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return this;
    }

    /** Accepted with facts of these kinds, in this order and no others. */
    @SafeVarargs
    public final Then thenRecorded(Class<? extends Event>... kinds) {
        thenAccepted();
        assertThat(events.stream().<Class<?>>map(Event::getClass).toList()).containsExactly(kinds);
        return this;
    }

    /** Accepted with exactly this fact. */
    public Then thenOnly(Event fact) {
        assertThat(decision).isEqualTo(Decision.accept(fact));
        return this;
    }

    /** The one fact of this kind in this answer. */
    public <E extends Event> E the(Class<E> kind) {
        List<E> found = all(kind).toList();
        assertThat(found)
                .as("facts of kind %s in %s", kind.getSimpleName(), decision)
                .hasSize(1);
        return found.getFirst();
    }

    public <E extends Event> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What this answer alone has posted. */
    public Books posted() {
        return Books.of(events);
    }

    /** What all answers so far have posted. */
    public Books books() {
        return ledger.books();
    }

    /** Goes on with the next request. */
    public Then when(Asks asks) {
        return ledger.when(asks);
    }

    public Then and(Given... more) {
        ledger.and(more);
        return this;
    }

    /** A split in words, such as {@code "LA 912.59, CLIENT 143.41"}. */
    public static String inWords(Split split) {
        return String.join(", ", split.parts().stream().map(Then::inWords).toList());
    }

    private static String inWords(Part part) {
        String fence = part.ringFence() == null ? "" : " fenced";
        return part.source() + fence + " " + part.amount();
    }
}
