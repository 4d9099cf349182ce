package org.personalbudget.ops.http.payees;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ops.http.request.Fields;

/**
 * Whoever is paid, written as a text or as an object. A text of nothing but kinship says how the payee is related.
 *
 * @param ref the payee's reference, if they have one
 * @param name who they are; kept in the register, never in an event
 * @param relationship one of SPOUSE, PARTNER, RELATIVE, NONE, or a word such as "son"
 */
@Schema(
        description = "Whoever is paid: a text such as \"Riverside Choir\" or \"son, same household\", or this object.",
        example = "Riverside Choir")
public record PayeeField(
        @Nullable String ref,
        @Nullable String name,
        @Nullable String relationship,
        @Nullable Boolean sameHousehold) {

    private static final int LONGEST_NAME = 200;

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public PayeeField {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PayeeField of(String text) {
        return new PayeeField(null, text, null, null);
    }

    /** The payee, as far as the ledger needs to know them. */
    public static Payee payee(@Nullable PayeeField given, Fields fields) {
        return given == null ? Payee.UNRELATED : given.payee(fields.in("payee"));
    }

    /** What the register keeps of them. */
    public static @Nullable Note nameOf(@Nullable PayeeField given, Fields fields) {
        return given == null ? null : fields.in("payee").optionalNote("name", given.name, LONGEST_NAME);
    }

    private Payee payee(Fields fields) {
        String code = fields.optionalCode("ref", ref);
        Optional<Kinship> named = name == null ? Optional.empty() : Kinship.read(name);
        Relationship related = relationship == null
                ? named.map(Kinship::relationship).orElse(Relationship.NONE)
                : relationship("relationship", relationship, fields);
        boolean together =
                sameHousehold == null ? named.map(Kinship::sameHousehold).orElse(false) : sameHousehold;
        return new Payee(code == null ? null : new PersonRef(code), related, together);
    }

    /** A relationship by its name or by a word of kinship. */
    public static Relationship relationship(String field, @Nullable String text, Fields fields) {
        if (text != null && !isName(text)) {
            Optional<Kinship> kinship = Kinship.read(text);
            if (kinship.isPresent()) return kinship.get().relationship();
        }
        return fields.oneOf(field, text, Relationship.class);
    }

    private static boolean isName(String text) {
        return Arrays.stream(Relationship.values()).anyMatch(it -> it.name().equals(text));
    }
}
