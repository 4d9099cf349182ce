package org.personalbudget.payments.ubl;

import java.util.List;
import org.personalbudget.ledger.invoice.SubmittedInvoice;

/** What came of reading a document. */
public sealed interface UblReading {

    /** It keeps all rules of its format; whether it is in order is for the ledger to say. */
    record Valid(SubmittedInvoice invoice) implements UblReading {}

    /**
     * It breaks rules of its format, and nothing of it is used.
     *
     * @param rules at least one, and at most as many as anybody would mend at once
     */
    record Broken(List<RuleBroken> rules) implements UblReading {

        public Broken {
            rules = List.copyOf(rules);
        }
    }
}
