package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetCommand.DecideNecessity;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.model.Dossier.Instruction;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/** Accounts, what they are paid, and whom they may pay. */
final class AccountRules {

    private AccountRules() {}

    static Opinion open(OpenAccount command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.dateInTable(command.startsOn(), doubts);
        doubts.when(command.startsOn().isBefore(dossier.terms.startsOn()), "before-budget-starts");
        boolean personal = command.kind() == AccountKind.DIRECT_PAYMENT || command.kind() == AccountKind.PREPAID_CARD;
        boolean nobodys = command.kind() == AccountKind.COUNCIL_MANAGED || command.kind() == AccountKind.NOTIONAL;
        doubts.when(personal && command.holder() == null, "holder-needed");
        doubts.when(nobodys && command.holder() != null, "holder-not-allowed");
        Set<LineId> deployed = new HashSet<>();
        dossier.accounts.values().forEach(each -> deployed.addAll(each.opened.lines()));
        doubts.when(command.lines().stream().anyMatch(deployed::contains), "line-already-deployed");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures().note("opened " + command.kind() + " " + command.method());
        return Opinion.yes(figures, made -> {
            AccountOpened opened = Opinion.the(AccountOpened.class, made);
            dossier.accounts.put(opened.account(), new Custody(opened.account(), command));
        });
    }

