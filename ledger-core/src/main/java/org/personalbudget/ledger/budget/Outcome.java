package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.OutcomeId;

/** What the person wants to achieve, in words that the register keeps. */
public record Outcome(OutcomeId id, Note statement) {}
