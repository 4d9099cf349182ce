package org.personalbudget.ledger.model;

import java.util.List;
import org.personalbudget.ledger.kernel.Event;

/**
 * What the model thinks of one command: the answer it expects, and what becomes of its own knowledge if the ledger
 * agrees.
 *
 * @param effect runs once the ledger has given the same answer
 */
record Opinion(Answer answer, Effect effect) {

    /** Takes a command's consequences into the model; the ids that the ledger made up are read from its events. */
    interface Effect {
        void take(List<Event> made);
    }

    static Opinion no(Answer.Doubts doubts) {
        Answer.No no = doubts.no();
        if (no == null) throw new IllegalStateException("a no has a reason");
        return new Opinion(no, _ -> {});
    }

    /** The same, with one more consequence. */
    Opinion then(Runnable more) {
        return new Opinion(answer, made -> {
            effect.take(made);
            more.run();
        });
    }

    static Opinion yes(Answer.Figures figures, Effect effect) {
        return new Opinion(figures.yes(), effect);
    }

    /** The one event of this type among those that the ledger made. */
    static <E extends Event> E the(Class<E> type, List<Event> made) {
        return made.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
