package org.personalbudget.ops.http.payruns;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.personalbudget.ledger.terms.PayRunId;

/** What the bank calls the file of a run: the run's id without hyphens. */
public final class PayRunFileId {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{32}");
    private static final int HALF = 16;

    private PayRunFileId() {}

    static String of(PayRunId run) {
        return run.value().toString().replace("-", "");
    }

    /** The run whose file this is, if it is one of ours. */
    public static Optional<PayRunId> runOf(String file) {
        if (!ID.matcher(file).matches()) return Optional.empty();
        return Optional.of(new PayRunId(new UUID(
                Long.parseUnsignedLong(file.substring(0, HALF), HALF),
                Long.parseUnsignedLong(file.substring(HALF), HALF))));
    }
}
