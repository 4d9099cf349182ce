package org.personalbudget.ledger.testing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;

/** A spend: flexible, paid from {@link BudgetWords#ACCOUNT}, to nobody's relative, unless told otherwise. */
public final class ASpend implements Asks {

    private final Money amount;
    private final LocalDate on;
    private AccountId account = BudgetWords.ACCOUNT;
    private Category category = Category.FLEXIBLE;
    private @Nullable LineId line;
    private @Nullable OutcomeId outcome;
    private @Nullable PaymentId ringFence;
    private Payee payee = Payee.UNRELATED;
    private @Nullable MerchantCode merchant;
    private boolean evidence;
    private boolean paid = true;

    private ASpend(Money amount, LocalDate on) {
        this.amount = amount;
        this.on = on;
    }

    public static ASpend spend(String amount, String on) {
        return new ASpend(Money.of(amount), LocalDate.parse(on));
    }

    public ASpend from(AccountId other) {
        account = other;
        return this;
    }

    public ASpend of(Category other) {
        category = other;
        return this;
    }

    public ASpend onLine(String code) {
        line = new LineId(code);
        return this;
    }

    public ASpend serving(String code) {
        outcome = new OutcomeId(code);
        return this;
    }

    public ASpend setAsideBy(PaymentId payment) {
        ringFence = payment;
        return this;
    }

    public ASpend to(Payee other) {
        payee = other;
        return this;
    }

    public ASpend atMerchant(String code) {
        merchant = new MerchantCode(code);
        return this;
    }

    public ASpend withEvidence() {
        evidence = true;
        return this;
    }

    public ASpend notYetPaid() {
        paid = false;
        return this;
    }

    @Override
    public Request request() {
        return Request.of(new RecordSpend(
                BudgetWords.BUDGET,
                account,
                amount,
                on,
                category,
                line,
                outcome,
                ringFence,
                payee,
                null,
                null,
                merchant,
                evidence,
                paid));
    }
}
