package org.personalbudget.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand;
import org.personalbudget.ledger.bankdetails.BankDetailsFeature;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.BudgetFeature;
import org.personalbudget.ledger.budget.BudgetState;
import org.personalbudget.ledger.bulkchange.BulkChangeCommand;
import org.personalbudget.ledger.bulkchange.BulkChangeFeature;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.cardprogramme.CardProgrammeCommand;
import org.personalbudget.ledger.cardprogramme.CardProgrammeFeature;
import org.personalbudget.ledger.intake.IntakeCommand;
import org.personalbudget.ledger.intake.IntakeFeature;
import org.personalbudget.ledger.invoice.DocumentFold;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.payment.PaymentFold;
import org.personalbudget.ledger.payrun.PayRunCommand;
import org.personalbudget.ledger.payrun.PayRunFeature;
import org.personalbudget.ledger.payrun.PaymentReportCommand;
import org.personalbudget.ledger.payrun.PaymentReportFeature;
import org.personalbudget.ledger.period.PeriodCommand;
import org.personalbudget.ledger.period.PeriodFeature;
import org.personalbudget.ledger.policy.PolicyCommand;
import org.personalbudget.ledger.policy.PolicyFeature;
import org.personalbudget.ledger.pooledfund.PoolCommand;
import org.personalbudget.ledger.pooledfund.PoolFeature;
import org.personalbudget.ledger.receipt.ReceiptCommand;
import org.personalbudget.ledger.receipt.ReceiptFeature;
import org.personalbudget.ledger.statement.ChainFold;
import org.personalbudget.ledger.statement.StatementCommand;
import org.personalbudget.ledger.statement.StatementFeature;
import org.personalbudget.ledger.supplier.SupplierCommand;
import org.personalbudget.ledger.supplier.SupplierFeature;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand;
import org.personalbudget.ledger.takeon.TakeOnBatchFeature;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * A ledger in memory: the features as they are in production, their streams, and a calendar that only tests move. Every
 * decision is taken twice and must come out the same, and everything it posts must keep the laws of the books.
 */
public final class DeciderFixture implements Feature.Reads {

    private static final SupplierFeature SUPPLIERS = new SupplierFeature();
    private static final ReceiptFeature RECEIPTS = new ReceiptFeature();
    private static final PolicyFeature POLICIES = new PolicyFeature();
    private static final PeriodFeature PERIODS = new PeriodFeature();
    private static final TakeOnBatchFeature TAKE_ONS = new TakeOnBatchFeature();
    private static final IntakeFeature FILES = new IntakeFeature();
    private static final StatementFeature STATEMENTS = new StatementFeature(new ChainFold());
    private static final CardProgrammeFeature PROGRAMME = new CardProgrammeFeature();
    private static final BulkChangeFeature BATCHES = new BulkChangeFeature();
    private static final BudgetFeature BUDGETS =
            new BudgetFeature(SUPPLIERS, new PaymentFold(), RECEIPTS, new DocumentFold());

    private static final PoolFeature POOLS = new PoolFeature(BUDGETS);
    private static final BankDetailsFeature DETAILS = new BankDetailsFeature(BUDGETS, SUPPLIERS);
    private static final PayRunFeature RUNS = new PayRunFeature();
    private static final PaymentReportFeature REPORTS = new PaymentReportFeature();

    private final Map<StreamId, List<Event>> streams = new LinkedHashMap<>();
    private final List<Event> all = new ArrayList<>();
    private final Set<UniqueTag> claims = new HashSet<>();
    private LocalDate today = LocalDate.parse("2025-03-20");
    private int requests;

    private DeciderFixture() {}

    /** A ledger in which this has happened, in this order. */
    public static DeciderFixture given(Given... history) {
        return new DeciderFixture().and(history);
    }

    public DeciderFixture and(Given... history) {
        for (Given each : history) each.happenIn(this);
        return this;
    }

