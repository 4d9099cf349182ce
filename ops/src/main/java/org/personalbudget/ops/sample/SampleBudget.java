package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.*;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ApproveBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.ChangeCommand.MoveAccount;
import org.personalbudget.ledger.budget.FundingCommand.ChangeFunders;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.NecessityPurpose;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.register.RegisterEntry;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Relationship;

/** What one person of the sample council does through the year. */
final class SampleBudget {

    private static final LineId SUPPORT = new LineId("support");
    private static final LineId LIFE = new LineId("life");
    private static final OutcomeId CONNECTED = new OutcomeId("connected");
    private static final List<String> STATEMENTS = List.of(
            "See friends every week", "Get out to the allotment", "Sing in the choir again", "Cook for the family");
    private static final List<String> PAYEES = List.of("Community choir", "Station taxis", "Swimming pool", "Art club");

    private final SamplePerson person;
    private final SampleDesk desk;
    private final Random random;
    private final BudgetId id;
    private final SampleLife life;
    private final SampleBills bills;
    private final List<PaymentId> waiting = new ArrayList<>();
    private @Nullable AccountId account;
    private @Nullable AccountId moved;
    private @Nullable PaymentId lastBilled;
    private @Nullable PaymentId lastPaid;
    private int details;
    private boolean byRun;
    private final List<SamplePayRun.Due> forRun = new ArrayList<>();
    private boolean begun;

    SampleBudget(SamplePerson person, SampleDesk desk, Random random) {
        this.person = person;
        this.desk = desk;
        this.random = random;
        this.id = new BudgetId(UUID.nameUUIDFromBytes(("sample/" + person.ref()).getBytes(StandardCharsets.UTF_8)));
        this.life = new SampleLife(person, desk, random, id);
        this.bills = new SampleBills(person, desk, random, id, SUPPORT);
    }

    BudgetId id() {
        return id;
    }

    boolean isOfAnAgency() {
        return begun && person.ordersFromSupplier() && !life.hasEnded();
    }

    /** Once a period, when everything has been paid. */
    void live(Period period, LocalDate day) {
        if (begun && !person.startsOn().isAfter(day)) life.live(period, day, account);
    }

    /** Assessment to approval, in the period before the budget starts. */
    void begin(Period period, LocalDate day) {
        if (begun || person.startsOn().isAfter(period.last())) return;
        begun = true;
        desk.send(
                PRACTITIONER,
                new AllocateBudget(
                        id,
                        person.ref(),
                        person.group(),
                        person.startsOn(),
                        person.weekly(),
                        person.weekly().plus(Money.of("12.00")),
                        person.funders(),
                        RiskTier.LOW,
                        false),
                new RegisterEntry.Person(person.ref(), person.name(), null));
        plan();
        if (person.contributionWeekly().isPositive()) {
            desk.send(
                    CONTRIBUTIONS_OFFICER, new AssessContribution(id, person.contributionWeekly(), person.startsOn()));
        }
        List<Event> opened = desk.send(
                PRACTITIONER,
                new OpenAccount(id, person.kind(), person.method(), person.holder(), person.startsOn(), List.of()));
        if (!person.kind().holdsMoney()) return;
        account = ((AccountOpened) opened.getFirst()).account();
        if (person.kind() == AccountKind.DIRECT_PAYMENT) tellDetails(account);
    }

    /** Where the account is: told by the holder, entered by one and approved by another. */
    private void tellDetails(AccountId paidInto) {
        details++;
        BankPayee payee = BankPayee.of(paidInto);
        SampleDesk.Details kept = desk.details(
                person.ref() + "/details/" + details, person.ref(), person.number() + 10_000 * details, person.name());
        desk.send(
                PAYMENTS_OFFICER,
                new ProposeBankDetails(payee, id, kept.note(), ModulusOutcome.NOT_COVERED, PayeeCheck.MATCH),
                kept.entry());
        SampleDesk.Kept evidence =
                desk.words(person.ref() + "/call-back/" + details, person.ref(), "Called back on the number we know.");
        desk.send(PAYMENTS_APPROVER, new ApproveBankDetails(payee, details, evidence.note()), evidence.entry());
    }

    private void plan() {
        String statement = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
        SampleDesk.Kept kept = desk.words(person.ref() + "/outcome", person.ref(), statement);
        Category category = person.ordersFromSupplier() ? Category.HOME_CARE : Category.PERSONAL_ASSISTANT;
        PlanLine support = new PlanLine(
                SUPPORT,
                PlanLine.Kind.SERVICE,
                category,
                null,
                person.hoursWeekly(),
                person.hours(),
                person.rate(),
                person.ordersFromSupplier() ? person.supplier().id() : null);
        PlanLine life = new PlanLine(
                LIFE, PlanLine.Kind.OUTCOME, Category.FLEXIBLE, CONNECTED, person.flexible(), null, null, null);
        desk.send(
                PRACTITIONER,
                new ProposePlan(
                        id, person.startsOn(), List.of(new Outcome(CONNECTED, kept.note())), List.of(support, life)),
                kept.entry());
        desk.send(APPROVER, new ApprovePlan(id, 1));
        if (person.weekly().exceeds(Money.of("500.00"))) desk.send(PANEL, new ApprovePlan(id, 1));
    }

