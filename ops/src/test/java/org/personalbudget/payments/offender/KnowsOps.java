package org.personalbudget.payments.offender;

public record KnowsOps(org.personalbudget.ops.LedgerApplication application) {}
