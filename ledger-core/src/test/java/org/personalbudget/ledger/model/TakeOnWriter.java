package org.personalbudget.ledger.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakenAccount;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/** Writes budgets that come from an old system, some of them with what they cannot have. */
final class TakeOnWriter {

    private final World world;
    private final Dice dice;
    private final PlanWriter plans;
    private final MoneyWriter money;

    TakeOnWriter(World world, PlanWriter plans, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.plans = plans;
        this.money = money;
    }

    TakeOnBudget takeOn(BudgetId budget) {
        AllocateBudget terms = plans.allocate(budget);
        ActorId prepared = world.anybody(Role.FINANCE_CONTROLLER).id();
        Dossier draft = new Dossier(terms, prepared);
        ProposePlan plan = plans.propose(draft);
        return new TakeOnBudget(
                budget,
                new BatchId("old-" + dice.between(1, 9)),
                prepared,
                day(),
                terms.person(),
                terms.careGroup(),
                terms.aftercare(),
                terms.weekly(),
                terms.funders(),
                terms.riskTier(),
                plan.outcomes(),
                plan.lines(),
                contribution(draft),
                accounts(draft),
                items(draft));
    }

    /** Today, or some weeks ago; now and then tomorrow, or in no table. */
    private LocalDate day() {
        if (dice.chance(2)) return dice.one(world.today.plusDays(1), LocalDate.of(2014, 1, 1));
        return dice.chance(50) ? world.today : world.within(60, 0);
    }

    private @Nullable Money contribution(Dossier draft) {
        if (draft.council().isEmpty() || draft.terms.aftercare() || dice.chance(40)) {
            return dice.chance(3) ? Money.ofPence(1) : dice.one(null, Money.ZERO);
        }
        if (dice.chance(2)) return Money.ofPence(-1);
        return dice.money(1, Math.clamp(draft.terms.weekly().pence() / 3, 1, 30_000));
    }

    private List<TakenAccount> accounts(Dossier draft) {
        List<TakenAccount> accounts = new ArrayList<>();
        int count = dice.chance(3) ? 0 : dice.one(1, 1, 1, 2, 3);
        for (int i = 0; i < count; i++) {
            OpenAccount open = money.open(draft);
            boolean holds = open.kind().holdsMoney() ? !dice.chance(10) : dice.chance(5);
            accounts.add(new TakenAccount(
                    open.kind(), open.method(), open.holder(), holds ? balances(open.method(), draft) : Split.NOTHING));
        }
        return accounts;
    }

    private Split balances(ContributionMethod method, Dossier draft) {
        Split held = Split.NOTHING;
        for (FunderShare share : draft.terms.funders()) {
            if (dice.chance(85)) held = held.plus(Split.of(Part.of(share.funder(), dice.money(1, 150_000))));
        }
        boolean persons = draft.council().isPresent() && method == ContributionMethod.NET;
        if (persons && dice.chance(60)) held = held.plus(Split.of(persons(draft)));
        if (dice.chance(30)) held = held.plus(Split.of(own(draft)));
        return dice.chance(3) ? held.plus(Split.of(wrong(draft))) : held;
    }

    private Part persons(Dossier draft) {
        return Part.client(draft.council().orElse(Funder.LA), dice.money(1, 40_000));
    }

    private Part own(Dossier draft) {
        Funder lead = draft.terms.funders().isEmpty() ? Funder.LA : draft.lead();
        return new Part(lead, Source.OWN, null, dice.money(1, 30_000));
    }

    /** Money that it may not have, or not be waiting for. */
    private Part wrong(Dossier draft) {
        Money amount = dice.money(1, 5_000);
        Funder some = dice.one(Funder.values());
        return switch (dice.between(1, 5)) {
            case 1 -> new Part(some, Source.UNKNOWN, null, amount);
            case 2 -> new Part(some, some.source(), new PaymentId(world.id("no payment")), amount);
            case 3 -> new Part(some, dice.one(Source.values()), null, amount);
            case 4 -> persons(draft).withAmount(dice.one(Money.ofPence(-1), Money.of("100000000.01")));
            default -> Part.of(some, amount);
        };
    }

    private List<OpenItem> items(Dossier draft) {
        List<OpenItem> items = new ArrayList<>();
        int count = dice.between(0, 4);
        for (int i = 0; i < count; i++) {
            OpenItem.Kind kind = dice.one(OpenItem.Kind.values());
            Part part = dice.chance(2) ? wrong(draft) : part(kind, draft);
            if (part == null) continue;
            LocalDate since = dice.chance(1) ? world.today.plusDays(1) : world.within(400, 0);
            items.add(new OpenItem(kind, since, part));
        }
        return items;
    }

    private @Nullable Part part(OpenItem.Kind kind, Dossier draft) {
        List<Funder> funders =
                draft.terms.funders().stream().map(FunderShare::funder).toList();
        List<Funder> others = funders.isEmpty() ? funders : funders.subList(1, funders.size());
        boolean persons = draft.council().isPresent();
        return switch (kind) {
            case CONTRIBUTION -> persons ? persons(draft) : null;
            case CO_FUNDER -> others.isEmpty() ? null : Part.of(dice.one(others), dice.money(1, 90_000));
            case RECLAIM, SUPPLIER_RECOVERY ->
                funders.isEmpty() || persons && dice.chance(25)
                        ? persons(draft)
                        : Part.of(dice.one(funders), dice.money(1, 60_000));
        };
    }
}
