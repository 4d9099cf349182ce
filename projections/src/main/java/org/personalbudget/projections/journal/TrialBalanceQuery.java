package org.personalbudget.projections.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.postings.Account;
import org.personalbudget.projections.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trial balance at any two dates: whole days from their totals, the day that is cut from its lines. */
public final class TrialBalanceQuery {

    private final JdbcClient database;

    public TrialBalanceQuery(JdbcClient database) {
        this.database = database;
    }

    public TrialBalance at(AsOf asOf) {
        List<TrialBalance.Row> rows = database.sql("""
                        SELECT account, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
                        FROM (
                            SELECT account, debit, credit
                            FROM read.journal_day JOIN read.recorded_day USING (recorded_on)
                            WHERE last_recorded_at <= :known AND effective_on <= :effective
                            UNION ALL
                            SELECT account, debit, credit
                            FROM read.recorded_day JOIN read.journal_line ON position BETWEEN first_position AND last_position
                            WHERE recorded_on = (:known AT TIME ZONE 'UTC')::date AND last_recorded_at > :known
                              AND recorded_at <= :known AND effective_on <= :effective
                        ) AS counted
                        GROUP BY account ORDER BY account
                        """)
                .param("known", asOf.knownUtc())
                .param("effective", asOf.effective())
                .query(TrialBalanceQuery::row)
                .list();
        Money difference = rows.stream().map(TrialBalance.Row::balance).reduce(Money.ZERO, Money::plus);
        return new TrialBalance(asOf.effective(), asOf.known(), rows, difference);
    }

    private static TrialBalance.Row row(ResultSet row, int number) throws SQLException {
        Account account = Account.withCode(row.getInt("account")).orElseThrow();
        Money debit = Money.ofPence(row.getLong("debit"));
        Money credit = Money.ofPence(row.getLong("credit"));
        return new TrialBalance.Row(account.code(), account.title(), debit, credit, debit.minus(credit));
    }
}
