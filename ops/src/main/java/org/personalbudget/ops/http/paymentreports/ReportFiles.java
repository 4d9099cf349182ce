package org.personalbudget.ops.http.paymentreports;

import java.nio.charset.StandardCharsets;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.bacs.Arucs;
import org.personalbudget.payments.iso20022.Camt054;
import org.personalbudget.payments.iso20022.Pain002;

/** Banks' reports by their content: the name of the message stands at the beginning of each. */
final class ReportFiles {

    private static final int BEGINNING = 4_096;

    private ReportFiles() {}

    static PaymentReport read(byte[] file) throws FileUnreadable {
        String beginning = new String(file, 0, Math.min(file.length, BEGINNING), StandardCharsets.ISO_8859_1);
        if (file.length == 0) {
            throw new FileUnreadable(FileUnreadable.Fault.EMPTY, "line 1", "There is nothing in the file.");
        }
        if (beginning.contains(":pain.002.")) return Pain002.read(file);
        if (beginning.contains(":camt.054.")) return Camt054.read(file);
        return Arucs.read(file);
    }
}
