package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.MerchantCode;

/**
 * A statement line as the log keeps it: amounts, dates and codes. What could name somebody is a digest, and the words are
 * in the register.
 *
 * @param number its place among the lines of the statement, from 1
 * @param amount what came in; negative for what went out; for a declined line, what was asked for
 * @param digest the same for the same line in another file
 * @param endToEnd the payer's reference that travels with a payment
 * @param file the file or batch it was paid from
 * @param references everything in its words that may be a reference
 * @param counterparty the account of who paid or was paid
 * @param payer the name of who paid or was paid
 * @param returned why it came back, if it is a return
 * @param words what the bank and the payer wrote
 */
public record StatementLine(
        int number,
        LocalDate bookedOn,
        Money amount,
        LineStatus status,
        LineDigest digest,
        @Nullable LineDigest endToEnd,
        @Nullable LineDigest file,
        List<LineDigest> references,
        @Nullable LineDigest counterparty,
        @Nullable LineDigest payer,
        @Nullable MerchantCode merchant,
        @Nullable ReturnCode returned,
        @Nullable Note words) {

    public StatementLine {
        references = List.copyOf(references);
    }

    /** Whether it moved money: only such a line is part of the balance, and only such a line is matched. */
    public boolean booked() {
        return status == LineStatus.BOOKED;
    }
}
