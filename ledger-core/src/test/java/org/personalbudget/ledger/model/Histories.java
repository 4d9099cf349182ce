package org.personalbudget.ledger.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * A seeded history: what a council, its providers and a few mischief-makers ask of many budgets over two years. It
 * looks at what the model knows, to get somewhere and to stand at the limits; the ledger is never asked.
 */
final class Histories {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 7);

    private final World world;
    private final PlanWriter plans;
    private final MoneyWriter money;
    private final SpendWriter spends;
    private final ChangeWriter changes;
    private final ReviewWriter reviews;
    private final RecoveryWriter recoveries;
    private final JudgementWriter judgements;
    private final ReclaimWriter reclaims;
    private final ReceiptWriter receipts;
    private final TakeOnWriter takeOns;
    private final PoolWriter pools;
    private final StatementWriter statements;
    private final InvoiceWriter invoices;
    private final List<BudgetId> budgets = new ArrayList<>();
    private final Deque<Step> recent = new ArrayDeque<>();
    private final Deque<Command> next = new ArrayDeque<>();
    private final int most;
    private final int commandsADay;
    private int written;

    /**
     * @param most how many budgets there are in the end
     * @param commandsADay how fast time passes
     */
    Histories(long seed, Model model, World.Manner manner, PeriodCalendar calendar, int most, int commandsADay) {
        this.world = new World(seed, model, manner, FIRST_DAY);
        this.plans = new PlanWriter(world);
        this.money = new MoneyWriter(world, calendar);
        this.spends = new SpendWriter(world, calendar, money);
        this.changes = new ChangeWriter(world, money);
        this.reviews = new ReviewWriter(world);
        this.recoveries = new RecoveryWriter(world, money);
        this.judgements = new JudgementWriter(world);
        this.reclaims = new ReclaimWriter(world, money);
        this.receipts = new ReceiptWriter(world, money);
        this.takeOns = new TakeOnWriter(world, plans, money);
        this.pools = new PoolWriter(world, calendar, money);
        this.statements = new StatementWriter(world, calendar, money);
        this.invoices = new InvoiceWriter(world, money);
        this.most = most;
        this.commandsADay = commandsADay;
    }

    Step next() {
        if (written % commandsADay == 0) {
            world.today = world.today.plusDays(world.dice.one(0, 1, 1, 1, 2));
            world.turn();
        }
        Step step = again();
        if (step == null) {
            Command command = next.isEmpty() ? command() : next.poll();
            step = new Step(written, "key-" + world.seed + "-" + written, actor(command), world.today, command);
        }
        written++;
        recent.addLast(step);
        if (recent.size() > 300) recent.removeFirst();
        return step;
    }

    /** What is still on its way, a step at a time; null when everything has arrived. */
    @Nullable
    Step arrival() {
        for (Dossier dossier : world.dossiers().values()) {
            Command due = Punctuality.due(dossier, world);
            if (due == null) continue;
            Step step = new Step(written, "key-" + world.seed + "-" + written, actor(due), world.today, due);
            written++;
            return step;
        }
        return null;
    }

    /** The same again: under a new key by somebody, or, where what is paid is the key, under the same. */
    private @Nullable Step again() {
        if (recent.isEmpty() || !world.wild() || !world.dice.chance(4)) return null;
        Step old = world.dice.one(recent);
        boolean crowded = world.manner == World.Manner.CROWDED;
        if (crowded && (written % commandsADay < 4 || !(old.command() instanceof BudgetCommand))) return null;
        boolean natural =
                old.command() instanceof ApproveInstalment instalment && instalment.kind() == InstalmentKind.REGULAR
                        || old.command() instanceof PayProvider;
        boolean sameKey = natural && !crowded && world.dice.chance(50);
        String key = sameKey ? old.key() : "key-" + world.seed + "-" + written;
        return new Step(written, key, old.actor(), world.today, old.command());
    }

    private Actor actor(Command command) {
        if (command instanceof BudgetCommand.RecordSpend spend && world.dice.chance(15)) {
            Dossier dossier = world.dossiers().get(spend.budget());
            String holder = dossier == null || world.dice.chance(5)
                    ? "eve"
                    : dossier.terms.person().value();
            return new Actor(new ActorId(holder), Role.ACCOUNT_HOLDER);
        }
        if (command instanceof AnswerQuery query && world.dice.chance(60)) {
            Dossier dossier = world.dossiers().get(query.budget());
            if (dossier != null) {
                return new Actor(new ActorId(dossier.terms.person().value()), Role.ACCOUNT_HOLDER);
            }
        }
        if (command instanceof BudgetCommand.RecordSpend && world.dice.chance(97)) {
            return world.anybody(Role.RECONCILER);
        }
        return world.inRoleFor(command);
    }

    private Command command() {
        boolean administration =
                world.manner == World.Manner.CROWDED ? written % commandsADay < 4 : world.dice.chance(2);
        if (written < 12 || administration) return world.administration();
        if (budgets.isEmpty() || budgets.size() < most && world.dice.chance(3)) {
            BudgetId fresh = world.budget(budgets.size() + 1);
            budgets.add(fresh);
            return begin(fresh);
        }
        if (world.dice.chance(1)) return begin(world.dice.one(budgets));
        Dossier dossier = world.dossiers().get(world.dice.one(budgets));
        if (dossier == null) return forNobody();
        return world.wild() ? wild(dossier) : punctual(dossier);
    }

    /** A budget begins here, or comes from an old system. */
    private Command begin(BudgetId budget) {
        return world.wild() && world.dice.chance(30) ? takeOns.takeOn(budget) : plans.allocate(budget);
    }

    /** A budget whose allocation was refused: try again, or act as if it were there. */
    private Command forNobody() {
        BudgetId missing = world.dice.one(budgets);
        if (world.dossiers().containsKey(missing) || world.dice.chance(70)) return begin(missing);
        return world.dice.one(
                new BudgetCommand.ApprovePlan(missing, 1),
                new BudgetCommand.SubmitPayment(
                        missing, new org.personalbudget.ledger.terms.PaymentId(world.id("no payment"))));
    }

    private Command wild(Dossier dossier) {
        if (!dossier.hasPlan() && world.dice.chance(70)) return towardsApproval(dossier);
        if (dossier.accounts.isEmpty() && world.dice.chance(60)) return money.open(dossier);
        if (world.dice.chance(2)) return plans.share(dossier);
        if (world.dice.chance(2)) return reviews.look(dossier);
        boolean back = !dossier.supplied.isEmpty() || !dossier.owedBack.isEmpty();
        if (back && world.dice.chance(3)) return recoveries.back(dossier);
        if (!dossier.spends.isEmpty() && world.dice.chance(10)) return judgements.about(dossier);
        // A receipt is shared by budgets, so that a crowd could not ask in any order.
        if (world.manner == World.Manner.WILD && world.dice.chance(3)) return receipts.next(dossier);
        if (world.manner == World.Manner.WILD && world.dice.chance(8)) return pools.next(dossier);
        if (world.dice.chance(5)) return statements.next(dossier);
        if (dossier.hasPlan() && world.dice.chance(6)) return invoices.next(dossier);
        int throwOf = world.dice.between(1, 100);
        if (throwOf <= 10) return decided(throwOf, dossier);
        if (throwOf <= 20) return money.instalment(dossier);
        if (throwOf <= 22) return money.raise(dossier);
        if (throwOf <= 26) return money.contributionPayment(dossier);
        if (throwOf == 27) return money.refund(dossier);
        if (throwOf == 28) return money.necessity(dossier);
        boolean shared =
                dossier.terms.funders().size() > 1 || !dossier.course.shares().isEmpty();
        if (throwOf <= 32 && (shared || world.dice.chance(5))) {
            return money.recharge(dossier);
        }
        if (throwOf <= 35) return changes.change(dossier);
        if (throwOf <= 45) return reclaims.next(dossier);
        if (throwOf <= 70) return money.paymentLife(dossier);
        if (throwOf <= 83) return spends.pay(dossier);
        return hasMoney(dossier) || world.dice.chance(25) ? spends.spend(dossier) : money.paymentLife(dossier);
    }

    /** What is agreed about a budget, before money moves. */
    private Command decided(int throwOf, Dossier dossier) {
        if (throwOf <= 4) return plans.propose(dossier);
        if (throwOf <= 7) return plans.decide(dossier);
        if (throwOf <= 9) return money.assess(dossier);
        return dossier.accounts.size() < 4 ? money.open(dossier) : money.raise(dossier);
    }

    private static boolean hasMoney(Dossier dossier) {
        return dossier.accounts.values().stream()
                .anyMatch(each -> Attributor.spendable(each.pots, null).signum() > 0);
    }

    private Command towardsApproval(Dossier dossier) {
        boolean open = !dossier.proposals.isEmpty() && isOpen(dossier.proposals.getLast());
        return open ? plans.decide(dossier) : plans.propose(dossier);
    }

    private static boolean isOpen(Proposal proposal) {
        return proposal.fate == Dossier.Fate.OPEN || proposal.fate == Dossier.Fate.WITH_PANEL;
    }

    /** Everything arrives when it should, so that the same history can be played under the other method. */
    private Command punctual(Dossier dossier) {
        if (!dossier.hasPlan()) return towardsApproval(dossier);
        if (dossier.course.assessments().isEmpty() && world.dice.chance(60)) return money.assess(dossier);
        if (dossier.accounts.isEmpty()) return money.open(dossier);
        Command due = Punctuality.due(dossier, world);
        if (due != null) return due;
        int throwOf = world.dice.between(1, 100);
        boolean paid = !dossier.regulars.isEmpty() || !dossier.dues.isEmpty();
        if (throwOf <= 2 && !paid) return plans.propose(dossier);
        if (throwOf <= 4 && !paid) return towardsApproval(dossier);
        if (throwOf <= 6 && !paid) return money.assess(dossier);
        if (throwOf <= 7) return money.necessity(dossier);
        if (throwOf <= 9) return money.raise(dossier);
        if (throwOf <= 40) return money.instalment(dossier);
        if (throwOf <= 50) return spends.pay(dossier);
        return spends.spend(dossier);
    }
}
