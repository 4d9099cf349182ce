package org.personalbudget.ops.http.payruns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.Candidate;
import org.personalbudget.ledger.payrun.ExcludedPayment;
import org.personalbudget.ledger.payrun.ExclusionReason;
import org.personalbudget.ledger.payrun.PayRunCommand;
import org.personalbudget.ledger.payrun.PayRunCommand.AddToPayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.ClosePayRun;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunApproved;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunBuilt;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunCancelled;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunItemsAdded;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunItemsSubmitted;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunOpened;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunReleased;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunRevised;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunSubmitted;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.payments.bacs.BacsCalendar;
import org.personalbudget.projections.payruns.DueQuery;
import org.personalbudget.projections.payruns.DueQuery.PayingAccount;
import org.personalbudget.projections.reader.LiveReader;

/**
 * Fills a run that was begun: first a main run's instalments, account by account, then everything that is due, page by
 * page. Nothing is held but a page. Whatever is asked has an id made of the run, so a build that broke off goes on where
 * it stopped when it is asked for again.
 */
public final class PayRunBuilding {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAGE = PayRunCommand.MOST_ITEMS;
    private static final RefusalCode NOT_WRITABLE = new RefusalCode("payee-not-writable");
    private static final Set<String> NO_EXCLUSION = Set.of("instalment-already-approved");
    private static final String[] PAID = Stream.of(AccountKind.values())
            .filter(AccountKind::holdsMoney)
            .map(Enum::name)
            .toArray(String[]::new);

    private final LedgerGateway ledger;
    private final EventReader log;
    private final LiveReader reader;
    private final DueQuery due;
    private final WritablePayees payees;
    private final BacsCalendar days;
    private final Clock clock;

    public PayRunBuilding(
            LedgerGateway ledger,
            EventReader log,
            LiveReader reader,
            DueQuery due,
            WritablePayees payees,
            BacsCalendar days,
            Clock clock) {
        this.ledger = ledger;
        this.log = log;
        this.reader = reader;
        this.due = due;
        this.payees = payees;
        this.days = days;
        this.clock = clock;
    }

    /** @return where the log stands with the run built */
    public long build(PayRunId run, Call call) throws InterruptedException {
        return new Build(run, call).finish();
    }

    /** One build, from where an earlier one may have stopped. */
    private final class Build {

        private final Call call;
        private final PayRunOpened opened;
        private final LocalDate today;
        private final Instant now;
        private int parts;
        private int items;
        private long through;

        /** Where the log says that nothing more is added to it; 0 while something is. */
        private long done;

        private List<ExcludedPayment> left = new ArrayList<>();

        Build(PayRunId run, Call call) {
            this.call = call;
            this.now = clock.instant();
            this.today = LocalDate.ofInstant(now, LONDON);
            @Nullable PayRunOpened first = null;
            for (var recorded : log.stream(run.stream(), 1)) {
                switch ((PayRunEvent) recorded.event()) {
                    case PayRunOpened event -> first = event;
                    case PayRunItemsAdded event -> take(event);
                    case PayRunBuilt event -> done = recorded.position();
                    case PayRunCancelled event -> done = recorded.position();
                    // A run of which something has changed, or that was approved, was built before.
                    case PayRunRevised _,
                            PayRunApproved _,
                            PayRunItemsSubmitted _,
                            PayRunReleased _,
                            PayRunSubmitted _ -> {}
                }
            }
            if (first == null) throw new IllegalStateException("run " + run + " was begun and is not there");
            this.opened = first;
        }

        private void take(PayRunItemsAdded event) {
            parts = event.part();
            items += event.items().size();
            through = event.through();
        }

        /** What was built, or given up, stays as it is, whatever has fallen due since. */
        long finish() throws InterruptedException {
            if (done > 0) return done;
            awaitViews();
            PeriodId period = opened.period();
            if (period != null && parts == 0) {
                instalments(PeriodCalendar.standard().period(period));
                awaitViews();
            }
            candidates();
            return send("close", new ClosePayRun(opened.run()));
        }

        private void instalments(Period period) {
            long after = 0;
            List<PayingAccount> page = due.accounts(period, today, PAID, after, PAGE);
            while (!page.isEmpty()) {
                new Fanout(ledger).ask(page, account -> instalment(account, period), this::note);
                after = page.getLast().position();
                page = due.accounts(period, today, PAID, after, PAGE);
            }
        }

