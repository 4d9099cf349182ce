package org.personalbudget.payments.iso20022;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.payments.FileUnreadable;

/** The entries of one statement become lines: one for each transaction if these add up to the entry, else one. */
final class CamtLines {

    private final List<BankLine> lines = new ArrayList<>();

    List<BankLine> lines() {
        return lines;
    }

    /** @param otherwise the day of an entry that has not been booked and names no day */
    void add(CamtEntry entry, LocalDate otherwise) throws FileUnreadable {
        List<CamtTransaction> transactions = entry.transactions();
        if (!entry.addsUp()) {
            CamtTransaction only = transactions.size() == 1 ? transactions.getFirst() : null;
            add(entry, only, entry.element().path(), entry.amount(), reference(entry, only), otherwise);
            return;
        }
        for (int i = 0; i < transactions.size(); i++) {
            CamtTransaction each = transactions.get(i);
            String reference = each.bankReference();
            if (reference == null && entry.bankReference() != null) reference = entry.bankReference() + "/" + (i + 1);
            Money amount = each.amount() == null ? Money.ZERO : each.amount();
            add(entry, each, each.element().path(), amount, reference, otherwise);
        }
    }

    private static @Nullable String reference(CamtEntry entry, @Nullable CamtTransaction only) {
        if (entry.bankReference() != null || only == null) return entry.bankReference();
        return only.bankReference();
    }

    private void add(
            CamtEntry entry,
            @Nullable CamtTransaction details,
            String place,
            Money amount,
            @Nullable String reference,
            LocalDate otherwise)
            throws FileUnreadable {
        lines.add(new BankLine(
                lines.size() + 1,
                place,
                reference,
                entry.bookedOn() == null ? otherwise : entry.bookedOn(),
                entry.valueOn(),
                amount,
                entry.status(),
                details == null ? null : details.endToEndId(),
                details == null ? entry.batch() : details.file(),
                CamtTransaction.text(entry, details == null ? entry.transactions() : List.of(details)),
                details == null ? null : details.counterparty(),
                details == null ? null : details.counterpartyAccount(),
                details == null ? null : details.merchant(),
                details == null ? null : details.returnReason()));
    }
}
