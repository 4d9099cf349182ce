package org.personalbudget.ledger.eventstore;

import tools.jackson.databind.node.ObjectNode;

/** A policy adopted before invoices went through rules had those of the first policy. */
final class PolicyBeforeInvoices implements Upcaster {

    @Override
    public String type() {
        return "PolicyAdopted";
    }

    @Override
    public int from() {
        return 3;
    }

    @Override
    public ObjectNode upcast(ObjectNode json) {
        var policy = (ObjectNode) json.get("policy");
        ObjectNode invoicing = policy.putObject("invoicing");
        invoicing
                .put("invoiceTolerance", 100)
                .put("invoiceToleranceShare", 50)
                .put("hoursTolerance", 0)
                .put("dueDays", 30)
                .put("standardVat", 2_000)
                .put("recoversVat", true);
        invoicing.putArray("actualsRequired");
        invoicing
                .putArray("taxable")
                .add("FLEXIBLE")
                .add("EQUIPMENT")
                .add("TRANSPORT")
                .add("SUPPORT_FEE");
        return json;
    }
}
