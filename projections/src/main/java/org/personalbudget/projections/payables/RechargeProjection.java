package org.personalbudget.projections.payables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.BudgetEvent.RechargePaid;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps what co-funders were asked for, and what of it they have paid. */
public final class RechargeProjection implements Projection {

    @Override
    public String name() {
        return "recharges";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Rows recharges = Rows.of("uuid", "uuid", "int8", "timestamptz", "text", "int8", "text");
        Map<RechargeId, Long> paid = new HashMap<>();
        for (Posted posted : events) {
            switch (posted.event()) {
                case FunderRecharged e ->
                    recharges.add(
                            e.recharge(),
                            e.budget(),
                            posted.position(),
                            posted.recorded().recordedAt(),
                            e.funder(),
                            e.amount().pence(),
                            e.by().value());
                case RechargePaid e -> paid.merge(e.recharge(), e.amount().pence(), Math::addExact);
                // Nothing else is between funders.
                default -> {}
            }
        }
        recharges.send(connection, """
                INSERT INTO recharge (recharge, budget, position, recorded_at, funder, amount, paid, recharged_by)
                SELECT recharge, budget, position, recorded_at, funder, amount, 0, recharged_by
                FROM unnest(?, ?, ?, ?, ?, ?, ?)
                     AS r (recharge, budget, position, recorded_at, funder, amount, recharged_by)
                """);
        Rows payments = Rows.of("uuid", "int8");
        paid.forEach(payments::add);
        payments.send(connection, """
                UPDATE recharge AS r SET paid = r.paid + p.amount
                FROM unnest(?, ?) AS p (recharge, amount) WHERE r.recharge = p.recharge
                """);
    }
}
