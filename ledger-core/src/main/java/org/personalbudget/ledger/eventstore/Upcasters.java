package org.personalbudget.ledger.eventstore;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Every step that an event of this ledger has taken since it was first written. */
public final class Upcasters {

    private Upcasters() {}

    public static List<Upcaster> all() {
        return List.of(
                // Before section 117 was told apart, every budget was of the Care Act.
                new Adding("BudgetAllocated", 1, json -> json.put("aftercare", false)),
                // Before a plan could change the weekly amount, none did: what is not there is null.
                new Adding("PlanProposed", 1, json -> {}),
                // Before what went into accounts was recharged, only what providers were paid was.
                new Adding("FunderRecharged", 1, json -> json.put("advanced", 0)),
                // Before runs, nobody wrote down to which details a payment went: what is not there is null.
                new Adding("PaymentSubmitted", 1, json -> {}),
                // Before over-advances were told apart by period, the oldest was taken back first: what is not there is
                // null.
                new Adding("ReclaimDecided", 1, json -> {}),
                new PolicyOfTheFirstRules(),
                // Before money went out by runs, bank details were kept elsewhere.
                new Adding("PolicyAdopted", 2, json -> paying((ObjectNode) json.get("policy"))),
                new PolicyBeforeInvoices());
    }

    private static void paying(ObjectNode policy) {
        policy.putObject("paying")
                .put("coolingOffHours", 48)
                .putArray("callBack")
                .add("SUPPLIER");
    }

    /** A step that adds what could not be told apart before. */
    private record Adding(String type, int from, Consumer<ObjectNode> what) implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode json) {
            what.accept(json);
            return json;
        }
    }
}
