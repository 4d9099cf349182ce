package org.personalbudget.projections.pooledfund;

import static org.personalbudget.projections.Columns.*;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.pooledfund.PoolView.Member;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pool at any two dates. */
public final class PoolQuery {

    private final JdbcClient database;

    public PoolQuery(JdbcClient database) {
        this.database = database;
    }

    /** The pool, or nothing if it was not known then. */
    public Optional<PoolView> of(PoolId pool, AsOf asOf) {
        return sql("SELECT holder, starts_on FROM read.pool WHERE pool = :pool AND recorded_at <= :known", pool, asOf)
                .query((row, number) -> view(pool, row, asOf))
                .optional();
    }

    private PoolView view(PoolId pool, ResultSet row, AsOf asOf) throws SQLException {
        List<Member> members = members(pool, asOf);
        Money paidIn = members.stream().map(Member::paidIn).reduce(Money.ZERO, Money::plus);
        Money paidBack = members.stream().map(Member::paidBack).reduce(Money.ZERO, Money::plus);
        Money spent = members.stream().map(Member::spent).reduce(Money.ZERO, Money::plus);
        return new PoolView(
                pool,
                new PersonRef(text(row, "holder")),
                date(row, "starts_on"),
                asOf.effective(),
                asOf.known(),
                paidIn,
                paidBack,
                spent,
                paidIn.minus(paidBack).minus(spent),
                members);
    }

    /** Who bears a share on the day, in the order agreed, and after them whoever has had money in the pool. */
    private List<Member> members(PoolId pool, AsOf asOf) {
        Map<BudgetId, Integer> shares = shares(pool, asOf);
        Map<BudgetId, Sums> sums = new LinkedHashMap<>();
        shares.keySet().forEach(budget -> sums.put(budget, new Sums()));
        sql("""
                        SELECT budget, source, sum(paid_in) AS paid_in, sum(paid_back) AS paid_back, sum(spent) AS spent
                        FROM read.pool_movement
                        WHERE pool = :pool AND recorded_at <= :known AND effective_on <= :effective
                        GROUP BY budget, source ORDER BY budget, source
                        """, pool, asOf)
                .query((row, number) -> sums.computeIfAbsent(new BudgetId(uuid(row, "budget")), budget -> new Sums())
                        .add(
                                Source.valueOf(text(row, "source")),
                                money(row, "paid_in"),
                                money(row, "paid_back"),
                                money(row, "spent")))
                .list();
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().member(sum.getKey(), shares.get(sum.getKey())))
                .toList();
    }

    /** The shares in force on the effective date: those agreed last of all that start by then. */
    private Map<BudgetId, Integer> shares(PoolId pool, AsOf asOf) {
        Map<BudgetId, Integer> shares = new LinkedHashMap<>();
        sql("""
                        SELECT budget, basis_points FROM read.pool_share
                        WHERE pool = :pool AND position = (
                            SELECT max(position) FROM read.pool_share
                            WHERE pool = :pool AND recorded_at <= :known AND from_on <= :effective)
                        ORDER BY place
                        """, pool, asOf)
                .query((row, number) -> shares.put(new BudgetId(uuid(row, "budget")), row.getInt("basis_points")))
                .list();
        return shares;
    }

    /** What one member paid in, got back and bore. */
    private static final class Sums {

        private final Map<Source, Money> bySource = new EnumMap<>(Source.class);
        private Money paidIn = Money.ZERO;
        private Money paidBack = Money.ZERO;
        private Money spent = Money.ZERO;

        private Sums add(Source source, Money in, Money back, Money out) {
            paidIn = paidIn.plus(in);
            paidBack = paidBack.plus(back);
            spent = spent.plus(out);
            bySource.merge(source, in.minus(back).minus(out), Money::plus);
            return this;
        }

        private Money balance() {
            return paidIn.minus(paidBack).minus(spent);
        }

        private Member member(BudgetId budget, @Nullable Integer basisPoints) {
            String share = basisPoints == null
                    ? null
                    : BigDecimal.valueOf(basisPoints, 2).toPlainString();
            return new Member(budget, share, paidIn, paidBack, spent, balance(), bySource);
        }
    }

    private JdbcClient.StatementSpec sql(String sql, PoolId pool, AsOf asOf) {
        JdbcClient.StatementSpec spec =
                database.sql(sql).param("pool", pool.value()).param("known", asOf.knownUtc());
        return sql.contains(":effective") ? spec.param("effective", asOf.effective()) : spec;
    }
}
