package org.personalbudget.projections.pooledfund;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.pooledfund.AgreedShare;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent.*;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps pools, what their members agreed to bear, and every movement of each member's money in them. */
public final class PoolProjection implements Projection {

    @Override
    public String name() {
        return "pools";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            // A pool's own events hold all that is in it; what its members' budgets record is shown with them.
            if (event.event() instanceof PoolEvent pool) page.take(pool, event);
        }
        page.pools.copy(connection, "pool");
        page.shares.copy(connection, "pool_share");
        page.movements.copy(connection, "pool_movement");
    }

    /** The rows of some events on their way into the tables. */
    private static final class Page {

        private final Rows pools = Rows.of("uuid", "int8", "timestamptz", "text", "date");
        private final Rows shares = Rows.of("uuid", "int8", "int4", "timestamptz", "date", "uuid", "int4");
        private final Rows movements =
                Rows.of("uuid", "int8", "int4", "timestamptz", "date", "uuid", "text", "int8", "int8", "int8");

        private void take(PoolEvent event, Posted posted) {
            switch (event) {
                case PoolOpened it ->
                    pools.add(it.pool(), posted.position(), posted.recorded().recordedAt(), it.holder(), it.startsOn());
                case SharesAgreed it -> agreed(it, posted);
                case MemberPaidIn it -> paidIn(it, posted);
                case MemberPaidBack it -> paidBack(it, posted);
                case PoolSpendRecorded it -> spent(it, posted);
                // It points at what the spend beside it has moved.
                case MemberOverdrawn _ -> {}
            }
        }

        private void agreed(SharesAgreed event, Posted posted) {
            int place = 0;
            for (AgreedShare share : event.members()) {
                shares.add(
                        event.pool(),
                        posted.position(),
                        place++,
                        posted.recorded().recordedAt(),
                        event.from(),
                        share.budget(),
                        share.basisPoints());
            }
        }

        private void paidIn(MemberPaidIn event, Posted posted) {
            int place = 0;
            for (Part part : event.split().parts()) {
                move(event.pool(), posted, place++, event.budget(), part, part.amount(), Money.ZERO, Money.ZERO);
            }
        }

        private void paidBack(MemberPaidBack event, Posted posted) {
            int place = 0;
            for (Part part : event.split().parts()) {
                move(event.pool(), posted, place++, event.budget(), part, Money.ZERO, Money.ZERO, part.amount());
            }
        }

        private void spent(PoolSpendRecorded event, Posted posted) {
            int place = 0;
            for (MemberPart member : event.parts()) {
                for (Part part : member.split().parts()) {
                    move(event.pool(), posted, place++, member.budget(), part, Money.ZERO, part.amount(), Money.ZERO);
                }
            }
        }

        private void move(
                PoolId pool,
                Posted posted,
                int place,
                BudgetId budget,
                Part part,
                Money paidIn,
                Money spent,
                Money paidBack) {
            movements.add(
                    pool,
                    posted.position(),
                    place,
                    posted.recorded().recordedAt(),
                    posted.event().effectiveOn(),
                    budget,
                    part.source(),
                    paidIn.pence(),
                    spent.pence(),
                    paidBack.pence());
        }
    }
}
