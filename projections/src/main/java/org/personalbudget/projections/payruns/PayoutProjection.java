package org.personalbudget.projections.payruns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetEnded;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetResumed;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetSuspended;
import org.personalbudget.ledger.budget.ChangeEvent.DeathRecorded;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueried;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueryDismissed;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;

/**
 * Keeps what keeps a budget's money from going out. These things are rare and each follows on the one before, so they are
 * written one by one.
 */
public final class PayoutProjection implements Projection {

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        for (Posted event : events) take(event, connection);
    }

    private static void take(Posted posted, Connection connection) throws SQLException {
        switch (posted.event()) {
            case BudgetEnded e -> run(connection, """
                    INSERT INTO paid_budget (budget, last_day) VALUES (?::uuid, ?::date)
                    ON CONFLICT (budget) DO UPDATE SET last_day = excluded.last_day
                    """, e.budget(), e.lastDay());
            case DeathRecorded e -> run(connection, """
                    INSERT INTO paid_budget (budget, last_day, died) VALUES (?::uuid, ?::date, true)
                    ON CONFLICT (budget) DO UPDATE
                    SET last_day = excluded.last_day, died = true, death_query = NULL, death_queried_on = NULL
                    """, e.budget(), e.diedOn());
            case DeathQueried e -> run(connection, """
                    INSERT INTO paid_budget (budget, death_query, death_queried_on) VALUES (?::uuid, ?::uuid, ?::date)
                    ON CONFLICT (budget) DO UPDATE
                    SET death_query = excluded.death_query, death_queried_on = excluded.death_queried_on
                    """, e.budget(), e.payment(), e.effectiveOn());
            case DeathQueryDismissed e -> run(connection, """
                        UPDATE paid_budget SET death_query = NULL, death_queried_on = NULL WHERE budget = ?::uuid
                        """, e.budget());
            case BudgetSuspended e -> suspend(e, posted, connection);
            case BudgetResumed e -> run(connection, """
                    UPDATE paid_suspension SET until_on = ?::date
                    WHERE budget = ?::uuid AND from_on <= ?::date AND (until_on IS NULL OR ?::date < until_on)
                    """, e.from(), e.budget(), e.from(), e.from());
            // Nothing else keeps a whole budget's money from going out.
            default -> {}
        }
    }

    /** Some lines alone make an instalment lower; what is left of it is paid. */
    private static void suspend(BudgetSuspended event, Posted posted, Connection connection) throws SQLException {
        if (!event.lines().isEmpty()) return;
        run(connection, """
                INSERT INTO paid_suspension (budget, position, from_on, paid_days)
                VALUES (?::uuid, ?::bigint, ?::date, ?::integer)
                """, event.budget(), posted.position(), event.from(), event.paidDays());
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setString(i + 1, String.valueOf(values[i]));
            statement.executeUpdate();
        }
    }
}
