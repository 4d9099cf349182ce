package org.personalbudget.ops.http.payruns;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payrun.ExclusionReason;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
import org.personalbudget.payments.FileUnwritable;
import org.personalbudget.payments.bacs.BacsStandard18;
import org.personalbudget.payments.iso20022.Pain001;
import org.personalbudget.projections.payruns.BankDetailsQuery;

/** Whether every file that a run may go out in can name a payee: one that none can write would hold up all the others. */
public final class WritablePayees {

    private static final String REFERENCE = "0000000000000001";
    private static final Money LEAST = Money.ofPence(1);

    private final BankDetailsQuery details;
    private final Register register;

    public WritablePayees(BankDetailsQuery details, Register register) {
        this.details = details;
        this.register = register;
    }

    /** What does not fit, and the rule that it breaks; nothing if all files can carry it. */
    public static Optional<FileUnwritable> fault(String name, String sortCode, String accountNumber) {
        var order = new PaymentOrder(REFERENCE, REFERENCE, LEAST, name, sortCode, accountNumber);
        try {
            BacsStandard18.check(order, "payee");
            Pain001.check(order, "payee");
            return Optional.empty();
        } catch (FileUnwritable e) {
            return Optional.of(e);
        }
    }

    /** Why items cannot be written into a file, by their number; those that can are not in it. */
    Map<Integer, ExclusionReason> unwritable(Collection<PayRunItem> items) {
        List<PayRunItem> paid =
                items.stream().filter(item -> item.channel() == Channel.BANK).toList();
        if (paid.isEmpty()) return Map.of();
        Map<Integer, UUID> refs = details.detailsOf(paid);
        Map<UUID, BankDetails> accounts = register.bankDetails(refs.values());
        Map<Integer, ExclusionReason> unwritable = new HashMap<>();
        for (PayRunItem item : paid) {
            UUID ref = refs.get(item.number());
            ExclusionReason reason = reason(ref == null ? null : accounts.get(ref));
            if (reason != null) unwritable.put(item.number(), reason);
        }
        return unwritable;
    }

    /** An account that was erased is none. */
    private static @Nullable ExclusionReason reason(@Nullable BankDetails account) {
        if (account == null) return ExclusionReason.NO_DETAILS;
        return fault(account.name(), account.sortCode(), account.accountNumber())
                        .isPresent()
                ? ExclusionReason.REFUSED
                : null;
    }
}
