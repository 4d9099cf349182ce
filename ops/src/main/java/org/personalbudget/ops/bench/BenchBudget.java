package org.personalbudget.ops.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
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
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * A budget to write to: a direct payment with a service line and a flexible line, funded well enough that no spend of
 * the mix runs out of money. One caller at a time has it.
 */
final class BenchBudget {

    private static final LineId SUPPORT = new LineId("support");
    private static final LineId LIFE = new LineId("life");
    private static final OutcomeId CONNECTED = new OutcomeId("connected");

    private final BudgetId id;
    private final Period period;
    private final LocalDate today;
    private final SupplierId supplier;
    private AccountId account = new AccountId(new UUID(0, 0));
    private int version;
    private int invoices;

    BenchBudget(int number, Period period, LocalDate today, SupplierId supplier) {
        this.id = new BudgetId(new UUID(0x62656e63685f5f5fL, number));
        this.period = period;
        this.today = today;
        this.supplier = supplier;
    }

    /** Allocation to a funded account. */
    void prepare(BenchCaller caller) {
        caller.send(
                Role.PRACTITIONER,
                new AllocateBudget(
                        id,
                        new PersonRef("bench-" + id),
                        CareGroup.ADULT,
                        period.first(),
                        Money.of("200000.00"),
                        Money.of("200000.00"),
                        List.of(new FunderShare(Funder.LA, 7_000), new FunderShare(Funder.ICB, 3_000)),
                        RiskTier.LOW,
                        false));
        planAndApprove(caller);
        var opened = caller.send(
                Role.PRACTITIONER,
                new OpenAccount(
                        id,
                        AccountKind.DIRECT_PAYMENT,
                        ContributionMethod.NET,
                        new PersonRef("bench-holder"),
                        period.first(),
                        List.of()));
        account = ((AccountOpened) opened.getFirst()).account();
        fund(caller);
    }

    private void fund(BenchCaller caller) {
        var approved = caller.send(
                Role.PAYMENTS_OFFICER,
                new ApproveInstalment(id, period.id(), InstalmentKind.REGULAR, null, null, account, null));
        PaymentId payment = approved.stream()
                .filter(InstalmentApproved.class::isInstance)
                .map(event -> ((InstalmentApproved) event).payment())
                .findFirst()
                .orElseThrow();
        caller.send(Role.PAYMENTS_APPROVER, new SubmitPayment(id, payment));
        caller.send(Role.RECONCILER, new SettlePayment(id, payment, today, SettlementLeg.BOTH));
    }

    /** Two commands: a new plan with slightly different lines, and its approval by the panel. */
    void planAndApprove(BenchCaller caller) {
        version++;
        Money shift = Money.ofPence(version % 100);
        Note words = new Note(new UUID(id.value().getLeastSignificantBits(), version), "0".repeat(64));
        caller.send(
                Role.PRACTITIONER,
                new ProposePlan(
                        id,
                        period.first(),
                        List.of(new Outcome(CONNECTED, words)),
                        List.of(
                                line(SUPPORT, PlanLine.Kind.SERVICE, Category.HOME_CARE, Money.of("150000.00")),
                                line(
                                        LIFE,
                                        PlanLine.Kind.OUTCOME,
                                        Category.FLEXIBLE,
                                        Money.of("49000.00").plus(shift)))));
        caller.send(Role.PANEL, new ApprovePlan(id, version));
    }

    private static PlanLine line(LineId line, PlanLine.Kind kind, Category category, Money weekly) {
        return new PlanLine(line, kind, category, CONNECTED, weekly, null, null, null);
    }

    void spend(BenchCaller caller, long pence) {
        caller.send(
                Role.RECONCILER,
                new RecordSpend(
                        id,
                        account,
                        Money.ofPence(pence),
                        today,
                        Category.FLEXIBLE,
                        LIFE,
                        null,
                        null,
                        Payee.UNRELATED,
                        null,
                        null,
                        null,
                        true,
                        true));
    }

    void payProvider(BenchCaller caller, long pence) {
        invoices++;
        caller.send(
                Role.INVOICE_OFFICER,
                new PayProvider(
                        id,
                        supplier,
                        SUPPORT,
                        Money.ofPence(pence),
                        new DateRange(period.first(), today),
                        new InvoiceNumber("B" + id.value().getLeastSignificantBits() + "X" + invoices),
                        null,
                        null,
                        Payee.UNRELATED));
    }
}
