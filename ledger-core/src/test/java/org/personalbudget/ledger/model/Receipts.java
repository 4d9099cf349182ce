package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.personalbudget.ledger.terms.ReceiptId;

/** What the model knows of money that came to the council's bank, and of the books that belong to no budget. */
final class Receipts {

    final Map<ReceiptId, Receipt> known = new LinkedHashMap<>();
    final Books books = new Books();

    static final class Receipt {
        final BigDecimal amount;
        final LocalDate on;
        /** What nobody has found a use for. */
        BigDecimal left;

        Receipt(BigDecimal amount, LocalDate on) {
            this.amount = amount;
            this.on = on;
            this.left = amount;
        }
    }
}
