package org.personalbudget.ops.http.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.statement.MatchedItem;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ops.http.payees.PayeeField;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.matching.Candidates;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.personalbudget.projections.reconciliation.LineView;
import org.personalbudget.projections.reconciliation.OpenEntry;

/** Reads what somebody says a line is. */
public final class MatchByHand {

    private final CandidateQuery candidates;

    public MatchByHand(CandidateQuery candidates) {
        this.candidates = candidates;
    }

    List<MatchedItem> itemsOf(MatchRequest body, LineView line, Call call, Fields fields) {
        StatementAccount account = new StatementAccount(line.account());
        Money amount = line.line().amount();
        if (body.items() != null) return items(body.items(), account, amount, fields);
        LineEffect effect = effect(body, line, account, call, fields);
        if (effect == null) {
            throw new ProblemException(Problem.of(
                    400,
                    "nothing-said",
                    "Say what the line is: items, spend, refund, contribution, receipt, unknownCredit or funding."));
        }
        return List.of(new MatchedItem(amount, effect));
    }

    private @Nullable LineEffect effect(
            MatchRequest body, LineView line, StatementAccount account, Call call, Fields fields) {
        AccountId custody = account.custody().orElse(null);
        if (body.spend() != null) return spend(body.spend(), line, custody(account), fields.in("spend"));
        if (body.refund() != null) {
            SpendId spend = new SpendId(
                    fields.in("refund").uuid("spendId", body.refund().spendId()));
            return new LineEffect.Refunds(budgetOf(custody(account)), spend);
        }
        if (body.contribution() != null) {
            UUID budget = fields.in("contribution")
                    .uuid("budgetId", body.contribution().budgetId());
            return new LineEffect.PaysContribution(new BudgetId(budget), custody);
        }
        if (Boolean.TRUE.equals(body.receipt()) && account.equals(StatementAccount.BANK)) {
            return new LineEffect.Receives(new ReceiptId(call.newId("receipt")));
        }
        if (Boolean.TRUE.equals(body.unknownCredit())) {
            return new LineEffect.HoldsUnknown(budgetOf(custody(account)), custody(account));
        }
        return Boolean.TRUE.equals(body.funding()) && custody == null ? new LineEffect.FundsProgramme() : null;
    }

    private LineEffect spend(MatchRequest.SpendField it, LineView line, AccountId account, Fields fields) {
        String planLine = fields.optionalCode("lineId", it.lineId());
        String outcome = fields.optionalCode("outcomeId", it.outcomeId());
        UUID ringFence = fields.optionalUuid("ringFence", it.ringFence());
        return new LineEffect.Spends(
                budgetOf(account),
                account,
                fields.oneOf("category", it.category(), Category.class),
                planLine == null ? null : new LineId(planLine),
                outcome == null ? null : new OutcomeId(outcome),
                ringFence == null ? null : new PaymentId(ringFence),
                PayeeField.payee(it.payee(), fields),
                PayeeField.nameOf(it.payee(), fields),
                line.line().merchant(),
                Boolean.TRUE.equals(it.evidence()));
    }

    /** One item is all of the line; of several, each is as large as it is. */
    private List<MatchedItem> items(List<String> keys, StatementAccount account, Money amount, Fields fields) {
        Map<String, OpenEntry> open =
                candidates.of(account).stream().collect(Collectors.toMap(OpenEntry::key, Function.identity()));
        List<MatchedItem> items = new ArrayList<>();
        for (String key : keys) {
            OpenEntry entry = open.get(key);
            if (entry == null) {
                fields.wrong("items", "not-open", "names something that is not open in this account");
                continue;
            }
            boolean whole = keys.size() == 1 && mayDiffer(entry);
            items.add(new MatchedItem(whole ? amount : entry.amount(), Candidates.effect(entry, account)));
        }
        return items;
    }

    /** A debt or a contribution may be paid in part, or more than it; everything else is as large as it is. */
    private static boolean mayDiffer(OpenEntry entry) {
        return switch (entry.kind()) {
            case "CONTRIBUTION", "RECLAIM", "RECHARGE", "SUPPLIER_REFUND" -> true;
            default -> false;
        };
    }

    private static AccountId custody(StatementAccount account) {
        return account.custody()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(422, "not-a-custody-account", "Only money in a custody account can be that.")));
    }

    private BudgetId budgetOf(AccountId account) {
        return candidates
                .budgetOf(account.value())
                .orElseThrow(() -> new ProblemException(
                        Problem.of(422, "not-a-custody-account", "Only money in a custody account can be that.")));
    }
}
