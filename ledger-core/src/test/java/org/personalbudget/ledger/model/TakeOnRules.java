package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.AssessContribution;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakeOnEvent.ItemTakenOn;
import org.personalbudget.ledger.budget.TakenAccount;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Claims.Claim;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Recharge;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierRefundId;

/**
 * A budget that comes from an old system: as if the one who prepared it had allocated, planned, assessed and opened, and
 * the other had approved; with what its accounts hold, and what it still waits for.
 */
final class TakeOnRules {

    private final TakeOnBudget command;
    private final Setting approving;
    private final Setting preparing;
    private final List<Event> made;
    private final Dossier dossier;
    private final Answer.Doubts doubts = new Answer.Doubts();
    private final Answer.Figures figures = new Answer.Figures();

    /** @param made what the ledger made of it, for the ids; nothing as long as it was not asked */
    private TakeOnRules(TakeOnBudget command, Setting setting, List<Event> made) {
        this.command = command;
        this.preparing = as(command.prepared(), Role.FINANCE_CONTROLLER, setting);
        this.approving = as(setting.step().actor().id(), Role.PANEL, setting);
        this.made = made;
        this.dossier = new Dossier(terms(command), command.prepared());
        this.dossier.books.turnTo(setting.step().number());
    }

    static Opinion takeOn(TakeOnBudget command, Setting setting, Map<BudgetId, Dossier> dossiers) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (doubts.when(dossiers.containsKey(command.budget()), "budget-already-taken-on")) return Opinion.no(doubts);
        doubts.when(setting.step().actor().id().equals(command.prepared()), "preparer-may-not-approve");
        setting.hasHappened(command.on(), doubts);
        doubts.when(command.accounts().isEmpty(), "no-accounts-taken");
        Opinion allocated = PlanRules.allocate(terms(command), setting, dossiers, _ -> {});
        if (allocated.answer() instanceof Answer.No no) doubts.addAll(no.codes());
        if (doubts.any()) return Opinion.no(doubts);
        TakeOnRules worked = new TakeOnRules(command, setting, List.of());
        worked.hear(allocated);
        worked.work();
        if (worked.doubts.any()) return Opinion.no(worked.doubts);
        return Opinion.yes(worked.figures, made -> {
            TakeOnRules again = new TakeOnRules(command, setting, made);
            again.work();
            dossiers.put(command.budget(), again.dossier);
        });
    }

    private static AllocateBudget terms(TakeOnBudget command) {
        return new AllocateBudget(
                command.budget(),
                command.person(),
                command.careGroup(),
                command.on(),
                command.weekly(),
                command.weekly(),
                command.funders(),
                command.riskTier(),
                command.aftercare());
    }

    private static Setting as(ActorId who, Role role, Setting setting) {
        Step asked = setting.step();
        Step step = new Step(asked.number(), asked.key(), new Actor(who, role), asked.today(), asked.command());
        return new Setting(step, setting.policy(), setting.calendar());
    }

    private void work() {
        plan();
        if (doubts.any()) return;
        boolean charged =
                command.contribution() != null && command.contribution().pence() != 0;
        if (charged) {
            AssessContribution assess = new AssessContribution(command.budget(), command.contribution(), command.on());
            hear(ContributionRules.assess(assess, dossier, preparing));
        }
        for (int i = 0; i < command.accounts().size(); i++)
            account(command.accounts().get(i), i);
        for (int i = 0; i < command.items().size(); i++) item(command.items().get(i), i);
        new Unpaid(dossier, approving.policy()).fromNothing().name(figures);
    }

    private void plan() {
        hear(PlanRules.propose(
                new ProposePlan(command.budget(), command.on(), command.outcomes(), command.lines(), null, null, null),
                dossier,
                preparing));
        if (doubts.any()) return;
        hear(PlanRules.approve(new ApprovePlan(command.budget(), 1), dossier, approving));
    }

    /** One step of many: what is said against it is said against all. */
    private void hear(Opinion opinion) {
        switch (opinion.answer()) {
            case Answer.No no -> doubts.addAll(no.codes());
            case Answer.Yes yes -> {
                figures.addAll(yes);
                opinion.effect().take(made);
            }
        }
    }

    private void account(TakenAccount taken, int number) {
        OpenAccount open = new OpenAccount(
                command.budget(), taken.kind(), taken.method(), taken.holder(), command.on(), List.of());
        AccountId id = accountId(number);
        hear(AccountRules.open(open, dossier, preparing, _ -> id));
        Amounts held = LedgerAnswer.amounts(taken.balances());
        if (taken.balances().parts().isEmpty()) return;
        doubts.when(!taken.kind().holdsMoney(), "account-holds-no-money");
        for (Part part : taken.balances().parts()) {
            approving.positive(part.amount(), doubts);
            free(part);
            doubts.when(!mayHold(part, taken.method()), "source-not-of-budget");
        }
        if (doubts.any()) return;
        figures.add("taken on", held);
        fill(dossier.accounts.get(id), held);
    }

    private void fill(Custody account, Amounts held) {
        account.put(held, command.on());
        Books.Entry entry = dossier.books.entry(command.on()).in(account.id);
        held.each((pot, amount) ->
                entry.debit(account.code(), pot, amount).credit(pot.source() == Source.OWN ? 2350 : 3000, pot, amount));
        advanced(held, entry);
        entry.done();
    }

    /** What co-funders own of it was advanced by them. */
    private void advanced(Amounts amounts, Books.Entry entry) {
        ReclaimRules.ofCoFunders(amounts, dossier.lead())
                .each((pot, amount) -> entry.debit(3000, pot, amount).credit(2500, pot, amount));
    }

    private boolean mayHold(Part part, ContributionMethod method) {
        boolean own = part.source() == Source.OWN && part.book() == dossier.lead();
        boolean persons = method == ContributionMethod.NET && isPersons(part);
        return part.ringFence() == null && (own || persons || isFunders(part));
    }

    private boolean isPersons(Part part) {
        boolean council = dossier.council().isPresent() && dossier.council().get() == part.book();
        return part.source() == Source.CLIENT && council;
    }

    private boolean isFunders(Part part) {
        boolean bears = dossier.terms.funders().stream().anyMatch(share -> share.funder() == part.book());
        return bears && part.source() == part.book().source();
    }

    /** What a person paid or is to pay comes with no budget that they may not be asked for a contribution to. */
    private void free(Part part) {
        if (part.source() != Source.CLIENT) return;
        boolean never = dossier.council().isEmpty() || ContributionRules.isUnchargedCarer(dossier, approving);
        doubts.when(never, "contribution-not-chargeable");
        doubts.when(dossier.terms.aftercare(), "aftercare-is-free");
    }

    private void item(OpenItem item, int number) {
        Part part = item.part();
        approving.positive(part.amount(), doubts);
        doubts.when(item.dueOn().isAfter(approving.today()), "date-in-future");
        boolean ours = switch (item.kind()) {
            case CONTRIBUTION -> isPersons(part);
            case RECLAIM, SUPPLIER_RECOVERY -> isPersons(part) || isFunders(part);
            case CO_FUNDER -> isFunders(part) && part.book() != dossier.lead();
        };
        free(part);
        doubts.when(!ours || part.ringFence() != null, "item-not-of-budget");
        if (doubts.any()) return;
        Amounts owed = LedgerAnswer.amounts(Split.of(part));
        figures.add("waits for " + item.kind() + " since " + item.dueOn(), owed);
        post(item.kind(), owed);
        await(item, owed, number);
    }

    private void post(OpenItem.Kind kind, Amounts owed) {
        int code = switch (kind) {
            case CONTRIBUTION -> 1300;
            case RECLAIM -> 1350;
            case SUPPLIER_RECOVERY -> 1400;
            case CO_FUNDER -> 1500;
        };
        Books.Entry entry = dossier.books.entry(command.on());
        owed.each((pot, amount) -> entry.debit(code, pot, amount).credit(3000, pot, amount));
        if (kind == OpenItem.Kind.RECLAIM) advanced(owed, entry);
        entry.done();
    }

    private void await(OpenItem item, Amounts owed, int number) {
        UUID id = itemId(number);
        LocalDate since = item.dueOn();
        Funder book = item.part().book();
        switch (item.kind()) {
            case CONTRIBUTION -> dossier.broughtForward.merge(since, owed.total(), BigDecimal::add);
            case RECLAIM -> dossier.claims.claims.put(new ReclaimId(id), Claim.ofOldSystem(owed, since));
            case SUPPLIER_RECOVERY ->
                dossier.owedBack.put(new SupplierRefundId(id), new RecoveryRules.OwedBack(null, owed));
            case CO_FUNDER -> dossier.recharges.put(new RechargeId(id), new Recharge(book, owed.total(), owed.total()));
        }
    }

    private AccountId accountId(int number) {
        List<AccountId> known = made.stream()
                .filter(AccountOpened.class::isInstance)
                .map(event -> ((AccountOpened) event).account())
                .toList();
        return known.isEmpty() ? new AccountId(unknown("account " + number)) : known.get(number);
    }

    private UUID itemId(int number) {
        List<ItemTakenOn> known = made.stream()
                .filter(ItemTakenOn.class::isInstance)
                .map(ItemTakenOn.class::cast)
                .toList();
        UUID id = known.isEmpty() ? null : known.get(number).reference();
        return id == null ? unknown("item " + number) : id;
    }

    private static UUID unknown(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}
