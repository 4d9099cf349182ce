package org.personalbudget.ledger.offender;

public record CountsInDouble(double pounds) {}
