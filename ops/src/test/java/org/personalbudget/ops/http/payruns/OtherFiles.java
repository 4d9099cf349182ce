package org.personalbudget.ops.http.payruns;

import org.personalbudget.payments.bacs.BacsStandard18;

/** The endpoint of files once more, over payments that a test reads in its own way. */
public final class OtherFiles {

    private OtherFiles() {}

    public static PayRunFiles of(PayRunShown shown, PaymentFiles files, BacsStandard18 bacs) {
        return new PayRunFiles(shown, files, bacs);
    }
}
