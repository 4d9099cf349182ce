package org.personalbudget.ops.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ApproveBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;

/** A budget whose direct payment waits for the next main run, to bank details that are approved. */
final class PaidBudget {

    private static final OutcomeId HOME = new OutcomeId("home");

    private final BudgetId id;
    private final int number;
    private final LocalDate starts;
    private final Register register;

    PaidBudget(int number, LocalDate starts, Register register) {
        this.id = new BudgetId(new UUID(0x706169645f5f5f5fL, number));
        this.number = number;
        this.starts = starts;
        this.register = register;
    }

    void prepare(BenchCaller caller) {
        caller.send(
                Role.PRACTITIONER,
                new AllocateBudget(
                        id,
                        new PersonRef("paid-" + number),
                        CareGroup.ADULT,
                        starts,
                        Money.of("310.00"),
                        Money.of("310.00"),
                        List.of(new FunderShare(Funder.LA, 10_000)),
                        RiskTier.LOW,
                        false));
        Note words = new Note(new UUID(1, number), "0".repeat(64));
        caller.send(
                Role.PRACTITIONER,
                new ProposePlan(
                        id,
                        starts,
                        List.of(new Outcome(HOME, words)),
                        List.of(new PlanLine(
                                new LineId("care"),
                                PlanLine.Kind.SERVICE,
                                Category.HOME_CARE,
                                HOME,
                                Money.of("310.00"),
                                null,
                                null,
                                null))));
        caller.send(Role.APPROVER, new ApprovePlan(id, 1));
        var opened = caller.send(
                Role.PRACTITIONER,
                new OpenAccount(
                        id,
                        AccountKind.DIRECT_PAYMENT,
                        ContributionMethod.GROSS,
                        new PersonRef("paid-" + number),
                        starts,
                        List.of()));
        details(((AccountOpened) opened.getFirst()).account(), caller);
    }

    private void details(AccountId account, BenchCaller caller) {
        UUID ref = new UUID(2, number);
        register.put(
                new RegisterEntry.BankDetails(ref, null, "089999", "%08d".formatted(number), "A PERSON " + number));
        BankPayee payee = BankPayee.of(account);
        Note details = new Note(ref, "%064x".formatted(number));
        caller.send(
                Role.PAYMENTS_OFFICER,
                new ProposeBankDetails(payee, id, details, ModulusOutcome.NOT_COVERED, PayeeCheck.MATCH));
        caller.send(Role.PAYMENTS_APPROVER, new ApproveBankDetails(payee, 1, null));
    }
}
