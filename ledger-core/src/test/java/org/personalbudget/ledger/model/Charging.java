package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/**
 * What providers are to be paid for lines of the plan: charged one after the other, so that none counts on what one
 * before it has taken, and paid in one payment.
 */
final class Charging {

    private final Dossier dossier;
    private final Setting setting;
    private final Headroom look;
    private final Map<Cell, BigDecimal> released = new HashMap<>();
    private final Map<Cell, AccrualRules.Accrued> accrued = new HashMap<>();
    private final Map<Custody, Amounts> pots = new HashMap<>();
    private final List<Charge> charges = new ArrayList<>();

    /** @param look the lines as they will stand when the first is charged */
    Charging(Dossier dossier, Setting setting, Headroom look) {
        this.dossier = dossier;
        this.setting = setting;
        this.look = look;
    }

    /** One period's part of what is charged to a line. */
    private record Share(
            PeriodId period, DateRange served, BigDecimal amount, Amounts split, BigDecimal released, Amounts ended) {}

    /** What one line is charged. */
    private record Charge(
            PaymentId payment,
            PlanLine line,
            DateRange service,
            @Nullable Custody account,
            List<Share> shares) {}

    /** Charges a line, and answers by which sources. */
    Amounts charge(
            PaymentId payment,
            PlanLine line,
            DateRange service,
            BigDecimal amount,
            @Nullable Custody account,
            Answer.Figures figures) {
        List<Period> periods = setting.calendar().periodsOver(service);
        List<BigDecimal> parts = Sums.apportion(
                amount,
                periods.stream()
                        .map(period -> BigDecimal.valueOf(
                                period.dates().overlap(service).orElseThrow().days()))
                        .toList());
        List<Share> shares = new ArrayList<>();
        Amounts whole = new Amounts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).signum() == 0) continue;
            DateRange served = periods.get(i).dates().overlap(service).orElseThrow();
            Share share = share(line, periods.get(i).id(), served, service, parts.get(i), account);
            name(line, share, figures);
            shares.add(share);
            whole.addAll(share.split());
        }
        charges.add(new Charge(payment, line, service, account, shares));
        return whole;
    }

    private Share share(
            PlanLine line,
            PeriodId period,
            DateRange served,
            DateRange service,
            BigDecimal part,
            @Nullable Custody account) {
        Amounts split = account == null ? Costing.shared(dossier.course, served, part) : taken(account, part);
        Cell cell = new Cell(line.id(), period);
        BigDecimal gone = released.getOrDefault(cell, Sums.NIL);
        BigDecimal open = line.supplier() == null
                ? Sums.NIL
                : Sums.atLeastNil(look.at(line.id(), period).ordered().subtract(gone));
        BigDecimal release = part.min(open);
        released.put(cell, gone.add(release));
        AccrualRules.Accrued now = accrued.computeIfAbsent(cell, _ -> AccrualRules.copyOf(dossier.accrued.get(cell)));
        Amounts ended = AccrualRules.bill(now, service, dossier.lead());
        return new Share(period, served, part, split, release, ended);
    }

    /** Out of what the account has beside what was charged to it before. */
    Amounts taken(Custody account, BigDecimal amount) {
        Amounts left = pots.computeIfAbsent(account, each -> each.pots.copy());
        Amounts split =
                Attributor.take(left, dossier.lead(), amount, setting.policy().attribution(), null);
        left.takeAll(split);
        return split;
    }

    /** The same, only looked at. */
    Amounts looked(Custody account, BigDecimal amount) {
        Amounts left = pots.computeIfAbsent(account, each -> each.pots.copy());
        return Attributor.take(left, dossier.lead(), amount, setting.policy().attribution(), null);
    }

    private void name(PlanLine line, Share share, Answer.Figures figures) {
        PeriodId period = share.period();
        figures.add("authorised " + period, share.split());
        figures.add("released " + period, fromOrder(share));
        figures.add("uncommitted " + period, beside(share));
        AccrualRules.name(new Cell(line.id(), period), share.ended(), figures);
    }

    /** By the shares of the days of the service in the period. */
    private Amounts fromOrder(Share share) {
        return Costing.shared(dossier.course, share.served(), share.released());
    }

    private Amounts beside(Share share) {
        return Costing.shared(dossier.course, share.served(), share.amount().subtract(share.released()));
    }

    /** Writes all that was charged, and gives the order to pay it with what is paid beside it. */
    void take(PaymentId payment, @Nullable Custody account, Amounts beside) {
        Amounts whole = beside.copy();
        PeriodId last = null;
        for (Charge charge : charges) {
            if (!charge.payment().equals(payment)) continue;
            for (Share share : charge.shares()) {
                take(charge, share);
                whole.addAll(share.split());
                if (last == null || last.compareTo(share.period()) < 0) last = share.period();
            }
            supplied(charge);
        }
        if (last == null) throw new IllegalStateException("a payment pays for something");
        if (account != null) account.take(whole, setting.today());
        ActorId by = setting.step().actor().id();
        dossier.payments.put(payment, new Instruction(payment, account, true, whole, null, by, last, null));
    }

    private void take(Charge charge, Share share) {
        PlanLine line = charge.line();
        Standing standing = dossier.cell(line.id(), share.period());
        standing.consumed = standing.consumed.add(share.amount());
        standing.committed = standing.committed.subtract(share.released());
        standing.committedBy.takeAll(fromOrder(share));
        Books.Entry entry = dossier.books.entry(setting.today()).of(line.id(), share.period());
        share.split().each((pot, part) -> {
            entry.debit(line.category().account(), pot.book(), part);
            entry.credit(2000, pot, part);
            boolean borne = charge.account() != null && pot.book() != dossier.lead() && pot.source() != Source.CLIENT;
            if (borne) entry.debit(2500, pot.book(), part);
            if (borne) entry.credit(4100, pot.book(), part);
        });
        memorandum(entry, 9100, fromOrder(share));
        memorandum(entry, 9010, beside(share));
        entry.done();
        AccrualRules.billed(
                new Cell(line.id(), share.period()), charge.service(), share.released(), share.ended(), dossier);
        if (charge.account() != null) return;
        share.split().byBook().forEach((book, part) -> dossier.rechargeable.merge(book, part, BigDecimal::add));
        dossier.outgoings.add(
                share.period(),
                new Outgoings.Outgoing(
                        charge.payment(),
                        charge.line().id(),
                        false,
                        charge.service(),
                        share.amount(),
                        share.split().copy(),
                        dossier.course.shares().size()));
    }

    private static void memorandum(Books.Entry entry, int debit, Amounts part) {
        part.each((pot, each) -> entry.debit(debit, pot, each).credit(9200, pot, each));
    }

    /** What can be taken back; what was charged twice to a line is one amount of it. */
    private void supplied(Charge charge) {
        List<RecoveryRules.Supplied> lines = dossier.supplied.computeIfAbsent(charge.payment(), _ -> new ArrayList<>());
        RecoveryRules.Supplied own = null;
        for (RecoveryRules.Supplied each : lines) {
            if (each.line().equals(charge.line().id())) own = each;
        }
        if (own == null) {
            own = new RecoveryRules.Supplied(
                    charge.line().id(), charge.line().category(), charge.account(), new ArrayList<>());
            lines.add(own);
        }
        for (Share share : charge.shares()) {
            own.add(share.period(), share.split(), fromOrder(share).addAll(beside(share)));
        }
    }
}
