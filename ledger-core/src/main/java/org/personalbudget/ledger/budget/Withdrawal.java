package org.personalbudget.ledger.budget;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * What a payment that was not handed over does not pay after all, with the split it was authorised with.
 *
 * @param tax what of it is VAT that the council would have recovered
 * @param rounding what of it was rounded; only where nothing is left to be paid
 * @param account the account that would have paid, or null for the council
 */
public record Withdrawal(
        PaymentId payment,
        List<WithdrawnLine> lines,
        Split tax,
        Split rounding,
        @Nullable AccountId account,
        @Nullable AccountKind kind) {

    /**
     * What of it is for one plan line.
     *
     * @param portions by service period
     */
    public record WithdrawnLine(
            LineId line, @Nullable OutcomeId outcome, Category category, List<RefundPortion> portions) {

        /** What the budget would have borne, by source. */
        public Split split() {
            return portions.stream().map(RefundPortion::split).reduce(Split.NOTHING, Split::plus);
        }
    }

    /** By source, what is not paid. */
    public Split split() {
        return lines.stream().map(WithdrawnLine::split).reduce(tax.plus(rounding), Split::plus);
    }

    static Money total(List<Withdrawal> all) {
        return all.stream().map(each -> each.split().total()).reduce(Money.ZERO, Money::plus);
    }
}
