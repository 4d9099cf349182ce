package org.personalbudget.ledger.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.budget.AccrualCommand.ReverseAccrual;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.CustodyCommand.NoteDecline;
import org.personalbudget.ledger.budget.CustodyCommand.RecordUnknownCredit;
import org.personalbudget.ledger.budget.CustodyCommand.UndoContributionPayment;
import org.personalbudget.ledger.budget.CustodyCommand.UndoSettlement;
import org.personalbudget.ledger.budget.CustodyCommand.WithdrawUnknownCredit;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.model.Dossier.Whereabouts;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/** Writes what statements seem to show, what turns out otherwise, and what is done before a period is closed. */
final class StatementWriter {

    private final World world;
    private final Dice dice;
    private final PeriodCalendar calendar;
    private final MoneyWriter money;

    StatementWriter(World world, PeriodCalendar calendar, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.calendar = calendar;
        this.money = money;
    }

    BudgetCommand next(Dossier dossier) {
        return switch (dice.between(1, 10)) {
            case 1 -> new RecordUnknownCredit(dossier.terms.budget(), account(dossier), amount(), money.past(), null);
            case 2 -> known(dossier);
            case 3 ->
                new NoteDecline(
                        dossier.terms.budget(),
                        account(dossier),
                        amount(),
                        money.past(),
                        dice.one(null, new MerchantCode("7995"), new MerchantCode("5411")));
            case 4, 5 -> settlement(dossier);
            case 6 -> contribution(dossier);
            case 7, 8, 9 -> new AccrueCare(dossier.terms.budget(), period());
            default -> accrued(dossier);
        };
    }

    private Money amount() {
        return dice.chance(4) ? dice.one(Money.ZERO, Money.of("100000000.01")) : dice.money(1, 20_000);
    }

    private AccountId account(Dossier dossier) {
        List<AccountId> holding = dossier.accounts.values().stream()
                .filter(Custody::holdsMoney)
                .map(each -> each.id)
                .toList();
        return holding.isEmpty() || dice.chance(6) ? money.someAccount(dossier) : dice.one(holding);
    }

    private WithdrawUnknownCredit known(Dossier dossier) {
        AccountId id = account(dossier);
        Custody account = dossier.accounts.get(id);
        Amounts.Pot nobodys = new Amounts.Pot(dossier.lead(), Source.UNKNOWN, null);
        BigDecimal held = account == null ? Sums.NIL : account.pots.at(nobodys);
        Money amount = held.signum() > 0 && dice.chance(80) ? dice.around(held) : amount();
        return new WithdrawUnknownCredit(dossier.terms.budget(), id, amount, money.past());
    }

    private UndoSettlement settlement(Dossier dossier) {
        List<Instruction> moved = dossier.payments.values().stream()
                .filter(each -> switch (each.where) {
                    case OUT_OF_BANK, IN_ACCOUNT, WITH_PROVIDER -> true;
                    case WITH_COUNCIL, ON_ITS_WAY, BACK, CALLED_OFF -> false;
                })
                .toList();
        if (moved.isEmpty() || dice.chance(3)) {
            PaymentId any = dossier.payments.isEmpty() || dice.chance(30)
                    ? new PaymentId(world.id("no payment"))
                    : dice.one(dossier.payments.keySet());
            return new UndoSettlement(dossier.terms.budget(), any, dice.one(SettlementLeg.values()), money.past());
        }
        Instruction payment = dice.one(moved);
        SettlementLeg leg = payment.where == Whereabouts.IN_ACCOUNT ? SettlementLeg.ACCOUNT : SettlementLeg.BANK;
        if (dice.chance(30)) leg = dice.one(SettlementLeg.values());
        return new UndoSettlement(dossier.terms.budget(), payment.id, leg, money.past());
    }

    private UndoContributionPayment contribution(Dossier dossier) {
        BigDecimal received = dossier.kept();
        Money amount = received.signum() > 0 && dice.chance(40) ? dice.around(received) : amount();
        AccountId account = dice.chance(60) ? account(dossier) : null;
        return new UndoContributionPayment(dossier.terms.budget(), account, amount, money.past());
    }

    /** One that is over and not closed, as a rule; a crowd never asks what somebody might just be closing. */
    private PeriodId period() {
        boolean crowd = world.manner == World.Manner.CROWDED;
        if (!crowd && dice.chance(2)) return new PeriodId(1990, 1);
        LocalDate day = crowd || dice.chance(85) ? world.within(20, 4) : world.within(200, 40);
        return calendar.periodOf(day).id();
    }

    private BudgetCommand accrued(Dossier dossier) {
        if (dossier.accrued.isEmpty() && dice.chance(80)) {
            return new AccrueCare(dossier.terms.budget(), period());
        }
        Cell cell = dossier.accrued.isEmpty() || dice.chance(10)
                ? new Cell(PlanWriter.someLine(dice), period())
                : dice.one(dossier.accrued.keySet());
        AccrualRules.Accrued accrued = dossier.accrued.get(cell);
        BigDecimal standing = accrued == null ? Sums.NIL : accrued.standing.total();
        Money amount = switch (dice.between(1, 3)) {
            case 1 -> null;
            case 2 -> dice.around(standing);
            default -> amount();
        };
        return new ReverseAccrual(
                dossier.terms.budget(), cell.period(), requireNonNull(cell.line()), amount, world.note("no bill"));
    }
}
