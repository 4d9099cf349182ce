package org.personalbudget.payments.offender;

public record MeetsProjections(org.personalbudget.projections.offender.MeetsPayments view) {}
