package org.personalbudget.ops.http.payruns;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payrun.ControlTotals;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.ledger.payrun.RunHash;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.projections.payruns.BankDetailsQuery;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.PayRunView;

/** What goes to the bank of a run: what was approved and submitted, with the accounts that the register keeps. */
public final class PaymentFiles {

    private final PayRunQuery runs;
    private final BankDetailsQuery details;
    private final Register register;
    private final Payer payer;

    public PaymentFiles(PayRunQuery runs, BankDetailsQuery details, Register register, Payer payer) {
        this.runs = runs;
        this.details = details;
        this.register = register;
        this.payer = payer;
    }

    /**
     * Dated by the approval, so that it is the same whenever it is asked for. Its orders are read part by part, each time
     * anew, and are found to be what was approved under the run's hash before the last of them is handed out.
     */
    public PaymentFile of(PayRunView run) {
        ControlTotals totals = Objects.requireNonNull(run.released());
        return new PaymentFile(
                PayRunFileId.of(run.run()),
                Objects.requireNonNull(run.approvedAt()),
                run.dates().payOn(),
                payer,
                totals.payments(),
                totals.amount(),
                () -> new Reading(run));
    }

    /** One way through the orders of a run. It holds one part of them. */
    private final class Reading implements Iterator<PaymentOrder> {

        private final PayRunView run;
        private Iterator<PaymentOrder> orders = Collections.emptyIterator();
        private FileDigest hash;
        private int part;

        Reading(PayRunView run) {
            this.run = run;
            this.hash = RunHash.of(
                    run.run(),
                    run.kind(),
                    run.dueBy(),
                    run.period(),
                    run.dates().payOn());
        }

        @Override
        public boolean hasNext() {
            while (!orders.hasNext() && part < run.parts()) read(++part);
            return orders.hasNext();
        }

        @Override
        public PaymentOrder next() {
            if (!hasNext()) throw new NoSuchElementException();
            return orders.next();
        }

        private void read(int number) {
            List<PayRunView.Item> items = runs.wholePart(run.run(), number);
            hash = RunHash.and(hash, items.stream().map(PayRunView.Item::item).toList());
            if (number == run.parts() && !hash.value().equals(run.builtHash())) {
                throw new IllegalStateException("run " + run.run() + " is not what was approved");
            }
            orders = orders(items.stream()
                    .filter(each -> each.dropped() == null)
                    .map(PayRunView.Item::item)
                    .filter(item -> item.channel() == Channel.BANK)
                    .toList());
        }
    }

    /** Three questions a part: its items, where the register keeps their accounts, and these. */
    private Iterator<PaymentOrder> orders(List<PayRunItem> items) {
        if (items.isEmpty()) return Collections.emptyIterator();
        Map<Integer, UUID> refs = details.detailsOf(items);
        Map<UUID, BankDetails> accounts = register.bankDetails(refs.values());
        return items.stream()
                .map(item -> order(item, accounts.get(refs.get(item.number()))))
                .iterator();
    }

    private static PaymentOrder order(PayRunItem item, @Nullable BankDetails account) {
        if (account == null) {
            throw new ProblemException(Problem.of(
                            410,
                            "bank-details-erased",
                            "The account of item " + item.number() + " was erased from the register: the file can no"
                                    + " longer be written.")
                    .with("number", item.number()));
        }
        return new PaymentOrder(
                item.endToEndId(),
                item.bacsReference(),
                item.amount(),
                account.name(),
                account.sortCode(),
                account.accountNumber());
    }
}
