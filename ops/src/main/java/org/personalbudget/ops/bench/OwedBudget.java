package org.personalbudget.ops.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;

/** A budget with payments on their way, each of which a statement is to show. */
final class OwedBudget {

    private static final OutcomeId HOME = new OutcomeId("home");
    private static final Note WORDS = new Note(new UUID(3, 1), "0".repeat(64));

    private final BudgetId id;
    private final Period period;
    private final LocalDate today;
    private final int payments;

    /** @param payments how many are handed to the bank */
    OwedBudget(int number, Period period, LocalDate today, int payments) {
        this.id = new BudgetId(new UUID(0x6f7765645f5f5f5fL, number));
        this.period = period;
        this.today = today;
        this.payments = payments;
    }

    /** One payment that left the council, in pence, and whether somebody has noted by hand that it did. */
    record Owed(PaymentId payment, long pence, boolean noted) {}

    /** @param noted of how many of each ten payments somebody has noted by hand that they left */
    void prepare(BenchCaller caller, int noted, List<Owed> owed) {
        AccountId account = account(caller);
        for (int i = 0; i < payments; i++) {
            long pence = 1_000L + i;
            var approved = caller.send(
                    Role.PAYMENTS_OFFICER,
                    new ApproveInstalment(
                            id, period.id(), InstalmentKind.ONE_OFF, Money.ofPence(pence), WORDS, account, null));
            PaymentId payment = approved.stream()
                    .filter(InstalmentApproved.class::isInstance)
                    .map(event -> ((InstalmentApproved) event).payment())
                    .findFirst()
                    .orElseThrow();
            caller.send(Role.PAYMENTS_APPROVER, new SubmitPayment(id, payment));
            boolean left = i % 10 < noted;
            if (left) caller.send(Role.RECONCILER, new SettlePayment(id, payment, today, SettlementLeg.BANK));
            owed.add(new Owed(payment, pence, left));
        }
    }

    private AccountId account(BenchCaller caller) {
        Money weekly = Money.of("310.00");
        PersonRef person = new PersonRef("owed-" + id);
        caller.send(
                Role.PRACTITIONER,
                new AllocateBudget(
                        id,
                        person,
                        CareGroup.ADULT,
                        period.first(),
                        weekly,
                        weekly,
                        List.of(new FunderShare(Funder.LA, 10_000)),
                        RiskTier.LOW,
                        false));
        PlanLine care = new PlanLine(
                new LineId("care"), PlanLine.Kind.SERVICE, Category.HOME_CARE, HOME, weekly, null, null, null);
        caller.send(
                Role.PRACTITIONER,
                new ProposePlan(id, period.first(), List.of(new Outcome(HOME, WORDS)), List.of(care)));
        caller.send(Role.APPROVER, new ApprovePlan(id, 1));
        var opened = caller.send(
                Role.PRACTITIONER,
                new OpenAccount(
                        id, AccountKind.DIRECT_PAYMENT, ContributionMethod.GROSS, person, period.first(), List.of()));
        return ((AccountOpened) opened.getFirst()).account();
    }
}
