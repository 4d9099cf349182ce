package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.ReclaimCommand.ApproveRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.AskReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReclaim;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.GiveReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimCommand.ProposeRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.budget.ReclaimCommand.RejectRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.WithdrawReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.ReclaimRoute;
import org.personalbudget.ledger.budget.ReliefKind;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.model.Claims.Claim;
import org.personalbudget.ledger.model.Claims.Concession;
import org.personalbudget.ledger.model.Claims.Look;
import org.personalbudget.ledger.model.Claims.Stage;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/** Writes what brings public money back, and what lets it go. */
final class ReclaimWriter {

    private final World world;
    private final Dice dice;
    private final MoneyWriter money;

    ReclaimWriter(World world, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.money = money;
    }

    BudgetCommand next(Dossier dossier) {
        int throwOf = dice.between(1, 100);
        if (throwOf <= 25) return notice(dossier);
        if (throwOf <= 30) return withdrawal(dossier);
        if (throwOf <= 75) return goOn(dossier);
        return throwOf <= 90 ? proposal(dossier) : answer(dossier);
    }

    private GiveReclaimNotice notice(Dossier dossier) {
        @Nullable AccountId account = money.someAccount(dossier);
        Dossier.Custody custody = dossier.accounts.get(account);
        boolean fund = custody != null && custody.opened.kind() == AccountKind.INDIVIDUAL_SERVICE_FUND;
        boolean over = dossier.saidOver.values().stream().anyMatch(said -> said.signum() > 0);
        ReclaimKind kind = dice.chance(20) ? dice.one(ReclaimKind.values()) : ReclaimKind.SURPLUS;
        if (fund && dice.chance(85)) kind = ReclaimKind.SERVICE_FUND;
        if (over && dice.chance(50)) kind = ReclaimKind.OVER_ADVANCE;
        Money amount = switch (dice.between(1, 10)) {
            case 1 -> dice.one(Money.ZERO, Money.ofPence(-1), Money.ofPence(1));
            case 2, 3, 4 -> dice.money(1, 8_000);
            default -> null;
        };
        LocalDate payBy = dice.chance(80) ? null : dice.chance(5) ? LocalDate.of(2001, 1, 1) : world.within(-20, 60);
        return new GiveReclaimNotice(
                dossier.terms.budget(), account, kind, amount, world.note("too much"), null, payBy);
    }

    /** As a rule of a notice that is not decided yet, where there is one. */
    private BudgetCommand withdrawal(Dossier dossier) {
        Map<ReclaimId, Claim> all = dossier.claims.claims;
        if (all.isEmpty() && dice.chance(90)) return notice(dossier);
        ReclaimId id = all.isEmpty() || dice.chance(2) ? new ReclaimId(world.id("no reclaim")) : dice.one(all.keySet());
        for (int i = 0; i < 3 && all.get(id) != null && all.get(id).stage != Stage.ASKED_FOR; i++) {
            id = dice.one(all.keySet());
        }
        return new WithdrawReclaimNotice(dossier.terms.budget(), id, world.note("in error"));
    }

    private BudgetCommand goOn(Dossier dossier) {
        BudgetId budget = dossier.terms.budget();
        List<Map.Entry<ReclaimId, Claim>> all = new ArrayList<>(dossier.claims.claims.entrySet());
        if (all.isEmpty() && dice.chance(90)) return notice(dossier);
        if (all.isEmpty() || dice.chance(1)) {
            return step(budget, new ReclaimId(world.id("no reclaim")), dice.between(1, 4), null);
        }
        Map.Entry<ReclaimId, Claim> one = dice.chance(60) ? all.getLast() : dice.one(all);
        for (int i = 0; i < 3 && isOver(one.getValue()); i++) one = dice.one(all);
        for (Map.Entry<ReclaimId, Claim> each : all) {
            boolean fresh = each.getValue().canBeLookedAt() && each.getValue().waits(world.today);
            if (fresh && dice.chance(60)) one = each;
        }
        Claim claim = one.getValue();
        boolean looking = claim.canBeLookedAt() && claim.waits(world.today) && dice.chance(70);
        boolean owed = claim.stage == Stage.OWED && !looking;
        int which = owed ? 4 : claim.look == Look.WANTED ? dice.one(1, 2, 2) : looking ? 1 : dice.one(1, 3, 3, 3);
        return step(budget, one.getKey(), dice.chance(8) ? dice.between(1, 4) : which, claim);
    }

