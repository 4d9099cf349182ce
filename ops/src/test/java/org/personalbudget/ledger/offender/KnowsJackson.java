package org.personalbudget.ledger.offender;

public record KnowsJackson(tools.jackson.databind.ObjectMapper mapper) {}
