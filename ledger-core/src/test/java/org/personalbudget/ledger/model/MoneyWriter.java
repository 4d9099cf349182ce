package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetCommand.AssessContribution;
import org.personalbudget.ledger.budget.BudgetCommand.DecideNecessity;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.RecordContributionPayment;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ContributionCommand.RefundContribution;
import org.personalbudget.ledger.budget.FundingCommand.RecordFunderAdvance;
import org.personalbudget.ledger.budget.FundingCommand.ReduceRecharge;
import org.personalbudget.ledger.budget.FundingCommand.UseFunderAdvance;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.NecessityPurpose;
import org.personalbudget.ledger.budget.PayoutCommand.DismissDeathQuery;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Recharge;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.payrun.RunOrder;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.Relationship;

/** Writes what brings money in: accounts, contributions, instalments, and the life of payments and recharges. */
final class MoneyWriter {

    private final World world;
    private final Dice dice;
    private final PeriodCalendar calendar;

    MoneyWriter(World world, PeriodCalendar calendar) {
        this.world = world;
        this.dice = world.dice;
        this.calendar = calendar;
    }

    AssessContribution assess(Dossier dossier) {
        DateRange today = new DateRange(world.today, world.today);
        BigDecimal share = Costing.councilPart(
                dossier.course, Bearing.byDays(dossier.course, today), dossier.course.weeklyOn(world.today));
        Money weekly = switch (dice.between(1, 10)) {
            case 1 -> world.wild() ? dice.around(share) : Money.ZERO;
            case 2 -> dice.one(Money.ZERO, Money.ofPence(-1));
            default -> dice.money(0, Math.max(1, share.movePointRight(2).intValue() / 2));
        };
        LocalDate start = dossier.terms.startsOn();
        LocalDate from = dossier.course.assessments().isEmpty() && dice.chance(70) ? start : world.within(120, 60);
        return new AssessContribution(dossier.terms.budget(), weekly, from);
    }

    OpenAccount open(Dossier dossier) {
        AccountKind kind = world.wild() || dossier.accounts.isEmpty()
                ? dice.one(AccountKind.values())
                : dice.one(AccountKind.COUNCIL_MANAGED, AccountKind.PREPAID_CARD);
        if (dossier.accounts.isEmpty() && dice.chance(60)) kind = AccountKind.DIRECT_PAYMENT;
        ContributionMethod method = world.wild() ? dice.one(ContributionMethod.values()) : ContributionMethod.NET;
        boolean held = kind.holdsMoney() ? !dice.chance(3) : dice.chance(3);
        List<LineId> lines = new ArrayList<>();
        if (world.wild() && dice.chance(30)) lines.add(PlanWriter.someLine(dice));
        if (world.wild() && dice.chance(10)) lines.add(PlanWriter.someLine(dice));
        PersonRef holder = held
                ? new PersonRef(dice.chance(20) ? "ada" : dossier.terms.person().value())
                : null;
        LocalDate startsOn = !world.wild() || dice.chance(60) ? dossier.terms.startsOn() : world.within(60, 30);
        return new OpenAccount(dossier.terms.budget(), kind, method, holder, startsOn, lines);
    }

    ApproveInstalment instalment(Dossier dossier) {
        PeriodId period = period();
        @Nullable AccountId account = dice.chance(40) ? null : someAccount(dossier);
        if (dice.chance(80)) {
            Money amount = dice.chance(1) ? dice.money(1, 100) : null;
            return new ApproveInstalment(
                    dossier.terms.budget(), period, InstalmentKind.REGULAR, amount, null, account, askedBy(period));
        }
        Money amount = dice.chance(2) ? dice.one(null, Money.ZERO, Money.ofPence(-1)) : dice.money(1, 60_000);
        return new ApproveInstalment(
                dossier.terms.budget(),
                period,
                InstalmentKind.ONE_OFF,
                amount,
                dice.chance(2) ? null : world.note("purpose"),
                account,
                null);
    }

    /** Every other period is asked for by a run. */
    private static @Nullable PayRunId askedBy(PeriodId period) {
        return period.number() % 2 == 0 ? new PayRunId(new UUID(0, period.number())) : null;
    }

    BudgetCommand raise(Dossier dossier) {
        return new BudgetCommand.RaiseContribution(dossier.terms.budget(), period());
    }

    /** About now; at times long ago, next year, or in no table. */
    private PeriodId period() {
        if (dice.chance(1)) return new PeriodId(dice.one(1990, 2060), 1);
        LocalDate day = dice.chance(85) ? world.within(56, 28) : world.within(300, 300);
        return calendar.periodOf(day).id();
    }

