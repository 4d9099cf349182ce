package org.personalbudget.payments.actualscsv;

import java.util.List;
import org.personalbudget.ledger.invoice.SubmittedActuals;
import org.personalbudget.payments.csv.RejectedField;

/**
 * What a file of visits holds: those that can be read, and for every row that cannot be, why.
 *
 * @param actuals in the order of the file
 * @param rejected by line
 */
public record ActualsFile(SubmittedActuals actuals, List<RejectedField> rejected) {

    public ActualsFile {
        rejected = List.copyOf(rejected);
    }
}
