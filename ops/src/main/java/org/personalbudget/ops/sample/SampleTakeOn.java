package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.FINANCE_CONTROLLER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakenAccount;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.register.RegisterEntry;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.ApproveTakeOn;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand.PrepareTakeOn;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;

/** A neighbouring team's spreadsheet comes over to the sample council: prepared by one controller, approved by another. */
final class SampleTakeOn {

    private static final BatchId BATCH = new BatchId("east-team-2023");
    private static final FileDigest FILE = new FileDigest("5a".repeat(32));
    private static final List<String> NAMES = List.of("Wyn Harper", "Zadie Cole", "Yusuf Amin");
    private static final Money HELD = Money.of("412.60");
    private static final Money OWED = Money.of("84.20");
    private static final Money WEEKLY = Money.of("198.00");

    private final SampleDesk desk;

    SampleTakeOn(SampleDesk desk) {
        this.desk = desk;
    }

    void play(LocalDate on) {
        Money all = HELD.plus(OWED).times(NAMES.size());
        desk.send(FINANCE_CONTROLLER, new PrepareTakeOn(BATCH, on, FILE, NAMES.size(), 0, all, all));
        desk.sendAs("controller-2", FINANCE_CONTROLLER, new ApproveTakeOn(BATCH, FILE));
        for (int i = 0; i < NAMES.size(); i++) take(i, on);
    }

    private void take(int number, LocalDate on) {
        PersonRef person = new PersonRef("east-%02d".formatted(number + 1));
        SampleDesk.Kept kept = desk.words(person + "/outcome", person, "Keep the flat and the cat");
        OutcomeId home = new OutcomeId("home");
        PlanLine help = new PlanLine(
                new LineId("help"), PlanLine.Kind.OUTCOME, Category.PERSONAL_ASSISTANT, home, WEEKLY, null, null, null);
        desk.sendAs(
                "controller-2",
                FINANCE_CONTROLLER,
                new TakeOnBudget(
                        new BudgetId(UUID.nameUUIDFromBytes(("sample/" + person).getBytes(StandardCharsets.UTF_8))),
                        BATCH,
                        new ActorId("controller"),
                        on,
                        person,
                        CareGroup.ADULT,
                        false,
                        WEEKLY,
                        List.of(new FunderShare(Funder.LA, 10_000)),
                        RiskTier.MEDIUM,
                        List.of(new Outcome(home, kept.note())),
                        List.of(help),
                        Money.of("21.05"),
                        List.of(new TakenAccount(
                                AccountKind.DIRECT_PAYMENT,
                                ContributionMethod.NET,
                                person,
                                Split.of(Part.of(Funder.LA, HELD)))),
                        List.of(new OpenItem(
                                OpenItem.Kind.CONTRIBUTION, on.minusDays(28), Part.client(Funder.LA, OWED)))),
                kept.entry(),
                new RegisterEntry.Person(person, NAMES.get(number), null));
    }
}
