package org.personalbudget.ops.http.payruns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
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

    /** Dated by the approval, so that it is the same whenever it is asked for. */
    public PaymentFile of(PayRunView run) {
        List<PaymentOrder> orders = new ArrayList<>();
        for (int part = 1; part <= run.parts(); part++) {
            List<PayRunItem> items = runs.part(run.run(), part).stream()
                    .filter(item -> item.channel() == Channel.BANK)
                    .toList();
            if (!items.isEmpty()) orders.addAll(orders(items));
        }
        return new PaymentFile(
                PayRunFileId.of(run.run()),
                Objects.requireNonNull(run.approvedAt()),
                run.dates().payOn(),
                payer,
                orders);
    }

    private List<PaymentOrder> orders(List<PayRunItem> items) {
        Map<Integer, UUID> refs = details.detailsOf(items);
        Map<UUID, BankDetails> accounts = register.bankDetails(refs.values());
        return items.stream()
                .map(item -> order(item, accounts.get(refs.get(item.number()))))
                .toList();
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
