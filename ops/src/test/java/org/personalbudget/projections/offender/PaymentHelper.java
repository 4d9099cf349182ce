package org.personalbudget.projections.offender;

public class PaymentHelper {}
