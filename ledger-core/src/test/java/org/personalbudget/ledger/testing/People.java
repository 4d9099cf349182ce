package org.personalbudget.ledger.testing;

import java.util.Map;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.terms.PersonRef;

/** Who acts in tests, one for each role. */
public final class People {

    public static final ActorId ALICE = new ActorId("alice");
    public static final ActorId BOB = new ActorId("bob");
    public static final ActorId PANEL = new ActorId("panel");
    public static final ActorId CARL = new ActorId("carl");
    public static final ActorId OLGA = new ActorId("olga");
    public static final ActorId AMIR = new ActorId("amir");
    public static final ActorId IVY = new ActorId("ivy");
    public static final ActorId RITA = new ActorId("rita");
    public static final ActorId FAY = new ActorId("fay");
    public static final ActorId ADA = new ActorId("ada");

    /** The person whose budget it is, who also holds the account. */
    public static final PersonRef PERSON = new PersonRef("P-1001");

    private static final Map<Role, ActorId> WHO = Map.ofEntries(
            Map.entry(Role.PRACTITIONER, ALICE),
            Map.entry(Role.APPROVER, BOB),
            Map.entry(Role.PANEL, PANEL),
            Map.entry(Role.CONTRIBUTIONS_OFFICER, CARL),
            Map.entry(Role.PAYMENTS_OFFICER, OLGA),
            Map.entry(Role.PAYMENTS_APPROVER, AMIR),
            Map.entry(Role.INVOICE_OFFICER, IVY),
            Map.entry(Role.RECONCILER, RITA),
            Map.entry(Role.FINANCE_CONTROLLER, FAY),
            Map.entry(Role.ACCOUNT_HOLDER, new ActorId(PERSON.value())),
            Map.entry(Role.ADMIN, ADA),
            Map.entry(Role.SYSTEM, new ActorId("the ledger")));

    private People() {}

    static ActorId whoIs(Role role) {
        ActorId who = WHO.get(role);
        if (who == null) throw new IllegalArgumentException("nobody acts as " + role);
        return who;
    }
}
