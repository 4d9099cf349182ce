package org.personalbudget.ledger.eventstore;

import tools.jackson.databind.node.ObjectNode;

/** A policy adopted before there were rules for arrears, queries, reclaims and reviews had those of the first policy. */
final class PolicyOfTheFirstRules implements Upcaster {

    @Override
    public String type() {
        return "PolicyAdopted";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode json) {
        var policy = (ObjectNode) json.get("policy");
        policy.putObject("arrears").put("alertPeriods", 2).put("reviewPeriods", 3);
        policy.putObject("querying").put("cycleWeeks", 13).put("answerDays", 28).put("noticePercent", 20);
        policy.putObject("reclaiming")
                .put("surplusCapWeeks", 8)
                .put("serviceFundCapWeeks", 4)
                .put("serviceFundHoldWeeks", 12)
                .put("reconsiderationDays", 28)
                .put("payDays", 28)
                .put("reliefLimit", 50_000);
        policy.putObject("reviewing")
                .put("planFirstWeeks", 8)
                .put("planWeeks", 52)
                .put("accountFirstWeeks", 26)
                .put("accountWeeks", 52);
        monitoring(policy.putObject("monitoring"));
        ObjectNode changing = policy.putObject("changing");
        changing.put("hospitalPaidDays", 14).put("upliftLimit", 1_000);
        changing.putArray("finalLiabilities")
                .add("PERSONAL_ASSISTANT")
                .add("SUPPORT_FEE")
                .add("EMPLOYER_COST");
        return json;
    }

    private static void monitoring(ObjectNode monitoring) {
        monitoring
                .putObject("points")
                .put("NEW_ACCOUNT", 1)
                .put("UNPAID_CONTRIBUTION", 1)
                .put("OPEN_QUERY", 1)
                .put("MISUSE", 4)
                .put("OVERDRAWN", 2)
                .put("OVERSPENT", 1)
                .put("PAYS_RELATIVE", 2)
                .put("SURPLUS", 1);
        monitoring.put("mediumFrom", 3).put("highFrom", 6);
        monitoring.putObject("returnWeeks").put("LOW", 52).put("MEDIUM", 26).put("HIGH", 13);
    }
}
