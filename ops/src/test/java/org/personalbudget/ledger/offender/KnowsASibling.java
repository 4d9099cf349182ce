package org.personalbudget.ledger.offender;

public record KnowsASibling(org.personalbudget.projections.offender.MeetsPayments sibling) {}
