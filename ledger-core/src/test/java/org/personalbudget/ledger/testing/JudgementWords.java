package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.BUDGET;
import static org.personalbudget.ledger.testing.BudgetWords.aNote;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SpendId;

/** What can be asked about a spend once it is recorded, in the words that tests use; each asked by whoever may. */
public final class JudgementWords {

    public static final SpendId NO_SPEND = new SpendId(DeciderFixture.someId("nobody recorded this spend"));

    private JudgementWords() {}

    /** The spend that a request of this name recorded. */
    public static SpendId spendNamed(String name) {
        return new SpendId(Request.commandIdOf(name).derive("spend"));
    }

    /** The reclaim that a judgement of this name gives notice of. */
    public static ReclaimId reclaimNamed(String name) {
        return new ReclaimId(Request.commandIdOf(name).derive("reclaim"));
    }

    public static Request query(SpendId spend, SpendReason... rules) {
        return Request.of(new QuerySpend(BUDGET, spend, List.of(rules), aNote("what was it for?")));
    }

    public static Request answer(SpendId spend) {
        return Request.of(new AnswerQuery(BUDGET, spend, aNote("a present"), false));
    }

    public static Request answerWithEvidence(SpendId spend) {
        return Request.of(new AnswerQuery(BUDGET, spend, aNote("the receipt"), true));
    }

    /** All of it. */
    public static Request accept(SpendId spend) {
        return acceptAs(spend, null, null);
    }

    public static Request acceptAs(SpendId spend, @Nullable Category category, @Nullable LineId line) {
        return Request.of(new JudgeSpend(BUDGET, spend, null, category, line, aNote("judged"), null));
    }

    /** So much of it; the rest is reclaimed. */
    public static Request acceptPart(SpendId spend, String amount) {
        return judge(spend, amount, null);
    }

    /** All of it. */
    public static Request reclaim(SpendId spend) {
        return judge(spend, "0.00", null);
    }

    public static Request judge(SpendId spend, String accepted, @Nullable String payBy) {
        return Request.of(new JudgeSpend(
                BUDGET, spend, pounds(accepted), null, null, aNote("judged"), payBy == null ? null : day(payBy)));
    }

    public static Request refund(SpendId spend, String amount, String on) {
        return Request.of(new RecordRefund(BUDGET, spend, pounds(amount), day(on)));
    }
}
