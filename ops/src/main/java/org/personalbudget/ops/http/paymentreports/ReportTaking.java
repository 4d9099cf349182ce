package org.personalbudget.ops.http.paymentreports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.PaymentReportCommand;
import org.personalbudget.ledger.payrun.ReportedOutcome;
import org.personalbudget.ledger.payrun.ReportedPayment;
import org.personalbudget.ledger.payrun.ReportedReason;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.paymentreports.ReportAnswer.Result;
import org.personalbudget.ops.http.paymentreports.ReportAnswer.Status;
import org.personalbudget.ops.http.paymentreports.ReportedPayments.Found;
import org.personalbudget.ops.http.payruns.PayRunFileId;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.projections.payables.PaymentView.Standing;
import org.personalbudget.projections.payruns.PayRunQuery;

/**
 * Does what a report says, payment by payment. Every request has an id made of the report and its place there, so a
 * report that is taken in again, or was interrupted, does nothing twice.
 */
public final class ReportTaking {

    private static final int AT_A_TIME = 64;

    /** The bank says that the money is in the payee's account: ISO 20022, accepted settlement completed creditor account. */
    private static final String ARRIVED = "ACCC";

    private final LedgerGateway ledger;
    private final ReportedPayments payments;
    private final PayRunQuery runs;

    public ReportTaking(LedgerGateway ledger, ReportedPayments payments, PayRunQuery runs) {
        this.ledger = ledger;
        this.payments = payments;
        this.runs = runs;
    }

    /** @param position the last position that was written */
    record Taken(List<Result> results, long position) {}

    Taken take(PaymentReport report, FileDigest file, Call call) throws InterruptedException {
        return new Taking(file, call).take(report);
    }

    /** What the bank says of one attempt; a whole file is said of each of its payments. */
    private record Said(ReportedPayment reported, Found found) {}

    private final class Taking {

        private final FileDigest file;
        private final Call call;
        private final AtomicLong position = new AtomicLong();

        Taking(FileDigest file, Call call) {
            this.file = file;
            this.call = call;
        }

        Taken take(PaymentReport report) throws InterruptedException {
            List<Result> results = new ArrayList<>();
            Map<PaymentId, List<Said>> said = new LinkedHashMap<>();
            for (ReportedPayment each : report.payments()) {
                List<Found> found = found(each);
                if (found.isEmpty()) results.add(Result.unknown(each));
                for (Found one : found) {
                    said.computeIfAbsent(one.payment().paymentId(), _ -> new ArrayList<>())
                            .add(new Said(each, one));
                }
            }
            List<Callable<List<Result>>> work = new ArrayList<>();
            for (List<Said> each : said.values()) work.add(() -> inOrder(each));
            results.addAll(together(work));
            results.sort((one, other) -> Integer.compare(one.number(), other.number()));
            return new Taken(results, position.get());
        }

        private List<Found> found(ReportedPayment reported) {
            boolean whole = reported.endToEndId() == null && reported.bacsReference() == null;
            if (!whole) return payments.find(reported).stream().toList();
            if (reported.file() == null) return List.of();
            return PayRunFileId.runOf(reported.file()).map(this::all).orElse(List.of());
        }

        private List<Found> all(PayRunId run) {
            List<Found> all = new ArrayList<>();
            int parts = runs.find(run).map(view -> view.parts()).orElse(0);
            for (int part = 1; part <= parts; part++) {
                for (PayRunItem item : runs.part(run, part)) {
                    payments.find(item.payment(), item.attempt()).ifPresent(all::add);
                }
            }
            return all;
        }

        /** What is said of one payment follows on what was said before. */
        private List<Result> inOrder(List<Said> said) {
            List<Result> results = new ArrayList<>();
            Standing standing = said.getFirst().found().payment().standing();
            for (Said each : said) {
                Step step = apply(each, standing);
                standing = step.standing;
                results.add(Result.of(
                        each.reported,
                        each.found.payment().paymentId(),
                        each.found.payment().budgetId(),
                        step.status,
                        step.code));
            }
            return results;
        }

        private Step apply(Said said, Standing standing) {
            ReportedPayment reported = said.reported;
            if (!said.found.isCurrent()) return new Step(standing, Status.UNCHANGED, "earlier-attempt");
            if (reported.amount() != null
                    && !reported.amount().equals(said.found.payment().amount())) {
                return new Step(standing, Status.REFUSED, "amount-differs");
            }
            return switch (reported.outcome()) {
                case ACCEPTED, PENDING -> new Step(standing, Status.UNCHANGED, null);
                case SETTLED -> settled(said, standing);
                case REJECTED, RETURNED -> cameBack(said, standing);
            };
        }