    /** Asks, and goes on from there whatever the answer is. */
    public Then when(Asks asks) {
        Request request = asks.request();
        if (request.day() != null) today = request.day();
        Decision decision = decide(request);
        Seen.note(request.command(), decision);
        List<Event> events = decision instanceof Decision.Accepted accepted ? accepted.events() : List.of();
        events.forEach(this::take);
        Books.requireLawful(events);
        return new Then(this, decision, events);
    }

    /** Asks for what has to be granted before a test can begin. */
    void grant(Request request) {
        when(request).thenAccepted();
    }

    void moveTo(LocalDate day) {
        today = day;
    }

    /** All that has happened, in order. */
    public List<Event> events() {
        return List.copyOf(all);
    }

    /** What all that has happened has posted. */
    public Books books() {
        return Books.of(all);
    }

    /** What a budget has become. */
    public BudgetState budget(BudgetId id) {
        return state(id.stream(), BUDGETS);
    }

    /** Where somebody is paid. */
    public BankDetails details(BankPayee payee) {
        return state(payee.stream(), DETAILS);
    }

    public LocalDate today() {
        return today;
    }

    @Override
    public <T, X extends Event> T state(StreamId stream, Fold<T, X> fold) {
        assertThat(stream.category()).as("streams are read by their own fold").isEqualTo(fold.category());
        T state = fold.initial();
        for (Event event : streams.getOrDefault(stream, List.of())) {
            state = fold.evolve(state, fold.events().cast(event));
        }
        return state;
    }

    private Decision decide(Request request) {
        requests++;
        assertThat(request.command().permitted()).contains(request.actor().role());
        CommandId id = Request.commandIdOf(request.key() == null ? "request " + requests : request.key());
        Circumstances at = new Circumstances(
                id,
                request.actor(),
                today.atTime(9, 0).toInstant(ZoneOffset.UTC),
                today,
                POLICIES.inForceOn(today, this),
                PeriodCalendar.standard(),
                PERIODS.closed(this));
        Decision decision = at.unlessClosed(answer(request.command(), at));
        assertThat(at.unlessClosed(answer(request.command(), at)))
                .as("a decision is a function")
                .isEqualTo(decision);
        return decision;
    }

    private Decision answer(Command command, Circumstances at) {
        return switch (command) {
            case BudgetCommand budget -> answer(BUDGETS, budget, at);
            case SupplierCommand supplier -> answer(SUPPLIERS, supplier, at);
            case ReceiptCommand receipt -> answer(RECEIPTS, receipt, at);
            case PolicyCommand policy -> answer(POLICIES, policy, at);
            case PeriodCommand period -> answer(PERIODS, period, at);
            case PoolCommand pool -> answer(POOLS, pool, at);
            case StatementCommand statement -> answer(STATEMENTS, statement, at);
            case CardProgrammeCommand programme -> answer(PROGRAMME, programme, at);
            case TakeOnBatchCommand takeOn -> answer(TAKE_ONS, takeOn, at);
            case IntakeCommand file -> answer(FILES, file, at);
            case BulkChangeCommand batch -> answer(BATCHES, batch, at);
            case BankDetailsCommand details -> answer(DETAILS, details, at);
            case PayRunCommand run -> answer(RUNS, run, at);
            case PaymentReportCommand report -> answer(REPORTS, report, at);
            default -> throw new IllegalArgumentException("no feature answers " + command);
        };
    }

    private <C extends Command, S, E extends Event, F> Decision answer(
            Feature<C, S, E, F> feature, C command, Circumstances at) {
        S state = state(command.stream(), feature);
        return feature.decide(command, state, feature.gather(command, state, at, this));
    }

    void take(Event event) {
        for (UniqueTag claim : event.claims())
            assertThat(claims.add(claim)).as("claimed twice: " + claim).isTrue();
        streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>()).add(event);
        all.add(event);
    }

    /** An id that is as good as any other, and always the same. */
    static UUID someId(String name) {
        return Request.commandIdOf(name).value();
    }
}
