package org.personalbudget.projections.period;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.AccrualEvent.AccrualReversed;
import org.personalbudget.ledger.budget.AccrualEvent.CareAccrued;
import org.personalbudget.ledger.budget.AccruedLine;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.period.PeriodEvent.*;
import org.personalbudget.ledger.postings.Account;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what happens to periods, what is accrued in them, and expenditure by the period it is posted in and is for. */
public final class PeriodProjection implements Projection {

    @Override
    public String name() {
        return "periods";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            switch (event.event()) {
                case PeriodEvent own -> page.take(own, event);
                case AccrualEvent accrual -> page.take(accrual, event);
                // Whatever else happens, a period sees what it posts.
                default -> {}
            }
            for (JournalEntry entry : event.entries()) page.take(entry);
        }
        page.send(connection);
    }

    /** What one page changes; sums are added up before they go out. */
    private static final class Page {

        private record Spent(PeriodId posting, PeriodId service, Account account, Funder book) {}

        private record Order(PeriodId service, UUID budget) {}

        private final Rows events = Rows.of("int8", "text", "text", "text", "uuid", "timestamptz");
        private final Rows accruals =
                Rows.of("int8", "int2", "uuid", "text", "text", "text", "text", "uuid", "int8", "uuid", "timestamptz");
        private final Map<Spent, Money> spent = new HashMap<>();
        private final Map<Order, Money> orders = new HashMap<>();

        private void take(PeriodEvent event, Posted posted) {
            switch (event) {
                case ClosingBegun e -> add(posted, e, PeriodStep.CLOSING_BEGUN, e.by().value(), null);
                case BooksClosed e -> add(posted, e, PeriodStep.CLOSED, e.by().value(), null);
                case ReopeningRequested e ->
                    add(
                            posted,
                            e,
                            PeriodStep.REOPENING_REQUESTED,
                            e.by().value(),
                            e.reason().ref());
                case BooksReopened e ->
                    add(posted, e, PeriodStep.REOPENED, e.approvedBy().value(), null);
            }
        }

        private void add(Posted posted, PeriodEvent event, PeriodStep kind, String actor, @Nullable UUID reason) {
            events.add(
                    posted.position(),
                    event.period(),
                    kind,
                    actor,
                    reason,
                    posted.recorded().recordedAt());
        }

        private void take(AccrualEvent event, Posted posted) {
            switch (event) {
                case CareAccrued e -> {
                    for (int i = 0; i < e.lines().size(); i++) {
                        AccruedLine line = e.lines().get(i);
                        Money amount = line.split().total();
                        add(
                                posted,
                                i,
                                e.budget(),
                                e.servicePeriod(),
                                line.line(),
                                line.category(),
                                line.supplier(),
                                amount,
                                null);
                    }
                }
                case AccrualReversed e ->
                    add(
                            posted,
                            0,
                            e.budget(),
                            e.servicePeriod(),
                            e.line(),
                            e.category(),
                            e.supplier(),
                            e.split().total().negated(),
                            e.payment() == null ? null : e.payment().value());
            }
        }

        private void add(
                Posted posted,
                int ordinal,
                BudgetId budget,
                PeriodId service,
                LineId line,
                Category category,
                SupplierId supplier,
                Money amount,
                @Nullable UUID payment) {
            accruals.add(
                    posted.position(),
                    ordinal,
                    budget,
                    service,
                    posted.event().when().postingPeriod(),
                    line,
                    category,
                    supplier,
                    amount.pence(),
                    payment,
                    posted.recorded().recordedAt());
        }

        private void take(JournalEntry entry) {
            PeriodId service = entry.servicePeriod() == null ? entry.postingPeriod() : entry.servicePeriod();
            for (JournalLine line : entry.lines()) {
                Money amount = line.debit().minus(line.credit());
                if (line.account() == Account.COMMITTED && entry.budget() != null) {
                    orders.merge(new Order(service, entry.budget().value()), amount.negated(), Money::plus);
                }
                if (!isExpenditure(line.account())) continue;
                spent.merge(
                        new Spent(entry.postingPeriod(), service, line.account(), line.book()), amount, Money::plus);
            }
        }

        private static boolean isExpenditure(Account account) {
            return account.kind() == Account.Kind.EXPENDITURE && account != Account.SPEND_UNDER_QUERY;
        }

        private void send(Connection connection) throws SQLException {
            events.copy(connection, "period_event");
            accruals.copy(connection, "accrual");
            Rows sums = Rows.of("text", "text", "int2", "text", "int8");
            spent.forEach(
                    (key, amount) -> sums.add(key.posting, key.service, key.account.code(), key.book, amount.pence()));
            sums.send(connection, """
                    INSERT INTO period_expenditure AS e (posting_period, service_period, account, book, amount)
                    SELECT * FROM unnest(?, ?, ?, ?, ?)
                    ON CONFLICT (posting_period, service_period, account, book)
                    DO UPDATE SET amount = e.amount + excluded.amount
                    """);
            Rows open = Rows.of("text", "uuid", "int8");
            orders.forEach((key, amount) -> open.add(key.service, key.budget, amount.pence()));
            open.send(connection, """
                    INSERT INTO open_order AS o (service_period, budget, amount)
                    SELECT * FROM unnest(?, ?, ?)
                    ON CONFLICT (service_period, budget) DO UPDATE SET amount = o.amount + excluded.amount
                    """);
        }
    }
}