    /** The period's instalment goes out with everybody's, where that can be. */
    List<SamplePayRun.Due> instalInRun(Period period, LocalDate day) {
        byRun = true;
        instal(period, day);
        byRun = false;
        List<SamplePayRun.Due> due = List.copyOf(forRun);
        forRun.clear();
        return due;
    }

    /** The period's instalment, and start-up money with the first. */
    void instal(Period period, LocalDate day) {
        settle(day);
        if (!begun || account == null || life.hasEnded()) return;
        instruct(desk.ifAccepted(
                PAYMENTS_OFFICER,
                new ApproveInstalment(id, period.id(), InstalmentKind.REGULAR, null, null, account, null)));
        if (person.startUp().isPositive() && period.contains(person.startsOn())) {
            SampleDesk.Kept purpose = desk.words(person.ref() + "/start-up", person.ref(), "Start-up costs");
            instruct(desk.send(
                    PAYMENTS_OFFICER,
                    new ApproveInstalment(
                            id, period.id(), InstalmentKind.ONE_OFF, person.startUp(), purpose.note(), account, null),
                    purpose.entry()));
        }
    }

    private void instruct(List<Event> events) {
        for (Event event : events) {
            if (!(event instanceof PaymentInstructed instructed)) continue;
            boolean known =
                    details > 0 && account != null && BankPayee.of(account).equals(instructed.bankPayee());
            if (byRun && known) {
                forRun.add(new SamplePayRun.Due(instructed, details));
                waiting.add(instructed.payment());
            } else {
                submit(instructed.payment());
            }
            if (instructed.supplier() != null) lastBilled = instructed.payment();
        }
    }

    private void submit(PaymentId payment) {
        desk.send(PAYMENTS_APPROVER, new SubmitPayment(id, payment));
        waiting.add(payment);
    }

    /** The money arrives; one in sixty comes back and is sent again. */
    void arrive(Period period, LocalDate day) {
        if (!waiting.isEmpty() && random.nextInt(60) == 0) {
            PaymentId payment = waiting.getFirst();
            desk.send(PAYMENTS_OFFICER, new ReturnPayment(id, payment, ReturnCode.INVALID_DETAILS, day));
            if (details > 0 && account != null && moved == null) tellDetails(account);
            desk.send(PAYMENTS_OFFICER, new ReissuePayment(id, payment));
            desk.send(PAYMENTS_APPROVER, new SubmitPayment(id, payment));
        }
        settle(day);
    }

    private void settle(LocalDate day) {
        for (PaymentId payment : waiting) {
            desk.send(RECONCILER, new SettlePayment(id, payment, day, SettlementLeg.BOTH));
            if (payment.equals(lastBilled)) lastPaid = payment;
        }
        waiting.clear();
    }

    /** The contribution comes, and the first half of the support is paid for. */
    void firstHalf(Period period, LocalDate day) {
        if (!begun || person.startsOn().isAfter(day) || life.hasEnded()) return;
        contribute(period, day);
        if (account != null && !person.ordersFromSupplier())
            pay(Category.PERSONAL_ASSISTANT, SUPPORT, supportShare(44), day);
        if (account != null && random.nextInt(3) > 0) {
            pay(Category.FLEXIBLE, LIFE, part(person.flexible(), 60 + random.nextInt(60)), day);
        }
    }

    private void contribute(Period period, LocalDate day) {
        Money due = person.contributionWeekly().times(4);
        if (!due.isPositive() || random.nextInt(12) == 0) return;
        if (person.kind() == AccountKind.COUNCIL_MANAGED || person.kind() == AccountKind.NOTIONAL) {
            desk.ifAccepted(CONTRIBUTIONS_OFFICER, new RaiseContribution(id, period.id()));
        }
        boolean intoAccount = account != null && person.method() == ContributionMethod.NET;
        desk.send(RECONCILER, new RecordContributionPayment(id, intoAccount ? account : null, due, day));
    }

    private Money supportShare(int percent) {
        return part(person.hoursWeekly().times(4), percent);
    }

    private static Money part(Money whole, int percent) {
        return whole.timesRatio(percent, 100, java.math.RoundingMode.DOWN);
    }

    /** The second half of the support; now and then a relative, or more than planned. */
    void secondHalf(Period period, LocalDate day) {
        if (!begun || account == null || person.startsOn().isAfter(day) || life.hasEnded()) return;
        if (!person.ordersFromSupplier()) {
            pay(Category.PERSONAL_ASSISTANT, SUPPORT, supportShare(40 + random.nextInt(12)), day);
        }
        if (random.nextInt(20) == 0)
            pay(Category.FLEXIBLE, LIFE, person.flexible().times(5), day);
        if (person.relativeHelps() && random.nextInt(2) == 0) payRelative(day);
    }

