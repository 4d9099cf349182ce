package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Due;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Paid;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/**
 * What a change of the course makes of the past and the future: everything that is owed is worked out anew as if the
 * course had always been so, and set beside what was allocated, billed and paid.
 */
final class Restating {

    /** What is due for a period now, and where the difference goes. */
    private record Redue(
            PeriodId period, Due before, BigDecimal now, BigDecimal off, BigDecimal refund, BigDecimal release) {}

    /** What is added to an account for a period, or (negative) is too much there. */
    private record Owed(
            Custody account,
            PeriodId period,
            DateRange days,
            BigDecimal costsMore,
            Amounts more,
            BigDecimal less,
            BigDecimal over) {}

    private final Dossier dossier;
    private final Course now;
    private final LocalDate from;
    private final Setting setting;
    private final List<Allocating.Change> changes;
    private final List<Redue> redues = new ArrayList<>();
    private final List<Owed> owed = new ArrayList<>();
    private final Map<LineId, BigDecimal> overspent = new LinkedHashMap<>();
    private final Map<PeriodId, BigDecimal> dues = new TreeMap<>();
    private final Map<Paid, BigDecimal> releases = new HashMap<>();
    private final Unpaid arrears;
    private boolean anew;

    private Restating(Dossier dossier, Course now, LocalDate from, Setting setting, List<Allocating.Change> changes) {
        this.from = from;
        this.dossier = dossier;
        this.now = now;
        this.setting = setting;
        this.changes = changes;
        this.arrears = new Unpaid(dossier, setting.policy());
    }

    /**
     * @param from the first day that may cost another amount: periods that are over before it stay as they are
     */
    static Restating of(Dossier dossier, Course now, LocalDate from, Setting setting, List<Allocating.Change> changes) {
        Restating restating = new Restating(dossier, now, from, setting, changes);
        restating.contributions();
        restating.instalments();
        restating.lines();
        return restating;
    }

    /** An instalment that was called off is approved anew: what is missing is added. */
    static Restating again(
            Dossier dossier, Paid what, Custody account, Setting setting, List<Allocating.Change> changes) {
        Restating restating = new Restating(dossier, dossier.course, LocalDate.MIN, setting, changes);
        restating.anew = true;
        restating.instalment(what, account);
        return restating;
    }

    boolean addsNothing() {
        return owed.stream().noneMatch(each -> each.more().total().signum() > 0);
    }

    private void contributions() {
        Map<Custody, BigDecimal> free = new HashMap<>();
        BigDecimal outstanding = dossier.outstanding();
        BigDecimal paid = dossier.contributed();
        for (Map.Entry<PeriodId, Due> each : dossier.dues.entrySet()) {
            Due due = each.getValue();
            boolean stays = isOver(each.getKey());
            BigDecimal after = stays ? due.amount() : Costing.contribution(now, due.days());
            dues.put(each.getKey(), after);
            BigDecimal less = due.amount().subtract(after);
            if (less.signum() == 0) continue;
            BigDecimal refund = paidOf(less, outstanding, paid);
            BigDecimal off = Sums.atLeastNil(less).subtract(refund);
            paid = paid.subtract(refund);
            BigDecimal release = NIL;
            if (due.keeper() != null) {
                BigDecimal client = free.computeIfAbsent(due.keeper(), this::freeClient);
                release = refund.min(client);
                free.put(due.keeper(), client.subtract(release));
                releases.merge(new Paid(due.keeper().id, each.getKey()), release, BigDecimal::add);
            }
            outstanding = outstanding.subtract(less.signum() < 0 ? less : off);
            arrears.becomes(each.getKey(), after, outstanding, less.signum() < 0);
            redues.add(new Redue(each.getKey(), due, after, off, refund, release));
        }
    }

    /** Of what is due no more, what is not owed any more either and was paid: what was let go was not. */
    private static BigDecimal paidOf(BigDecimal less, BigDecimal outstanding, BigDecimal paid) {
        BigDecimal settled = Sums.atLeastNil(less).subtract(Sums.atLeastNil(outstanding));
        return Sums.atLeastNil(settled.min(paid));
    }

    private boolean isOver(PeriodId period) {
        return setting.calendar().period(period).last().isBefore(from);
    }

    private BigDecimal freeClient(Custody account) {
        return Sums.atLeastNil(account.pots.at(client()));
    }

    private Pot client() {
        return new Pot(dossier.council().orElseThrow(), Source.CLIENT, null);
    }

    private void instalments() {
        Map<Paid, Custody> regular = new LinkedHashMap<>();
        dossier.regulars.forEach(paid -> regular.put(paid, dossier.accounts.get(paid.account())));
        regular.forEach((paid, account) -> {
            if (!isOver(paid.period())) instalment(paid, account);
        });
    }

