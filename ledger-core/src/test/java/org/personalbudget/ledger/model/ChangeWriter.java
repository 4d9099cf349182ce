package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.ChangeCommand.CancelInstalment;
import org.personalbudget.ledger.budget.ChangeCommand.EndBudget;
import org.personalbudget.ledger.budget.ChangeCommand.MoveAccount;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ChangeCommand.RecordTransfer;
import org.personalbudget.ledger.budget.ChangeCommand.ResumeBudget;
import org.personalbudget.ledger.budget.ChangeCommand.SuspendBudget;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.budget.EndReason;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.SuspensionReason;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;

/** Writes what interrupts a budget, ends it, moves its money, or changes it for a whole batch. */
final class ChangeWriter {

    private final World world;
    private final Dice dice;
    private final MoneyWriter money;

    ChangeWriter(World world, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.money = money;
    }

    BudgetCommand change(Dossier dossier) {
        return switch (dice.between(1, 20)) {
            case 1, 2, 3, 4 -> suspend(dossier);
            case 5, 6 -> new ResumeBudget(dossier.terms.budget(), day(dossier));
            case 8 -> dice.chance(20) ? end(dossier) : suspend(dossier);
            case 9, 10 -> move(dossier);
            case 11, 12, 13 -> transfer(dossier);
            case 14, 15 -> cancel(dossier);
            case 7, 16, 17, 18, 19 -> uplift(dossier);
            default -> new ProposeCut(dossier.terms.budget(), batch(), dice.one(-1, 500, 500, 250, 10_001));
        };
    }

    /** As a rule in the life of the budget; now and then before it, or in no table. */
    private LocalDate day(Dossier dossier) {
        if (dice.chance(2))
            return dice.one(LocalDate.of(2010, 1, 1), dossier.terms.startsOn().minusDays(1));
        return dice.chance(80) ? world.within(70, 40) : world.within(200, 150);
    }

    private SuspendBudget suspend(Dossier dossier) {
        List<LineId> lines = new ArrayList<>();
        if (dice.chance(50)) lines.add(PlanWriter.someLine(dice));
        if (dice.chance(15) && lines.size() == 1 && !lines.contains(new LineId("taxi"))) lines.add(new LineId("taxi"));
        LocalDate from = day(dossier);
        if (!dossier.course.suspensions().isEmpty() && dice.chance(30)) {
            from = dossier.course.suspensions().getLast().from().plusDays(dice.between(0, 5));
        }
        return new SuspendBudget(dossier.terms.budget(), from, lines, dice.one(SuspensionReason.values()), null);
    }

    private BudgetCommand end(Dossier dossier) {
        LocalDate on = day(dossier);
        return dice.chance(50)
                ? new RecordDeath(dossier.terms.budget(), on)
                : new EndBudget(dossier.terms.budget(), on, dice.one(EndReason.values()), null);
    }

    private MoveAccount move(Dossier dossier) {
        AccountKind kind = dice.one(AccountKind.values());
        boolean held = kind.holdsMoney() ? !dice.chance(3) : dice.chance(3);
        PersonRef holder = held ? new PersonRef(dossier.terms.person().value()) : null;
        ContributionMethod method = dice.one(ContributionMethod.values());
        AccountId account = account(dossier);
        return new MoveAccount(dossier.terms.budget(), account, kind, method, holder, day(dossier));
    }

    private AccountId account(Dossier dossier) {
        if (dossier.accounts.isEmpty() || dice.chance(1)) return new AccountId(world.id("no account"));
        return dice.one(dossier.accounts.keySet());
    }

    private RecordTransfer transfer(Dossier dossier) {
        AccountId from = dossier.accounts.values().stream()
                .filter(each -> each.pots.total().signum() > 0 && dice.chance(50))
                .map(each -> each.id)
                .findFirst()
                .orElse(account(dossier));
        Custody custody = dossier.accounts.get(from);
        Money amount = dice.money(dice.chance(2) ? 0 : 1, 20_000);
        if (custody != null && dice.chance(35)) amount = dice.around(Attributor.spendable(custody.pots, null));
        if (custody != null && dice.chance(25))
            amount = dice.around(custody.pots.total().max(BigDecimal.ZERO));
        List<AccountId> others = dossier.accounts.values().stream()
                .filter(each -> each.holdsMoney() && !each.id.equals(from))
                .map(each -> each.id)
                .toList();
        AccountId to = others.isEmpty() || dice.chance(10) ? account(dossier) : dice.one(others);
        return new RecordTransfer(dossier.terms.budget(), from, to, amount, money.past());
    }

    private CancelInstalment cancel(Dossier dossier) {
        PaymentId payment = dossier.payments.isEmpty() || dice.chance(1)
                ? new PaymentId(world.id("no payment"))
                : dice.one(dossier.payments.keySet());
        return new CancelInstalment(dossier.terms.budget(), payment);
    }

    private BatchId batch() {
        return new BatchId("batch-" + world.today.getMonthValue() + "-" + dice.between(1, 4));
    }

    /** As a rule a category of which the plan has lines with a price. */
    private Category priced(Dossier dossier) {
        List<Category> priced = dossier.planOn(world.today).stream()
                .flatMap(plan -> plan.plan.lines().stream())
                .filter(line -> line.unitRate() != null)
                .map(PlanLine::category)
                .toList();
        return priced.isEmpty() || dice.chance(10) ? dice.one(Category.values()) : dice.one(priced);
    }

    private UpliftRates uplift(Dossier dossier) {
        boolean rate = dice.chance(30);
        return new UpliftRates(
                dossier.terms.budget(),
                batch(),
                priced(dossier),
                rate ? null : dice.one(300, 300, 410, 250, 1, 1_100, -1),
                rate ? dice.money(1_400, 3_400) : null,
                dice.chance(85) ? world.within(10, 40) : day(dossier));
    }
}