    private void pay(Category category, LineId line, Money amount, LocalDate day) {
        if (!amount.isPositive()) return;
        spend(category, line, amount, day, Payee.UNRELATED);
    }

    private void payRelative(LocalDate day) {
        Payee sister = new Payee(null, Relationship.RELATIVE, true);
        if (random.nextBoolean()) {
            DateRange month = new DateRange(day, day.plusDays(27));
            desk.send(
                    PRACTITIONER,
                    new DecideNecessity(id, null, Relationship.RELATIVE, NecessityPurpose.CARE, month, null));
        }
        spend(Category.FLEXIBLE, LIFE, part(person.flexible(), 50), day, sister);
    }

    private void spend(Category category, LineId line, Money amount, LocalDate day, Payee payee) {
        String name = PAYEES.get(random.nextInt(PAYEES.size()));
        SampleDesk.Kept kept = desk.words("payee/" + name, null, name);
        life.spent(desk.send(
                RECONCILER,
                new RecordSpend(
                        id,
                        Optional.ofNullable(account).orElseThrow(),
                        amount,
                        day,
                        category,
                        line,
                        null,
                        null,
                        payee,
                        kept.note(),
                        null,
                        null,
                        true,
                        true),
                kept.entry()));
    }

    /** What was delivered in the period before is billed, by those who bill before it is closed. */
    void billEarly(Period previous) {
        if (!bills.comeLate()) bill(previous);
    }

    /** What the others bill late, and what co-funders are asked for. */
    void close(Period period, LocalDate day) {
        if (bills.comeLate()) bill(previous(period));
        boolean quarterly = period.id().number() % 3 == 0;
        if (isOfAnAgency() && account == null && person.coFunded() && quarterly) {
            desk.ifAccepted(
                    FINANCE_CONTROLLER,
                    new RechargeFunder(id, person.funders().getLast().funder(), null));
        }
    }

    private static Period previous(Period period) {
        PeriodCalendar calendar = PeriodCalendar.standard();
        return calendar.periodOf(period.first().minusDays(1));
    }

    private void bill(Period period) {
        if (!isOfAnAgency() || person.startsOn().isAfter(period.first())) return;
        instruct(bills.bill(period));
    }

    /** Once in a while a provider pays something back. */
    void refund(Period period, LocalDate day) {
        if (lastPaid == null || period.id().number() != 7 || person.number() % 9 != 4) return;
        bills.refund(lastPaid, day);
    }

    /** A few change how they hold their money: from the next period on there is another account. */
    void move(Period period, LocalDate day) {
        if (moved != null) {
            life.giveBack(moved);
            moved = null;
        }
        boolean moves = person.kind() == AccountKind.PREPAID_CARD && person.number() % 4 == 2;
        if (!moves || account == null || life.hasEnded() || period.id().number() != 6) return;
        AccountId before = account;
        List<Event> events = desk.ifAccepted(
                PRACTITIONER,
                new MoveAccount(
                        id,
                        before,
                        AccountKind.DIRECT_PAYMENT,
                        person.method(),
                        person.holder(),
                        period.last().plusDays(1)));
        for (Event event : events) {
            if (!(event instanceof AccountOpened opened)) continue;
            account = opened.account();
            moved = before;
            details = 0;
            tellDetails(account);
        }
    }

    /** Health bears more from the next period on, for some of those whom it shares. */
    void share(Period period, LocalDate day) {
        List<FunderShare> shares = person.funders();
        boolean changes = begun
                && person.coFunded()
                && person.number() % 4 == 1
                && period.id().number() == 8;
        if (!changes || life.hasEnded() || person.startsOn().isAfter(day)) return;
        SampleDesk.Kept reason = desk.words(person.ref() + "/shares", person.ref(), "Agreed at the joint review.");
        desk.ifAccepted(
                FINANCE_CONTROLLER,
                new ChangeFunders(
                        id,
                        period.last().plusDays(1),
                        List.of(
                                new FunderShare(
                                        shares.getFirst().funder(),
                                        shares.getFirst().basisPoints() - 500),
                                new FunderShare(
                                        shares.getLast().funder(),
                                        shares.getLast().basisPoints() + 500)),
                        reason.note()),
                reason.entry());
    }

    /** Whether it can take part in something for several: it has an account of its own, and money in it. */
    Optional<SamplePool.Member> member() {
        boolean can = begun && person.kind() == AccountKind.DIRECT_PAYMENT && !life.hasEnded();
        return can && account != null ? Optional.of(new SamplePool.Member(id, account, LIFE)) : Optional.empty();
    }
}