    RecordContributionPayment contributionPayment(Dossier dossier) {
        Money amount = dice.money(1, 20_000);
        if (!dossier.dues.isEmpty() && dice.chance(75)) {
            amount = Sums.money(dice.one(dossier.dues.values()).amount());
        }
        if (dice.chance(2)) amount = dice.one(Money.ZERO, Money.ofPence(-1), Money.of("100000000.01"));
        AccountId account = dice.chance(60) ? someAccount(dossier) : null;
        return new RecordContributionPayment(dossier.terms.budget(), account, amount, past());
    }

    BudgetCommand refund(Dossier dossier) {
        BigDecimal credit = Sums.atLeastNil(dossier.outstanding().negate()).add(dossier.refundOwed);
        Money amount = switch (dice.between(1, 4)) {
            case 1 -> dice.around(credit);
            case 2 -> dice.money(0, 5_000);
            default -> null;
        };
        return new RefundContribution(dossier.terms.budget(), amount);
    }

    DecideNecessity necessity(Dossier dossier) {
        LocalDate first = dice.chance(2) ? LocalDate.of(2010, 1, 1) : world.within(60, 10);
        return new DecideNecessity(
                dossier.terms.budget(),
                dice.chance(50) ? someRelative(dice) : null,
                dice.one(Relationship.values()),
                dice.one(NecessityPurpose.values()),
                new DateRange(first, first.plusDays(dice.between(0, 120))),
                dice.chance(50) ? world.note("why") : null);
    }

    static PersonRef someRelative(Dice dice) {
        return new PersonRef("relative-" + dice.between(1, 2));
    }

    /** A day that has come, or (now and then) one that has not. */
    LocalDate past() {
        if (dice.chance(2)) return dice.one(world.today.plusDays(1), LocalDate.of(2001, 1, 1));
        return dice.chance(60) ? world.today : world.within(40, 0);
    }

    @Nullable
    AccountId someAccount(Dossier dossier) {
        if (dossier.accounts.isEmpty() || dice.chance(1)) return new AccountId(world.id("no account"));
        return dice.one(dossier.accounts.keySet());
    }

    /** The next thing that happens to a payment: as a rule what should, at times what should not. */
    BudgetCommand paymentLife(Dossier dossier) {
        if (dice.chance(dossier.deathAsked ? 12 : 1)) {
            return dossier.deathAsked && dice.chance(12)
                    ? new RecordDeath(dossier.terms.budget(), past())
                    : new DismissDeathQuery(dossier.terms.budget(), world.note("lives"));
        }
        if (dossier.course.died() && dice.chance(40)) return afterDeath(dossier);
        if (dossier.payments.isEmpty() || dice.chance(1)) {
            return step(dossier, new PaymentId(world.id("no payment")), dice.between(1, 4));
        }
        Instruction payment = dice.one(dossier.payments.values());
        for (int i = 0; i < 8 && settled(payment); i++) payment = dice.one(dossier.payments.values());
        if (settled(payment) && dice.chance(80)) return instalment(dossier);
        if (payment.isOpen() && payment.onCard() && dice.chance(1)) {
            return new RecordDeath(dossier.terms.budget(), past());
        }
        int next = switch (payment.where) {
            case WITH_COUNCIL -> payment.fromAccount() && dice.chance(50) ? 2 : 1;
            case ON_ITS_WAY -> dice.chance(85) ? 2 : 3;
            case OUT_OF_BANK -> dice.chance(80) ? 2 : 3;
            case IN_ACCOUNT, WITH_PROVIDER -> 3;
            case BACK -> 4;
            case CALLED_OFF -> 1;
        };
        return step(dossier, payment.id, dice.chance(4) ? dice.between(1, 4) : next);
    }

    /** What still waits goes out with a run, if it does. */
    private BudgetCommand afterDeath(Dossier dossier) {
        List<PaymentId> waiting = dossier.payments.values().stream()
                .filter(each -> each.isOpen() && each.onCard())
                .map(each -> each.id)
                .toList();
        PaymentId payment = waiting.isEmpty() ? new PaymentId(world.id("no payment")) : dice.one(waiting);
        return step(dossier, payment, 1);
    }

    private static boolean settled(Instruction payment) {
        return switch (payment.where) {
            case IN_ACCOUNT, WITH_PROVIDER, CALLED_OFF -> true;
            case WITH_COUNCIL, ON_ITS_WAY, OUT_OF_BANK, BACK -> false;
        };
    }

