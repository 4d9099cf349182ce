package org.personalbudget.projections.offender;

public record MeetsPayments(org.personalbudget.payments.offender.KnowsOps file) {}
