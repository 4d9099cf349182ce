package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.FundingCommand.*;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.RechargeId;

/** What can be asked about who pays for a budget. */
public final class FundingWords {

    private FundingWords() {}

    public static Request changeFunders(String from, FunderShare... shares) {
        return Request.of(new ChangeFunders(BUDGET, day(from), List.of(shares), aNote("why others pay")));
    }

    public static Request advance(Funder funder, String amount, String on) {
        return Request.of(new RecordFunderAdvance(BUDGET, funder, pounds(amount), day(on)));
    }

    public static Request useAdvance(RechargeId recharge, @Nullable String amount) {
        return Request.of(new UseFunderAdvance(BUDGET, recharge, amount == null ? null : pounds(amount)));
    }

    public static Request reduce(RechargeId recharge, String amount) {
        return Request.of(new ReduceRecharge(BUDGET, recharge, pounds(amount), aNote("why less")));
    }

    /** From {@link BudgetWords#ACCOUNT}. */
    public static Request payIntoPool(PoolId pool, LineId line, String amount, String on) {
        return payIntoPool(pool, ACCOUNT, line, amount, on);
    }

    public static Request payIntoPool(PoolId pool, AccountId account, LineId line, String amount, String on) {
        return Request.of(new PayIntoPool(BUDGET, pool, account, line, pounds(amount), day(on)));
    }

    /** Into {@link BudgetWords#ACCOUNT}; all there is of the line, if there is no amount. */
    public static Request payBack(LineId line, @Nullable String amount, String on) {
        return payBack(PoolWords.POOL, ACCOUNT, line, amount, on);
    }

    public static Request payBack(PoolId pool, AccountId account, LineId line, @Nullable String amount, String on) {
        return Request.of(
                new PayBackFromPool(BUDGET, pool, account, line, amount == null ? null : pounds(amount), day(on)));
    }

    /** The recharge that a request of this name asks for. */
    public static RechargeId rechargeNamed(String name) {
        return new RechargeId(Request.commandIdOf(name).derive("recharge"));
    }
}