    static Opinion decideNecessity(DecideNecessity command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.dateInTable(command.dates().first(), doubts);
        setting.dateInTable(command.dates().last(), doubts);
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().note("necessity"), _ -> dossier.necessities.add(command));
    }

    static Opinion approve(ApproveInstalment command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (command.kind() == InstalmentKind.REGULAR) {
            doubts.when(command.amount() != null, "amount-not-for-regular");
        } else {
            doubts.when(command.amount() == null, "amount-needed");
            doubts.when(command.purpose() == null, "purpose-needed");
            if (command.amount() != null) setting.positive(command.amount(), doubts);
        }
        if (doubts.when(!setting.calendar().knows(command.period()), "period-out-of-range")) return Opinion.no(doubts);
        Custody account = account(command, dossier, doubts);
        doubts.when(dossier.approvals.isEmpty(), "no-plan-in-force");
        if (account == null || dossier.approvals.isEmpty()) return Opinion.no(doubts);
        Period period = setting.calendar().period(command.period());
        LocalDate first = PlanRules.firstDay(dossier);
        if (account.opened.startsOn().isAfter(first)) first = account.opened.startsOn();
        Optional<DateRange> days = Setting.from(first, period.dates());
        doubts.when(days.isEmpty(), "nothing-to-pay", "no-plan-in-force", "before-account-opens");
        if (days.isEmpty()) return Opinion.no(doubts);
        return command.kind() == InstalmentKind.REGULAR
                ? regular(command, account, days.get(), dossier, setting, doubts)
                : oneOff(command, account, days.get(), dossier, setting, doubts);
    }

    private static @Nullable Custody account(ApproveInstalment command, Dossier dossier, Answer.Doubts doubts) {
        if (command.account() != null) {
            Custody account = dossier.accounts.get(command.account());
            doubts.when(account == null, "unknown-account");
            doubts.when(account != null && !account.holdsMoney(), "account-holds-no-money");
            return account;
        }
        List<Custody> holding =
                dossier.accounts.values().stream().filter(Custody::holdsMoney).toList();
        doubts.when(holding.size() > 1, "account-needed");
        doubts.when(holding.isEmpty() && dossier.accounts.isEmpty(), "no-account");
        doubts.when(holding.isEmpty() && !dossier.accounts.isEmpty(), "no-account", "account-holds-no-money");
        return holding.size() == 1 ? holding.getFirst() : null;
    }

    private static Opinion regular(
            ApproveInstalment command,
            Custody account,
            DateRange days,
            Dossier dossier,
            Setting setting,
            Answer.Doubts doubts) {
        PaymentId payment = PaymentId.regular(command.budget(), account.id, command.period());
        doubts.when(dossier.payments.containsKey(payment), "instalment-already-approved");
        BigDecimal gross = carried(account, days, dossier);
        boolean raised = dossier.contributionsRaised.containsKey(command.period());
        BigDecimal due = raised ? NIL : ContributionRules.due(dossier, days);
        BigDecimal kept =
                account.opened.method() == ContributionMethod.NET ? due.min(Costing.councilPart(dossier, gross)) : NIL;
        Amounts payable = dossier.shared(gross);
        dossier.council().ifPresent(council -> payable.add(new Pot(council, council.source(), null), kept.negate()));
        doubts.when(payable.total().signum() <= 0, "nothing-to-pay");
        if (doubts.any()) return Opinion.no(doubts);
        List<Allocating.Change> changes = Allocating.reaching(dossier, command.period(), setting.calendar());
        BigDecimal shown = account.opened.method() == ContributionMethod.NET ? kept : due;
        Answer.Figures figures = new Answer.Figures().add("gross", gross).add("contribution", shown);
        figures.add("payable", payable).add("due " + command.period() + " from " + days.first(), due);
        Allocating.name(dossier, changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            instruct(payment, account, payable, command, dossier, setting);
            account.keptBack = account.keptBack.add(kept);
            boolean net = account.opened.method() == ContributionMethod.NET;
            ContributionRules.fallDue(dossier, command.period(), days.first(), due, net ? account : null);
        });
    }

    /** What these days cost on the lines that are paid from this account. */
    private static BigDecimal carried(Custody account, DateRange days, Dossier dossier) {
        BigDecimal gross = NIL;
        for (Map.Entry<@Nullable LineId, BigDecimal> cost :
                Costing.byLine(dossier, days).entrySet()) {
            if (carrier(cost.getKey(), days, dossier) == account) gross = gross.add(cost.getValue());
        }
        return gross;
    }

    /** The account that pays for a line: whoever names it, the council for an order, else the first that names none. */
    private static @Nullable Custody carrier(@Nullable LineId line, DateRange days, Dossier dossier) {
        boolean order = line != null && Costing.isOrdered(dossier, line, days);
        Custody council = null;
        Custody other = null;
        for (Custody each : dossier.accounts.values()) {
            if (line != null && each.opened.lines().contains(line)) return each;
            if (!each.opened.lines().isEmpty()) continue;
            if (council == null && each.opened.kind() == AccountKind.COUNCIL_MANAGED) council = each;
            if (other == null && each.holdsMoney()) other = each;
        }
        return order && council != null ? council : other;
    }

    private static Opinion oneOff(
            ApproveInstalment command,
            Custody account,
            DateRange days,
            Dossier dossier,
            Setting setting,
            Answer.Doubts doubts) {
        PaymentId payment = PaymentId.oneOff(command.budget(), setting.step().id());
        doubts.when(dossier.payments.containsKey(payment), "instalment-already-approved");
        if (doubts.any() || command.amount() == null) return Opinion.no(doubts);
        BigDecimal amount = Sums.pounds(command.amount());
        Amounts payable = Amounts.byShares(amount, dossier.terms.funders(), payment);
        List<Allocating.Change> changes = Allocating.reaching(dossier, command.period(), setting.calendar());
        Answer.Figures figures = new Answer.Figures().add("gross", amount).add("payable", payable);
        figures.add("one-off " + command.period(), dossier.shared(amount));
        Allocating.name(dossier, changes, figures);
        return Opinion.yes(figures, _ -> {
            Allocating.take(dossier, changes);
            Books.Entry entry = dossier.books.entry(setting.today()).of(null, command.period());
            dossier.shared(amount)
                    .each((pot, part) -> entry.debit(9000, pot, part).credit(9010, pot, part));
            entry.done();
            account.fences.add(payment);
            instruct(payment, account, payable, command, dossier, setting);
        });
    }

    private static void instruct(
            PaymentId payment,
            Custody account,
            Amounts payable,
            ApproveInstalment command,
            Dossier dossier,
            Setting setting) {
        dossier.payments.put(
                payment,
                new Instruction(
                        payment, account, false, payable, setting.step().actor().id(), command.period(), null));
        Books.Entry entry = dossier.books.entry(setting.today());
        payable.each((pot, amount) -> entry.debit(1190, pot, amount).credit(2200, pot, amount));
        entry.done();
    }
}