    private static boolean isOver(Claim claim) {
        return claim.stage == Stage.DROPPED
                || claim.stage == Stage.OWED && claim.owed.total().signum() == 0;
    }

    private BudgetCommand step(BudgetId budget, ReclaimId id, int which, @Nullable Claim claim) {
        BigDecimal demanded = claim == null ? Sums.NIL : claim.demanded;
        return switch (which) {
            case 1 -> new AskReconsideration(budget, id, world.note("why not"));
            case 2 -> {
                Money amount = dice.one(Money.ZERO, dice.around(demanded), dice.money(1, 8_000));
                if (dice.chance(25)) amount = dice.one(Money.ofPence(-1), Sums.money(demanded.add(Sums.PENNY)));
                yield new DecideReconsideration(budget, id, amount, world.note("again"));
            }
            case 3 -> new DecideReclaim(budget, id);
            default -> {
                BigDecimal owed = claim == null ? Sums.NIL : claim.owed.total();
                Money amount = dice.chance(40) ? null : dice.one(dice.around(owed), dice.money(1, 20_000));
                if (dice.chance(2)) amount = Money.ZERO;
                ReclaimRoute route = route();
                PaymentId payment = route == ReclaimRoute.INSTALMENT && !dice.chance(4) ? instalment(budget) : null;
                yield new ReceiveReclaim(budget, id, amount, money.past(), route, payment);
            }
        };
    }

    private ReclaimRoute route() {
        if (dice.chance(30)) return ReclaimRoute.INSTALMENT;
        return dice.one(ReclaimRoute.BANK, ReclaimRoute.ACCOUNT, ReclaimRoute.CARD_UNLOAD);
    }

    /** A payment that is not handed over yet, or (now and then) any. */
    private PaymentId instalment(BudgetId budget) {
        List<Dossier.Instruction> all =
                new ArrayList<>(world.dossiers().get(budget).payments.values());
        if (!dice.chance(5)) all.removeIf(each -> !each.isOpen() || each.provider);
        return all.isEmpty() ? new PaymentId(world.id("no payment")) : dice.one(all).id;
    }

    private ProposeRelief proposal(Dossier dossier) {
        ReliefOf of = dice.one(ReliefOf.values());
        @Nullable AccountId account = dice.chance(5) ? null : money.someAccount(dossier);
        @Nullable
        ReclaimId reclaim = dossier.claims.claims.isEmpty() || dice.chance(3)
                ? dice.one(null, new ReclaimId(world.id("no reclaim")))
                : dice.one(dossier.claims.claims.keySet());
        Money amount = dice.chance(3) ? dice.one(Money.ZERO, Money.ofPence(-1)) : dice.money(1, 30_000);
        Claim claim = dossier.claims.claims.get(reclaim);
        if (of == ReliefOf.RECLAIM && claim != null && dice.chance(50)) amount = dice.around(claim.owed.total());
        if (of == ReliefOf.CONTRIBUTION && dice.chance(50)) {
            amount = dice.around(Sums.atLeastNil(dossier.outstanding()));
        }
        Dossier.Custody custody = dossier.accounts.get(account);
        if (of == ReliefOf.ACCOUNT && custody != null && dice.chance(25)) {
            amount = dice.around(Sums.atLeastNil(custody.held()));
        }
        return new ProposeRelief(
                dossier.terms.budget(),
                dice.one(ReliefKind.values()),
                of,
                reclaim,
                account,
                amount,
                world.note("let it go"));
    }

    private BudgetCommand answer(Dossier dossier) {
        BudgetId budget = dossier.terms.budget();
        Map<ReliefId, Concession> all = dossier.claims.concessions;
        if (all.isEmpty() && dice.chance(90)) return proposal(dossier);
        ReliefId id = all.isEmpty() || dice.chance(2) ? new ReliefId(world.id("no relief")) : dice.one(all.keySet());
        for (int i = 0; i < 3 && all.get(id) != null && !all.get(id).open; i++) id = dice.one(all.keySet());
        return dice.chance(80) ? new ApproveRelief(budget, id) : new RejectRelief(budget, id, world.note("no"));
    }
}
