package org.personalbudget.ledger.payrun;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.personalbudget.ledger.terms.PaymentId;

/** How the bank is told which attempt of which payment an order is, in letters and digits. */
public final class EndToEnd {

    private static final int HALF = 16;
    private static final int WHOLE = 32;
    private static final int ATTEMPTS = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{32}[0-9]{2}");

    private EndToEnd() {}

    /** 34 characters, of the 35 that ISO 20022 has. */
    public static String idOf(PaymentId payment, int attempt) {
        return hex(payment) + digits(attempt);
    }

    /** 18 characters, as many as Bacs has. */
    public static String bacsReferenceOf(PaymentId payment, int attempt) {
        return hex(payment).substring(0, HALF).toUpperCase(Locale.ROOT) + digits(attempt);
    }

    /** The payment that an end-to-end id was made of, if it was made here. */
    public static Optional<PaymentId> paymentOf(String endToEndId) {
        if (!ID.matcher(endToEndId).matches()) return Optional.empty();
        String hex = endToEndId.substring(0, WHOLE);
        return Optional.of(new PaymentId(new UUID(
                Long.parseUnsignedLong(hex.substring(0, HALF), HALF),
                Long.parseUnsignedLong(hex.substring(HALF), HALF))));
    }

    /** Which attempt of the payment it was. */
    public static int attemptOf(String endToEndId) {
        return Integer.parseInt(endToEndId.substring(WHOLE));
    }

    private static String hex(PaymentId payment) {
        return payment.value().toString().replace("-", "");
    }

    private static String digits(int attempt) {
        return String.format(Locale.ROOT, "%02d", attempt % ATTEMPTS);
    }
}
