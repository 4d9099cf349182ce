package org.personalbudget.ledger.offender;

public record KnowsAxon(org.axonframework.commandhandling.CommandBus bus) {}