    private void instalment(Paid what, Custody account) {
        Course.Deployed deployed = now.account(account.id).orElseThrow();
        DateRange period = setting.calendar().period(what.period()).dates();
        Optional<DateRange> days = now.paidDays(period, deployed.opened().startsOn(), deployed.lastDay());
        BigDecimal gross =
                days.map(range -> Costing.carried(now, account.id, range)).orElse(NIL);
        BigDecimal target = Sums.atLeastNil(gross.subtract(kept(what, account, days, gross)));
        BigDecimal more = target.subtract(dossier.paid(what)).subtract(releases.getOrDefault(what, NIL));
        boolean waits = !anew && dossier.calledOff.contains(what);
        if (more.signum() > 0 && !now.died() && !waits) {
            BigDecimal costsMore = costsMore(what, gross);
            Bearing bearing = days.map(range -> Costing.bearing(now, account.id, range))
                    .orElseGet(Bearing::new)
                    .or(Bearing.byDays(now, period));
            Amounts payable = byBook(bearing, costsMore, more);
            owed.add(new Owed(account, what.period(), affected(days.orElse(period)), costsMore, payable, NIL, NIL));
        } else if (more.signum() < 0) {
            BigDecimal open = NIL;
            for (Instruction each : dossier.payments.values()) {
                if (each.isOpen() && each.isFor(what)) open = open.add(each.split.total());
            }
            BigDecimal less = open.min(more.negate());
            BigDecimal over = more.negate().subtract(less);
            if (over.compareTo(dossier.saidOver.getOrDefault(what, NIL)) <= 0) over = NIL;
            owed.add(new Owed(account, what.period(), period, NIL, new Amounts(), less, over));
        }
    }

    /**
     * What the days cost more is added by their shares, and what the person adds less by the council that charges them.
     * Where these pull different ways, only the books that add something share the whole.
     */
    private Amounts byBook(Bearing bearing, BigDecimal costsMore, BigDecimal more) {
        Amounts wanted = bearing.share(costsMore);
        BigDecimal addsMore = costsMore.subtract(more);
        if (addsMore.signum() != 0) {
            Funder council = client().book();
            wanted.add(new Pot(council, council.source(), null), addsMore.negate());
        }
        List<Pot> pots = new ArrayList<>();
        wanted.each((pot, amount) -> {
            if (amount.signum() > 0) pots.add(pot);
        });
        pots.sort(
                Comparator.comparing((Pot pot) -> pot.book() != dossier.lead()).thenComparing(pot -> pot));
        List<BigDecimal> parts =
                Sums.apportion(more, pots.stream().map(wanted::at).toList());
        Amounts payable = new Amounts();
        for (int i = 0; i < parts.size(); i++) payable.add(pots.get(i), parts.get(i));
        return payable;
    }

    /** The days from the first that may be owed otherwise. */
    private DateRange affected(DateRange days) {
        return days.contains(from) ? new DateRange(from, days.last()) : days;
    }

    /** What the council will bear in the person's place. */
    void release(Outgoings outgoings) {
        for (Redue each : redues) {
            boolean there = each.before().keeper() != null && each.release().signum() != 0;
            if (there) outgoings.release(each.period(), client().book(), each.release());
        }
    }

    /** What a period costs now, less what it was given for. */
    private BigDecimal costsMore(Paid what, BigDecimal gross) {
        BigDecimal more =
                gross.add(dossier.claims.taken.getOrDefault(what, NIL)).subtract(dossier.eaten.getOrDefault(what, NIL));
        for (Instruction each : dossier.payments.values()) if (each.isFor(what)) more = more.subtract(each.gross);
        return more;
    }

    /** What an account keeps back of the contribution of its days: up to the council's part of what it pays for. */
    private BigDecimal kept(Paid what, Custody account, Optional<DateRange> days, BigDecimal gross) {
        Due due = dossier.dues.get(what.period());
        if (due == null || days.isEmpty()) return NIL;
        return ContributionRules.kept(now, due, account, days.get(), gross);
    }

    private void lines() {
        Map<LineId, BigDecimal> before = broken(List.of());
        broken(changes).forEach((line, over) -> {
            if (over.compareTo(before.getOrDefault(line, NIL)) > 0) overspent.put(line, over);
        });
    }

