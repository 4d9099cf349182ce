package org.personalbudget.ops.http.budgets;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.register.Register;

/** The words behind the notes of a view, read at once; what was erased is missing. */
record Words(Map<UUID, String> byNote) {

    static Words of(Collection<UUID> notes, Register register) {
        return new Words(register.words(notes));
    }

    @Nullable
    String behind(@Nullable UUID note) {
        return note == null ? null : byNote.get(note);
    }
}
