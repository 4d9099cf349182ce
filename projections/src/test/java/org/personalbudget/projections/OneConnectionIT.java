package org.personalbudget.projections;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.BUDGET;
import static org.personalbudget.ledger.testing.BudgetWords.inTheAccount;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.projections.balance.BalanceQuery;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.budget.PlanQuery;
import org.personalbudget.projections.flexiblespend.FlexibleSpendQuery;
import org.personalbudget.projections.flexiblespend.SpendQuery;
import org.personalbudget.projections.journal.JournalFilter;
import org.personalbudget.projections.journal.JournalQuery;
import org.personalbudget.projections.journal.TrialBalanceQuery;
import org.personalbudget.projections.payables.PaymentQuery;
import org.personalbudget.projections.payables.RechargeQuery;
import org.personalbudget.projections.payables.SupplierQuery;
import org.personalbudget.projections.testing.LedgerViews;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reads gives the connection back, also where many rows are read: one is enough for any number of questions. */
class OneConnectionIT {

    @Test
    void everyQuestionCanBeAskedAgainAndAgain() {
        LedgerViews views = new LedgerViews()
                .see(
                        given(
                                registerAgency(),
                                aBudgetOf("310.00").paidGross(),
                                inTheAccount("2025-P03", "2025-06-02")),
                        "2025-06-02T12:00:00Z");
        try (HikariDataSource one = new HikariDataSource()) {
            one.setDataSource(views.tables().database());
            one.setMaximumPoolSize(1);
            one.setConnectionTimeout(2_000);
            JdbcClient client = JdbcClient.create(one);
            for (Runnable question : questions(client)) {
                assertThatCode(() -> {
                            question.run();
                            question.run();
                        })
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<Runnable> questions(JdbcClient client) {
        AsOf asOf = LedgerViews.asOf("2025-06-02", "2025-06-02T12:00:00Z");
        return List.of(
                () -> new BalanceQuery(client, PeriodCalendar.standard()).of(BUDGET, asOf),
                () -> new BudgetQuery(client).overview(BUDGET),
                () -> new BudgetQuery(client).list(null, 0, 10),
                () -> new PlanQuery(client).of(BUDGET),
                () -> new FlexibleSpendQuery(client).of(BUDGET, asOf),
                () -> new SpendQuery(client).list(BUDGET, null, 0, 10),
                () -> new JournalQuery(client).list(JournalFilter.ofBudget(BUDGET), 0, 10),
                () -> new TrialBalanceQuery(client).at(asOf),
                () -> new PaymentQuery(client).list(BUDGET, null, 0, 10),
                () -> new RechargeQuery(client).list(BUDGET, 0, 10),
                () -> new SupplierQuery(client).list(0, 10));
    }
}
