package org.personalbudget.ledger.payrun;

import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RefusalCode;

/**
 * What was in a run and could no longer be paid when it was to be approved, or went out.
 *
 * @param number its place in the run
 * @param code why not: what its budget refused with, or would have
 */
public record DroppedPayment(int number, PaymentId payment, Channel channel, Money amount, RefusalCode code) {}
