package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.ChangeCommand.EndBudget;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ChangeCommand.ResumeBudget;
import org.personalbudget.ledger.budget.ChangeCommand.SuspendBudget;
import org.personalbudget.ledger.budget.EndReason;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.ReclaimCommand.ApproveRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReclaim;
import org.personalbudget.ledger.budget.ReclaimCommand.GiveReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimCommand.ProposeRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeGiven;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefProposed;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.ReclaimRoute;
import org.personalbudget.ledger.budget.ReliefKind;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.budget.ReviewCommand.RecordReview;
import org.personalbudget.ledger.budget.ReviewCommand.ScoreMonitoring;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.budget.SuspensionReason;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Payee;

/** What comes between in a budget's year: questions about spends, stays in hospital, reviews, reclaims, and ends. */
final class SampleLife {

    private static final int SCORED_EVERY = 3;

    private final SamplePerson person;
    private final SampleDesk desk;
    private final Random random;
    private final BudgetId id;
    private final List<SpendRecorded> queried = new ArrayList<>();
    private final List<ReclaimNoticeGiven> noticed = new ArrayList<>();
    private @Nullable SpendRecorded refundable;
    private boolean inHospital;
    private boolean ended;
    private int periods;

    SampleLife(SamplePerson person, SampleDesk desk, Random random, BudgetId id) {
        this.person = person;
        this.desk = desk;
        this.random = random;
        this.id = id;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Keeps in mind what was spent. */
    void spent(List<Event> events) {
        for (Event event : events) {
            if (!(event instanceof SpendRecorded spend)) continue;
            if (spend.accepted()) refundable = spend;
            else queried.add(spend);
        }
    }

    /** Once a period, after everything has been paid. */
    void live(Period period, LocalDate day, @Nullable AccountId account) {
        periods++;
        judge();
        decideReclaims(day);
        if (ended) return;
        review(day, account);
        if (account != null) money(period, day, account);
        hospital(day);
        end(period, day, account);
    }

    /** The holder's answer is on record; three of four queries are accepted. */
    private void judge() {
        for (SpendRecorded spend : queried) {
            SampleDesk.Kept answer = words(spend.spend() + "/answer", "It was for the trip to the garden centre.");
            desk.send(RECONCILER, new AnswerQuery(id, spend.spend(), answer.note(), true), answer.entry());
            SampleDesk.Kept reason = words(spend.spend() + "/judgement", "Looked at with the receipt.");
            Money accepted = random.nextInt(4) == 0 ? Money.ZERO : spend.amount();
            desk.send(
                    PRACTITIONER,
                    new JudgeSpend(id, spend.spend(), accepted, null, null, reason.note(), null),
                    reason.entry());
        }
        queried.clear();
    }

    private void money(Period period, LocalDate day, AccountId account) {
        if (refundable != null && random.nextInt(25) == 0) {
            Money some = refundable.amount().timesRatio(1, 4, java.math.RoundingMode.DOWN);
            desk.ifAccepted(RECONCILER, new RecordRefund(id, refundable.spend(), some, day));
            refundable = null;
        }
        if (period.id().number() == 12) notice(account, ReclaimKind.SURPLUS);
        if (period.id().number() == 13 && person.number() % 10 == 3) waive(account);
    }

    /** Small sums are left with whoever holds them, when two agree. */
    private void waive(AccountId account) {
        SampleDesk.Kept reason = words("waiver", "Less than it costs to ask for.");
        List<Event> proposed = desk.ifAccepted(
                PRACTITIONER,
                new ProposeRelief(
                        id, ReliefKind.WAIVER, ReliefOf.ACCOUNT, null, account, Money.of("4.75"), reason.note()),
                reason.entry());
        for (Event event : proposed) {
            if (event instanceof ReliefProposed relief) {
                desk.ifAccepted(FINANCE_CONTROLLER, new ApproveRelief(id, relief.relief()));
            }
        }
    }

    /** What an account that is closed still holds comes back. */
    void giveBack(AccountId closed) {
        notice(closed, ReclaimKind.CLOSING);
    }

    private void notice(AccountId account, ReclaimKind kind) {
        SampleDesk.Kept reasons = words("notice/" + kind, "More is in the account than the policy lets it keep.");
        desk.ifAccepted(
                        RECONCILER,
                        new GiveReclaimNotice(id, account, kind, null, reasons.note(), null, null),
                        reasons.entry())
                .forEach(event -> {
                    if (event instanceof ReclaimNoticeGiven notice) noticed.add(notice);
                });
    }

    /** When the time for reconsideration is over, the demand is final and the money comes. */
    private void decideReclaims(LocalDate day) {
        List<ReclaimNoticeGiven> due = noticed.stream()
                .filter(notice -> day.isAfter(notice.reconsiderBy()))
                .toList();
        for (ReclaimNoticeGiven notice : due) {
            boolean decided = !desk.ifAccepted(FINANCE_CONTROLLER, new DecideReclaim(id, notice.reclaim()))
                    .isEmpty();
            if (decided) {
                desk.send(RECONCILER, new ReceiveReclaim(id, notice.reclaim(), null, day, ReclaimRoute.BANK, null));
            }
            noticed.remove(notice);
        }
    }

    private void review(LocalDate day, @Nullable AccountId account) {
        if (periods == 2) hold(ReviewKind.PLAN, day);
        if (periods == 6 && account != null) desk.ifAccepted(PRACTITIONER, review(ReviewKind.ACCOUNT, day));
        if (periods % SCORED_EVERY == 0 && account != null) desk.send(RECONCILER, new ScoreMonitoring(id));
    }

    private void hold(ReviewKind kind, LocalDate day) {
        desk.send(
                PRACTITIONER,
                review(kind, day),
                words("review/" + kind, "The plan does what it is for.").entry());
    }

    private RecordReview review(ReviewKind kind, LocalDate day) {
        return new RecordReview(
                id,
                kind,
                day,
                words("review/" + kind, "The plan does what it is for.").note());
    }

    private void hospital(LocalDate day) {
        if (inHospital) {
            desk.send(PRACTITIONER, new ResumeBudget(id, day));
            inHospital = false;
        } else if (random.nextInt(80) == 0 && !person.startsOn().isAfter(day)) {
            desk.send(PRACTITIONER, new SuspendBudget(id, day, List.of(), SuspensionReason.HOSPITAL, null));
            inHospital = true;
        }
    }

    /** A few people die, a few move away: what was incurred is settled, and what is left comes back. */
    private void end(Period period, LocalDate day, @Nullable AccountId account) {
        if (person.startsOn().isAfter(day.minusDays(3))) return;
        boolean dies = person.number() % 50 == 11 && period.id().number() == 9;
        boolean moves = person.number() % 50 == 23 && period.id().number() == 10;
        if (!dies && !moves) return;
        if (dies) desk.send(PRACTITIONER, new RecordDeath(id, day.minusDays(3)));
        if (moves) desk.send(PRACTITIONER, new EndBudget(id, day, EndReason.MOVED_AWAY, null));
        ended = true;
        if (account == null) return;
        desk.send(
                RECONCILER,
                new RecordSpend(
                        id,
                        account,
                        Money.of("96.00"),
                        day,
                        Category.PERSONAL_ASSISTANT,
                        null,
                        null,
                        null,
                        Payee.UNRELATED,
                        null,
                        null,
                        null,
                        true,
                        true));
        notice(account, ReclaimKind.CLOSING);
    }

    private SampleDesk.Kept words(String name, String text) {
        return desk.words(person.ref() + "/" + name, person.ref(), text);
    }
}