    /** By how much each line breaks law 5 to date or later, were these changes made. */
    private Map<LineId, BigDecimal> broken(List<Allocating.Change> made) {
        Map<LineId, BigDecimal> overs = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        if (dossier.furthest == null || changes.isEmpty()) return overs;
        Headroom look = Headroom.after(made, dossier);
        PeriodId date = setting.calendar().periodOf(setting.today()).id();
        Set<LineId> lines = new LinkedHashSet<>();
        for (Cell cell : dossier.cells.keySet()) {
            @Nullable LineId line = cell.line();
            if (line != null) lines.add(line);
        }
        for (LineId line : lines) {
            BigDecimal room = look.tightest(line, date, setting.policy().flexPercent(), false);
            if (room.signum() < 0) overs.put(line, room.negate());
        }
        return overs;
    }

    void name(Answer.Figures figures) {
        Allocating.name(changes, figures);
        for (Redue each : redues) {
            figures.add("due now " + each.period(), each.now()).note("adjusted " + each.period());
            figures.add("off receivable " + each.period(), each.off());
            figures.add("to refund " + each.period(), each.refund());
            figures.add("client released " + each.period(), each.release());
        }
        arrears.name(figures);
        for (Owed each : owed) {
            String where = each.period() + " " + each.account().id;
            figures.add("cost added " + where, each.costsMore());
            figures.add("added " + where, each.more()).add("reduced " + where, each.less());
            figures.add("over-advanced " + where, each.over());
        }
        overspent.forEach((line, over) -> figures.add("overspent " + line, over));
    }

    void take(List<Event> made) {
        dossier.course = now;
        Allocating.take(dossier, changes);
        redues.forEach(this::take);
        release(dossier.outgoings);
        for (Owed each : owed) {
            Paid what = new Paid(each.account().id, each.period());
            if (each.more().total().signum() > 0) add(each);
            if (each.over().signum() > 0) dossier.saidOver.put(what, each.over());
        }
        for (Event event : made) if (event instanceof InstalmentReduced reduced) reduce(reduced, dossier, setting);
    }

    private void take(Redue redue) {
        dossier.dues.put(redue.period(), redue.before().of(redue.now()));
        dossier.refundOwed = dossier.refundOwed.add(redue.refund());
        BigDecimal more = Sums.atLeastNil(redue.now().subtract(redue.before().amount()));
        dossier.books
                .entry(setting.today())
                .of(null, redue.period())
                .debit(1300, client(), more)
                .credit(4000, client(), more)
                .debit(4000, client(), redue.off().add(redue.refund()))
                .credit(1300, client(), redue.off())
                .credit(2300, client(), redue.refund())
                .done();
        Custody account = redue.before().keeper();
        if (account == null || redue.release().signum() == 0) return;
        Pot council = new Pot(client().book(), client().book().source(), null);
        account.pots.add(client(), redue.release().negate()).add(council, redue.release());
        dossier.released.merge(new Paid(account.id, redue.period()), redue.release(), BigDecimal::add);
        dossier.books
                .entry(setting.today())
                .in(account.id)
                .debit(account.code(), council, redue.release())
                .credit(account.code(), client(), redue.release())
                .done();
    }

    private void add(Owed each) {
        PaymentId id = PaymentId.adjustment(
                dossier.terms.budget(),
                each.account().id,
                each.period(),
                setting.step().id());
        AccountRules.owe(id, each.account(), each.more(), InstalmentKind.ADJUSTMENT, each.period(), dossier, setting);
        dossier.payments.get(id).gross = each.costsMore();
        AccountRules.bear(id, each.days(), each.costsMore(), each.more(), each.period(), dossier);
    }

    /** The rules say of how much less is paid, and not from which of the sources that are left of it. */
    static void reduce(InstalmentReduced reduced, Dossier dossier, Setting setting) {
        Instruction payment = dossier.payments.get(reduced.payment());
        Amounts by = LedgerAnswer.amounts(reduced.by());
        if (payment == null || !payment.isOpen()) throw new IllegalStateException("not to be reduced: " + reduced);
        payment.split.takeAll(by);
        by.each((pot, part) -> {
            boolean beyond = part.signum() < 0 || payment.split.at(pot).signum() < 0;
            if (beyond) throw new IllegalStateException("reduced beyond what is left: " + reduced);
        });
        payment.gross = payment.gross.subtract(Sums.pounds(reduced.gross()));
        dossier.outgoings.less(
                reduced.servicePeriod(), reduced.payment(), null, Sums.pounds(reduced.gross()), by, dossier.lead());
        if (payment.split.total().signum() == 0) payment.where = Whereabouts.CALLED_OFF;
        Books.Entry entry = dossier.books.entry(setting.today());
        by.each((pot, part) -> entry.debit(2200, pot, part).credit(1190, pot, part));
        entry.done();
    }
}