        private Request instalment(PayingAccount account, Period period) {
            return request(
                    "instalment/" + account.account(),
                    new ApproveInstalment(
                            account.budget(),
                            period.id(),
                            InstalmentKind.REGULAR,
                            null,
                            null,
                            account.account(),
                            opened.run()));
        }

        /** An instalment that was granted is due now like any other payment; one that was not is left out, and why. */
        private void note(PayingAccount account, Answer answer) {
            if (!(answer instanceof Answer.Refused refused)) return;
            String code = refused.refused().refusal().code();
            if (NO_EXCLUSION.contains(code)) return;
            left.add(new ExcludedPayment(
                    account.budget(),
                    BankPayee.of(account.account()),
                    null,
                    Money.ZERO,
                    reason(account, code),
                    new RefusalCode(code)));
        }

        private static ExclusionReason reason(PayingAccount account, String code) {
            if (account.died()) return ExclusionReason.DEAD;
            if (code.equals("budget-has-ended")) return ExclusionReason.ENDED;
            if (code.equals("instalment-called-off")) return ExclusionReason.REFUSED;
            if (account.suspended()) return ExclusionReason.SUSPENDED;
            return code.equals("nothing-to-pay") ? ExclusionReason.NOTHING_TO_PAY : ExclusionReason.REFUSED;
        }

        private void candidates() {
            List<Candidate> page = page();
            while (!page.isEmpty() || !left.isEmpty()) {
                List<PayRunItem> paid = new ArrayList<>();
                List<ExcludedPayment> excluded = new ArrayList<>();
                Map<Integer, ExclusionReason> unwritable = unwritable(page);
                for (int i = 0; i < page.size(); i++) {
                    Candidate each = page.get(i);
                    ExclusionReason reason = each.exclusion().orElse(unwritable.get(i));
                    if (reason == null) {
                        paid.add(each.item(items + paid.size() + 1));
                    } else {
                        RefusalCode code = reason == ExclusionReason.REFUSED ? NOT_WRITABLE : null;
                        excluded.add(each.excluded(reason, code));
                    }
                }
                add(paid, excluded, page.isEmpty() ? through : page.getLast().position());
                page = page();
            }
        }

        /** By their place on the page. */
        private Map<Integer, ExclusionReason> unwritable(List<Candidate> page) {
            List<PayRunItem> maybe = new ArrayList<>();
            for (int i = 0; i < page.size(); i++) {
                if (page.get(i).exclusion().isEmpty()) maybe.add(page.get(i).item(i));
            }
            return payees.unwritable(maybe);
        }

        private List<Candidate> page() {
            return due.candidates(
                    opened.kind(),
                    days.lastPaidOn(opened.dueBy()),
                    today,
                    now,
                    opened.run().value(),
                    through,
                    PAGE);
        }

        /** What was refused before fills up what room there is. */
        private void add(List<PayRunItem> paid, List<ExcludedPayment> excluded, long read) {
            int room = Math.min(PAGE - excluded.size(), left.size());
            excluded.addAll(left.subList(0, room));
            left = new ArrayList<>(left.subList(room, left.size()));
            parts++;
            through = read;
            send("part/" + parts, new AddToPayRun(opened.run(), parts, paid, excluded, read));
            items += paid.size();
        }

        /** Refused where somebody has given the run up meanwhile. */
        private long send(String name, Command command) {
            return switch (ledger.send(request(name, command)).join()) {
                case Answer.Accepted accepted -> accepted.position();
                case Answer.Refused refused ->
                    throw new ProblemException(
                            Refusals.problemOf(refused.refused().refusal()));
                case Answer.KeyReused reused ->
                    throw new IllegalStateException("run " + opened.run() + " cannot be built: " + reused);
            };
        }

        /** Asked by whoever builds it; the id is made of the run, so it is asked once. */
        private Request request(String name, Command command) {
            var id = new CommandId(new CommandId(opened.run().value()).derive(name));
            return call.beside(id, command);
        }
    }

    private void awaitViews() throws InterruptedException {
        if (reader.awaitHead(PATIENCE)) return;
        throw new ProblemException(Problem.of(
                503,
                "projection-behind",
                "The list of what is due is not up to date yet. Ask again with the same key: the run goes on."));
    }
}
