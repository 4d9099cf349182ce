package org.personalbudget.ops.http.request;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry;
import org.personalbudget.ledger.terms.PersonRef;

/** The words that came with one request, on their way to the register. The events get a note of each. */
final class FreeText {

    private final Call call;
    private final @Nullable PersonRef about;
    private final Register register;
    private final List<RegisterEntry> entries;

    FreeText(Call call, @Nullable PersonRef about, Register register) {
        this(call, about, register, new ArrayList<>());
    }

    private FreeText(Call call, @Nullable PersonRef about, Register register, List<RegisterEntry> entries) {
        this.call = call;
        this.about = about;
        this.register = register;
        this.entries = entries;
    }

    /** More words of the same request, about somebody else. */
    FreeText about(@Nullable PersonRef other) {
        return new FreeText(call, other, register, entries);
    }

    /** Keeps the words of one field; its reference is the same each time the request is repeated. */
    Note keep(String field, String words) {
        UUID ref = call.newId("words" + field);
        entries.add(new RegisterEntry.Words(ref, about, words));
        return register.noteOf(ref, words);
    }

    /** Keeps an account to pay into. Sort code and number are what the digest proves: a name may be written in many ways. */
    Note keep(String field, String sortCode, String accountNumber, String name) {
        UUID ref = call.newId("account" + field);
        entries.add(new RegisterEntry.BankDetails(ref, about, sortCode, accountNumber, name));
        return register.noteOf(ref, sortCode + accountNumber);
    }

    List<RegisterEntry> entries() {
        return List.copyOf(entries);
    }
}
