package org.personalbudget.ledger.offender;

@org.springframework.web.bind.annotation.RestController
public class KnowsTheWeb {}
