package org.personalbudget.ops.http.takeons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.postings.Account;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.terms.BatchId;

/**
 * What a file comes to, account by account: made by the journal itself of what would be recorded, so that it is what
 * will be posted. Budgetary control is left out: it follows the plans.
 */
record TakeOnBalance(List<Row> accounts, Money debits, Money credits) {

    /** One account of the chart. */
    @Schema(name = "TakeOnBalanceRow")
    record Row(@Schema(example = "1200") String code, String name, Money debit, Money credit) {
        private Row plus(JournalLine line) {
            return new Row(code, name, debit.plus(line.debit()), credit.plus(line.credit()));
        }
    }

    static TakeOnBalance of(List<TakenBudget> budgets, BatchId batch, LocalDate on) {
        Map<Account, Row> rows = new TreeMap<>();
        for (TakenBudget budget : budgets) {
            budget.brings(batch, on).stream()
                    .flatMap(fact -> Postings.of(fact).stream())
                    .map(JournalEntry::lines)
                    .forEach(lines -> lines.forEach(line -> add(line, rows)));
        }
        return new TakeOnBalance(
                List.copyOf(rows.values()),
                rows.values().stream().map(Row::debit).reduce(Money.ZERO, Money::plus),
                rows.values().stream().map(Row::credit).reduce(Money.ZERO, Money::plus));
    }

    private static void add(JournalLine line, Map<Account, Row> rows) {
        Account account = line.account();
        Row none = new Row(Integer.toString(account.code()), account.title(), Money.ZERO, Money.ZERO);
        rows.put(account, rows.getOrDefault(account, none).plus(line));
    }

    Money difference() {
        return debits.minus(credits);
    }
}
