package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SpendId;

/** Writes what is done about spends that were recorded: as a rule what their state asks for, at times something else. */
final class JudgementWriter {

    private final World world;
    private final Dice dice;

    JudgementWriter(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    BudgetCommand about(Dossier dossier) {
        if (dossier.spends.isEmpty() || dice.chance(1)) {
            return refund(dossier, new SpendId(world.id("no spend")), null);
        }
        List<SpendId> all = new ArrayList<>(dossier.spends.keySet());
        SpendId id = dice.one(all);
        Bought bought = dossier.spends.get(id);
        boolean any = dice.chance(8);
        for (int i = 0; i < 4 && !any && bought.remaining().signum() == 0; i++) {
            id = dice.one(all);
            bought = dossier.spends.get(id);
        }
        int next = bought.isUnderQuery() ? dice.one(2, 3, 3, 3, 4) : dice.one(1, 1, 1, 4);
        SpendId back = dice.chance(2) ? allBack(dossier) : null;
        if (back != null) return query(dossier, back);
        return switch (dice.chance(4) ? dice.between(1, 4) : next) {
            case 1 -> query(dossier, id);
            case 2 -> new AnswerQuery(dossier.terms.budget(), id, world.note("answer"), dice.chance(50));
            case 3 -> judge(dossier, id, bought);
            default -> refund(dossier, id, bought);
        };
    }

    /** A spend of which all has come back. */
    private static @Nullable SpendId allBack(Dossier dossier) {
        for (SpendId each : dossier.spends.keySet()) {
            if (dossier.spends.get(each).remaining().signum() == 0) return each;
        }
        return null;
    }

    private QuerySpend query(Dossier dossier, SpendId id) {
        List<SpendReason> rules = new ArrayList<>();
        if (!dice.chance(3)) rules.add(dice.one(SpendReason.values()));
        if (dice.chance(30)) rules.add(dice.one(SpendReason.values()));
        return new QuerySpend(dossier.terms.budget(), id, rules, dice.chance(20) ? world.note("question") : null);
    }

    private JudgeSpend judge(Dossier dossier, SpendId id, Bought bought) {
        Money accepted = switch (dice.between(1, 10)) {
            case 1, 2, 3 -> null;
            case 4, 5 -> Money.ZERO;
            case 6 -> dice.around(bought.asked.total());
            case 7 -> dice.chance(10) ? Money.ofPence(-1) : Money.ofPence(1);
            default -> some(bought.asked.total());
        };
        boolean moves = dossier.planOn(bought.on).isPresent() && dice.chance(30);
        LocalDate payBy = dice.chance(30) ? world.within(-20, 90) : null;
        if (dice.chance(2)) payBy = LocalDate.of(2090, 1, 1);
        return new JudgeSpend(
                dossier.terms.budget(),
                id,
                accepted,
                dice.chance(20) ? dice.one(Category.values()) : null,
                moves
                        ? dice.one(dossier.planOn(bought.on).orElseThrow().plan.lines())
                                .id()
                        : dice.chance(2) ? PlanWriter.someLine(dice) : null,
                world.note("reason"),
                payBy);
    }

    private RecordRefund refund(Dossier dossier, SpendId id, @Nullable Bought bought) {
        BigDecimal remaining = bought == null ? Sums.NIL : bought.remaining();
        Money amount = switch (dice.between(1, 10)) {
            case 1, 2 -> dice.around(remaining);
            case 5, 6 -> dice.chance(50) && remaining.signum() > 0 ? Sums.money(remaining) : some(remaining);
            case 3 -> bought == null ? Money.ofPence(1) : dice.around(bought.asked.total());
            case 4 -> dice.chance(20) ? dice.one(Money.ZERO, Money.of("100000000.01")) : Money.ofPence(1);
            default -> some(remaining);
        };
        LocalDate on = dice.chance(60) || bought == null ? world.today : world.within(10, 0);
        if (bought != null && dice.chance(10)) on = bought.on.plusDays(dice.one(-1, 0));
        if (dice.chance(1)) on = dice.one(world.today.plusDays(1), LocalDate.of(2001, 1, 1));
        return new RecordRefund(dossier.terms.budget(), id, amount, on);
    }

    /** Something up to an amount. */
    private Money some(BigDecimal most) {
        int pence = most.movePointRight(2).min(BigDecimal.valueOf(100_000_000)).intValue();
        return Money.ofPence(dice.between(1, Math.max(1, pence)));
    }
}