    private BudgetCommand step(Dossier dossier, PaymentId payment, int which) {
        return switch (which) {
            case 1 -> new BudgetCommand.SubmitPayment(dossier.terms.budget(), payment, order(dossier, payment));
            case 2 -> new BudgetCommand.SettlePayment(dossier.terms.budget(), payment, past(), leg(dossier, payment));
            case 3 ->
                new BudgetCommand.ReturnPayment(dossier.terms.budget(), payment, dice.one(ReturnCode.values()), past());
            default -> new BudgetCommand.ReissuePayment(dossier.terms.budget(), payment);
        };
    }

    /** As it was approved in a run, now and then: as a rule as it is. */
    private @Nullable RunOrder order(Dossier dossier, PaymentId id) {
        Instruction payment = dossier.payments.get(id);
        if (payment == null || !dice.chance(payment.onCard() || payment.fromAccount() ? 40 : 4)) return null;
        Money amount = dice.chance(92) ? Sums.money(payment.split.total()) : dice.around(payment.split.total());
        int attempt = dice.chance(94) ? payment.attempt : payment.attempt + 1;
        return new RunOrder(new PayRunId(world.id("run")), attempt, null, amount);
    }

    private SettlementLeg leg(Dossier dossier, PaymentId id) {
        Instruction payment = dossier.payments.get(id);
        boolean out = payment != null && payment.where == Dossier.Whereabouts.OUT_OF_BANK;
        if (out && dice.chance(90)) return SettlementLeg.ACCOUNT;
        return dice.one(SettlementLeg.BOTH, SettlementLeg.BOTH, SettlementLeg.BOTH, SettlementLeg.BANK);
    }

    BudgetCommand recharge(Dossier dossier) {
        Funder funder = dice.chance(90) ? someFunder(dossier) : dice.one(Funder.values());
        if (dice.chance(15)) return advance(dossier, funder);
        if (!dossier.recharges.isEmpty() && dice.chance(30)) return lessOrSettled(dossier);
        if (!dossier.recharges.isEmpty() && dice.chance(40)) return rechargePayment(dossier);
        BigDecimal open = dossier.rechargeable
                .getOrDefault(funder, Sums.NIL)
                .add(dossier.advances.getOrDefault(funder, Sums.NIL));
        return new BudgetCommand.RechargeFunder(
                dossier.terms.budget(),
                funder,
                switch (dice.between(1, 3)) {
                    case 1 -> dice.around(open);
                    case 2 -> dice.money(0, 10_000);
                    default -> null;
                });
    }

    private Funder someFunder(Dossier dossier) {
        List<FunderShare> all = new ArrayList<>(dossier.terms.funders());
        dossier.course.shares().forEach(change -> all.addAll(change.funders()));
        return dice.one(all).funder();
    }

    private RecordFunderAdvance advance(Dossier dossier, Funder funder) {
        Money amount = dice.chance(4) ? dice.one(Money.ZERO, Money.ofPence(-1)) : dice.money(1, 9_000);
        return new RecordFunderAdvance(dossier.terms.budget(), funder, amount, past());
    }

    private BudgetCommand lessOrSettled(Dossier dossier) {
        RechargeId id = dice.one(dossier.recharges.keySet());
        Recharge recharge = dossier.recharges.get(id);
        if (dice.chance(3)) id = new RechargeId(world.id("no recharge"));
        if (dice.chance(50)) {
            Money amount = dice.chance(50) ? dice.around(recharge.reducible) : dice.money(0, 5_000);
            return new ReduceRecharge(dossier.terms.budget(), id, amount, world.note("less"));
        }
        BigDecimal prepaid = dossier.prepaid.getOrDefault(recharge.funder, Sums.NIL);
        Money amount = dice.chance(40) ? null : dice.around(dice.one(prepaid, recharge.outstanding));
        return new UseFunderAdvance(dossier.terms.budget(), id, amount);
    }

    private BudgetCommand rechargePayment(Dossier dossier) {
        RechargeId id = dice.one(dossier.recharges.keySet());
        Recharge recharge = dossier.recharges.get(id);
        return new BudgetCommand.RecordRechargePayment(
                dossier.terms.budget(),
                dice.chance(3) ? new RechargeId(world.id("no recharge")) : id,
                switch (dice.between(1, 3)) {
                    case 1 -> dice.around(recharge == null ? Sums.NIL : recharge.outstanding);
                    case 2 -> dice.money(0, 5_000);
                    default -> null;
                },
                past());
    }
}