        private Step settled(Said said, Standing standing) {
            if (standing != Standing.SUBMITTED) return unless(standing, Standing.INSTRUCTED);
            boolean arrived = ARRIVED.equals(said.reported.code());
            return settle(said, standing, arrived ? SettlementLeg.BOTH : SettlementLeg.BANK, said.reported.on());
        }

        private Step settle(Said said, Standing standing, SettlementLeg leg, LocalDate on) {
            var payment = said.found.payment();
            var command = new SettlePayment(payment.budgetId(), payment.paymentId(), on, leg);
            return send(said, "settle", command, standing, Standing.LEFT_BANK);
        }

        /** What is returned had left the bank, even if nobody has said so yet; what is rejected never did. */
        private Step cameBack(Said said, Standing standing) {
            if (standing == Standing.RETURNED) return new Step(standing, Status.UNCHANGED, null);
            if (standing == Standing.SUBMITTED && said.reported.outcome() == ReportedOutcome.RETURNED) {
                Step left = settle(said, standing, SettlementLeg.BANK, leftOn(said));
                if (left.status == Status.REFUSED) return left;
            }
            var payment = said.found.payment();
            var command = new ReturnPayment(
                    payment.budgetId(),
                    payment.paymentId(),
                    ReportedReason.of(said.reported.code()),
                    said.reported.on());
            return send(said, "return", command, standing, Standing.RETURNED);
        }

        /** On the day of its run, and no later than it came back. */
        private LocalDate leftOn(Said said) {
            LocalDate back = said.reported.on();
            return runs.runOf(said.found.payment().paymentId(), said.found.attempt())
                    .map(run -> run.dates().payOn())
                    .filter(payOn -> payOn.isBefore(back))
                    .orElse(back);
        }

        private static Step unless(Standing standing, Standing tooEarly) {
            return standing == tooEarly
                    ? new Step(standing, Status.REFUSED, "payment-not-ready")
                    : new Step(standing, Status.UNCHANGED, null);
        }

        private Step send(Said said, String what, Command command, Standing before, Standing after) {
            return switch (ledger.send(request(said, what, command)).join()) {
                case Answer.Accepted accepted -> {
                    position.accumulateAndGet(accepted.position(), Math::max);
                    // Somebody else who brought the same report has done it.
                    yield new Step(after, accepted.replayed() ? Status.UNCHANGED : Status.APPLIED, null);
                }
                case Answer.Refused refused -> {
                    position.accumulateAndGet(refused.position(), Math::max);
                    yield new Step(
                            before, Status.REFUSED, refused.refused().refusal().code());
                }
                case Answer.KeyReused _ -> throw new IllegalStateException("a report asked for two things at once");
            };
        }

        /** By whoever brings the report; where it takes another role, because the bank says so. */
        private Request request(Said said, String what, Command command) {
            var report = new CommandId(PaymentReportCommand.streamOf(file).id());
            String name = what + "/" + said.reported.number() + "/"
                    + said.found.payment().paymentId();
            Set<Role> roles = new TreeSet<>(call.caller().roles());
            roles.add(Role.SYSTEM);
            return new Request(
                    command,
                    new CommandId(report.derive(name)),
                    "",
                    call.caller().id(),
                    roles,
                    List.of(),
                    null,
                    call.id().value());
        }
    }

    /** Where a payment stands afterwards, and what was done. */
    private record Step(
            Standing standing,
            Status status,
            @org.jspecify.annotations.Nullable String code) {}

    private static List<Result> together(List<Callable<List<Result>>> work) throws InterruptedException {
        var room = new Semaphore(AT_A_TIME);
        List<Result> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Result>>> asked = new ArrayList<>();
            for (Callable<List<Result>> each : work) {
                asked.add(threads.submit(() -> {
                    room.acquire();
                    try {
                        return each.call();
                    } finally {
                        room.release();
                    }
                }));
            }
            for (Future<List<Result>> each : asked) results.addAll(each.get());
            return results;
        } catch (ExecutionException e) {
            throw Objects.requireNonNull(e.getCause()) instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }
}
