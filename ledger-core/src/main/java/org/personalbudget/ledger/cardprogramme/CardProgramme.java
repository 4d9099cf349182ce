package org.personalbudget.ledger.cardprogramme;

import org.personalbudget.ledger.money.Money;

/**
 * What the card programme has become.
 *
 * @param funded what the council's bank has paid into it in all, less what came back
 */
public record CardProgramme(Money funded) {}
