package org.personalbudget.ledger.payrun;

import java.util.List;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;

/**
 * What a run comes to: what the approver sees, and what the files must add up to.
 *
 * @param payments how many go to the bank
 * @param amount what they come to
 * @param loads how many are loaded on cards
 * @param loaded what those come to
 */
public record ControlTotals(int payments, Money amount, int loads, Money loaded) {

    public static final ControlTotals NONE = new ControlTotals(0, Money.ZERO, 0, Money.ZERO);

    public ControlTotals plus(List<PayRunItem> items) {
        ControlTotals sum = this;
        for (PayRunItem item : items) sum = sum.plus(item.channel(), item.amount());
        return sum;
    }

    public ControlTotals plus(Channel channel, Money added) {
        return channel == Channel.CARD
                ? new ControlTotals(payments, amount, loads + 1, loaded.plus(added))
                : new ControlTotals(payments + 1, amount.plus(added), loads, loaded);
    }

    /** Without what was dropped. */
    public ControlTotals minus(List<DroppedPayment> dropped) {
        ControlTotals rest = this;
        for (DroppedPayment each : dropped) {
            rest = each.channel() == Channel.CARD
                    ? new ControlTotals(rest.payments, rest.amount, rest.loads - 1, rest.loaded.minus(each.amount()))
                    : new ControlTotals(rest.payments - 1, rest.amount.minus(each.amount()), rest.loads, rest.loaded);
        }
        return rest;
    }

    public int count() {
        return payments + loads;
    }
}
