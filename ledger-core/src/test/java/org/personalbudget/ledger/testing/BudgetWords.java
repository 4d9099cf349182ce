package org.personalbudget.ledger.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.*;
import org.personalbudget.ledger.budget.ContributionCommand.RefundContribution;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.NecessityPurpose;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.ReviewCommand.RecordReview;
import org.personalbudget.ledger.budget.ReviewCommand.ScoreMonitoring;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.*;

/** What can be asked of a budget, in the words that tests use; each asked by whoever may. */
public final class BudgetWords {

    public static final BudgetId BUDGET = new BudgetId(DeciderFixture.someId("budget"));
    public static final AccountId ACCOUNT = accountNamed("account");
    public static final AccountId NO_ACCOUNT = accountNamed("nobody opened this account");
    public static final PaymentId NO_PAYMENT = new PaymentId(DeciderFixture.someId("nobody instructed this payment"));
    public static final LineId CARE = new LineId("CARE");
    public static final LineId FLEX = new LineId("FLEX");
    public static final OutcomeId HOME = new OutcomeId("AT-HOME");
    public static final OutcomeId LIFE = new OutcomeId("A-LIFE");

    private BudgetWords() {}

    /** The id of the account that a request of this name opens. */
    public static AccountId accountNamed(String name) {
        return new AccountId(Request.commandIdOf(name).derive("account"));
    }

    /** The payment of the regular instalment of {@link #ACCOUNT}. */
    public static PaymentId instalmentOf(String period) {
        return instalmentOf(period, ACCOUNT);
    }

    public static PaymentId instalmentOf(String period, AccountId account) {
        return PaymentId.regular(BUDGET, account, PeriodId.parse(period));
    }

    /** The payment of a one-off instalment that a request of this name approves. */
    public static PaymentId oneOffNamed(String name) {
        return PaymentId.oneOff(BUDGET, Request.commandIdOf(name));
    }

