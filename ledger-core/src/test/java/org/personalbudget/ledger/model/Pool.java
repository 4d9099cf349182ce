package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.pooledfund.MemberShare;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;

/** All that the model knows of one pool: who shares in it, and what each has there. */
final class Pool {

    final LocalDate startsOn;
    final List<AgreeShares> agreed = new ArrayList<>();
    final Map<BudgetId, Member> members = new LinkedHashMap<>();

    Pool(LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    /** Who bears what on a day: what was agreed last, of all that is to hold by then. */
    List<MemberShare> sharesOn(LocalDate day) {
        List<MemberShare> shares = List.of();
        for (AgreeShares each : agreed) if (!each.from().isAfter(day)) shares = each.members();
        return shares;
    }

    boolean has(BudgetId budget, LocalDate day) {
        return sharesOn(day).stream().anyMatch(share -> share.budget().equals(budget));
    }

    /** What a budget has in it, to be looked at or changed without consequence. */
    Member copyOf(Dossier dossier) {
        Member member = members.get(dossier.terms.budget());
        return member == null ? new Member(dossier.lead()) : member.copy();
    }

    /** What was paid in for one line in one period and is not used; it stays, empty, when it is. */
    record Earmark(LineId line, PeriodId period, Amounts left) {}

    /**
     * What one member bears of something, or gets of it.
     *
     * @param split where in the pool it comes from
     * @param committed what of it was committed on the line
     * @param beyond what of it was not
     */
    record Share(@Nullable LineId line, PeriodId period, Amounts split, Amounts committed, Amounts beyond) {}

    static final class Member {
        final Funder lead;
        final Amounts pots = new Amounts();
        final List<Earmark> earmarks = new ArrayList<>();
        /** By account, what it paid in less what came back to it. */
        final Map<AccountId, BigDecimal> from = new LinkedHashMap<>();

        Member(Funder lead) {
            this.lead = lead;
        }

        private Member copy() {
            Member copy = new Member(lead);
            copy.pots.addAll(pots);
            for (Earmark each : earmarks) {
                copy.earmarks.add(
                        new Earmark(each.line(), each.period(), each.left().copy()));
            }
            copy.from.putAll(from);
            return copy;
        }

        void put(LineId line, PeriodId period, Amounts split, Amounts committed) {
            pots.addAll(split);
            for (Earmark each : earmarks) {
                if (!each.line().equals(line) || !each.period().equals(period)) continue;
                each.left().addAll(committed);
                return;
            }
            earmarks.add(new Earmark(line, period, committed.copy()));
        }

        /** What of a line is there still, though the pool may have spent more than the member had. */
        BigDecimal unspent(LineId line) {
            BigDecimal sum = Sums.NIL;
            for (Earmark each : earmarks)
                if (each.line().equals(line)) sum = sum.add(each.left().total());
            return sum.min(Sums.atLeastNil(pots.total()));
        }

        /** Takes out as much of an amount as was paid in for a line, or for any: what was paid in first goes first. */
        List<Share> take(BigDecimal amount, @Nullable LineId line) {
            List<Share> shares = new ArrayList<>();
            BigDecimal rest = amount;
            for (Earmark each : earmarks) {
                BigDecimal now = rest.min(each.left().total());
                if (now.signum() <= 0 || line != null && !line.equals(each.line())) continue;
                Amounts committed = Bought.part(each.left(), now, lead);
                each.left().takeAll(committed);
                shares.add(new Share(each.line(), each.period(), out(now), committed, new Amounts()));
                rest = rest.subtract(now);
            }
            return shares;
        }

        /** The same, and what goes beyond on the line that was begun last. */
        List<Share> bear(BigDecimal amount, PeriodId period) {
            List<Share> shares = take(amount, null);
            BigDecimal rest = amount;
            for (Share each : shares) rest = rest.subtract(each.split().total());
            if (rest.signum() <= 0) return shares;
            LineId last = earmarks.isEmpty() ? null : earmarks.getLast().line();
            Amounts beyond = new Amounts().add(new Amounts.Pot(lead, lead.source(), null), rest);
            shares.add(new Share(last, period, out(rest), new Amounts(), beyond));
            return shares;
        }

        private Amounts out(BigDecimal amount) {
            Amounts split = Attributor.take(pots, lead, amount, Attribution.PRO_RATA, null);
            pots.takeAll(split);
            return split;
        }
    }
}
