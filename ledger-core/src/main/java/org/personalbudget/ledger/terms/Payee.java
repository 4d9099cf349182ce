package org.personalbudget.ledger.terms;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger needs to know of whoever is paid; the name is in the register.
 *
 * @param ref the payee's reference, or null if unknown
 * @param relationship to the person whose budget it is
 * @param sameHousehold whether they live in the person's household
 */
public record Payee(@Nullable PersonRef ref, Relationship relationship, boolean sameHousehold) {

    /** Somebody whom the law on paying relatives does not concern. */
    public static final Payee UNRELATED = new Payee(null, Relationship.NONE, false);

    public boolean needsNecessity() {
        return relationship.needsNecessity(sameHousehold);
    }
}
