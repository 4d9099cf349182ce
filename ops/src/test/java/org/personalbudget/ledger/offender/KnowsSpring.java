package org.personalbudget.ledger.offender;

@org.springframework.stereotype.Component
public class KnowsSpring {}
