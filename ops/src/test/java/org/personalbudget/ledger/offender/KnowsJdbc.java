package org.personalbudget.ledger.offender;

public record KnowsJdbc(javax.sql.DataSource source) {}