    public static Money pounds(String amount) {
        return Money.of(amount);
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    public static DateRange days(String first, String last) {
        return new DateRange(day(first), day(last));
    }

    public static PeriodId period(String period) {
        return PeriodId.parse(period);
    }

    public static Note aNote(String about) {
        return new Note(DeciderFixture.someId(about), "0".repeat(64));
    }

    /** A funder's share in whole percent. */
    public static FunderShare share(Funder funder, int percent) {
        return new FunderShare(funder, percent * 100);
    }

    /** 12.5 hours of home care a week at 22.00. */
    public static PlanLine careLine() {
        return service(CARE, Category.HOME_CARE, "275.00", "12.5", "22.00", null);
    }

    public static PlanLine careOrderedFrom(SupplierId supplier) {
        return service(CARE, Category.HOME_CARE, "275.00", "12.5", "22.00", supplier);
    }

    public static PlanLine flexibleLine() {
        return flexibleLine("35.00");
    }

    public static PlanLine flexibleLine(String weekly) {
        return new PlanLine(FLEX, PlanLine.Kind.OUTCOME, Category.FLEXIBLE, LIFE, pounds(weekly), null, null, null);
    }

    public static PlanLine service(
            LineId id,
            Category category,
            String weekly,
            @Nullable String units,
            @Nullable String rate,
            @Nullable SupplierId supplier) {
        Units quantity = units == null ? null : Units.of(new BigDecimal(units));
        Money price = rate == null ? null : pounds(rate);
        return new PlanLine(id, PlanLine.Kind.SERVICE, category, HOME, pounds(weekly), quantity, price, supplier);
    }

    public static Outcome outcome(OutcomeId id) {
        return new Outcome(id, aNote(id.value()));
    }

    /** With the two outcomes that the sample lines serve. */
    public static Request proposePlan(String effectiveFrom, PlanLine... lines) {
        return proposePlan(effectiveFrom, List.of(outcome(HOME), outcome(LIFE)), lines);
    }

    public static Request proposePlan(String effectiveFrom, List<Outcome> outcomes, PlanLine... lines) {
        return Request.of(new ProposePlan(BUDGET, day(effectiveFrom), outcomes, List.of(lines)));
    }

    public static Request approvePlan(int version) {
        return Request.of(new ApprovePlan(BUDGET, version));
    }

    public static Request rejectPlan(int version) {
        return Request.of(new RejectPlan(BUDGET, version, aNote("why not")));
    }

    public static Request assess(String weekly, String from) {
        return Request.of(new AssessContribution(BUDGET, pounds(weekly), day(from)));
    }

    /** Opens {@link #ACCOUNT}, for all lines; money in people's hands has a holder. */
    public static Request openAccount(AccountKind kind, ContributionMethod method, LocalDate startsOn) {
        PersonRef holder = kind.holdsMoney() ? People.PERSON : null;
        return open("account", kind, method, holder, startsOn);
    }

    /** Opens the account of that name, for all lines that no other account names, or for those named. */
    public static Request open(
            String name,
            AccountKind kind,
            ContributionMethod method,
            @Nullable PersonRef holder,
            LocalDate startsOn,
            LineId... lines) {
        return Request.of(new OpenAccount(BUDGET, kind, method, holder, startsOn, List.of(lines)))
                .named(name);
    }

    /** The regular instalment of the only account. */
    public static Request instalment(String period) {
        return instalment(period, null);
    }

    public static Request instalment(String period, @Nullable AccountId account) {
        return Request.of(
                new ApproveInstalment(BUDGET, period(period), InstalmentKind.REGULAR, null, null, account, null));
    }

    /** A one-off instalment; the name foretells its payment, see {@link #oneOffNamed}. */
    public static Request oneOff(String name, String period, String amount) {
        return Request.of(new ApproveInstalment(
                        BUDGET, period(period), InstalmentKind.ONE_OFF, pounds(amount), aNote(name), null, null))
                .named(name);
    }

    /** The regular instalment of an account as a main run asks for it. */
    public static Request instalmentInRun(String period) {
        return Request.of(new ApproveInstalment(
                BUDGET, period(period), InstalmentKind.REGULAR, null, null, ACCOUNT, PayRunWords.RUN));
    }

    public static Request raiseContribution(String period) {
        return Request.of(new RaiseContribution(BUDGET, period(period)));
    }

    public static Request contributionPaid(@Nullable AccountId account, String amount, String on) {
        return Request.of(new RecordContributionPayment(BUDGET, account, pounds(amount), day(on)));
    }

    /** Pays back what was contributed too much: all of it, or so much; its payment is that of a request "refund". */
    public static Request refund(@Nullable String amount) {
        return Request.of(new RefundContribution(BUDGET, amount == null ? null : pounds(amount)))
                .named("refund");
    }

    /** A review; the name foretells its id, see {@link #reviewNamed}. */
    public static Request review(String name, ReviewKind kind, String on) {
        return Request.of(new RecordReview(BUDGET, kind, day(on), aNote("findings")))
                .named(name);
    }

    public static ReviewId reviewNamed(String name) {
        return new ReviewId(Request.commandIdOf(name).derive("review"));
    }

    public static Request scoreMonitoring() {
        return Request.of(new ScoreMonitoring(BUDGET));
    }

    public static Request decideNecessity(
            @Nullable PersonRef payee, Relationship relationship, String from, String to) {
        return Request.of(new DecideNecessity(
                BUDGET, payee, relationship, NecessityPurpose.CARE, days(from, to), aNote("necessity")));
    }

    public static Request recharge(Funder funder, @Nullable String amount) {
        return Request.of(new RechargeFunder(BUDGET, funder, amount == null ? null : pounds(amount)));
    }

    public static Request rechargePaid(RechargeId recharge, @Nullable String amount, String on) {
        return Request.of(new RecordRechargePayment(BUDGET, recharge, amount == null ? null : pounds(amount), day(on)));
    }

    public static Request submit(PaymentId payment) {
        return Request.of(new SubmitPayment(BUDGET, payment));
    }

    public static Request settle(PaymentId payment, SettlementLeg leg, String on) {
        return Request.of(new SettlePayment(BUDGET, payment, day(on), leg));
    }

    public static Request comesBack(PaymentId payment, ReturnCode code, String on) {
        return Request.of(new ReturnPayment(BUDGET, payment, code, day(on)));
    }

    public static Request reissue(PaymentId payment) {
        return Request.of(new ReissuePayment(BUDGET, payment));
    }

    /** An instalment is approved, submitted and in the account on the first day of its period. */
    public static Given inTheAccount(String period, String on) {
        return ledger -> Stream.of(
                        Given.today(on),
                        instalment(period),
                        submit(instalmentOf(period)),
                        settle(instalmentOf(period), SettlementLeg.BOTH, on))
                .forEach(each -> each.happenIn(ledger));
    }

    /** A payment is submitted and settles on that day. */
    public static Given paid(PaymentId payment, String on) {
        return ledger -> Stream.of(Given.today(on), submit(payment), settle(payment, SettlementLeg.BOTH, on))
                .forEach(each -> each.happenIn(ledger));
    }
}
