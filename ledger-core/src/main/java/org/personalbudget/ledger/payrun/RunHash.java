package org.personalbudget.ledger.payrun;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunOpened;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;

/**
 * SHA-256 over what a run pays, in order: what an approver has seen is what is paid. It is taken part by part, each over
 * the one before it, so that nobody has to hold a whole run.
 */
public final class RunHash {

    private RunHash() {}

    /** Over what the run is. */
    static FileDigest of(PayRunOpened run) {
        return of(run.run(), run.kind(), run.dueBy(), run.period(), run.dates().payOn());
    }

    /** Over what the run is, before anything is in it. */
    public static FileDigest of(
            PayRunId run, PayRunKind kind, LocalDate dueBy, @Nullable PeriodId period, LocalDate payOn) {
        return digest(String.join(
                "|", run.toString(), kind.name(), dueBy.toString(), String.valueOf(period), payOn.toString()));
    }

    /** Over what came before, and some more items. */
    public static FileDigest and(FileDigest before, List<PayRunItem> items) {
        var text = new StringBuilder(before.value());
        for (PayRunItem item : items) text.append('\n').append(line(item));
        return digest(text.toString());
    }

    /** Over what came before, and what has changed since. */
    static FileDigest revised(FileDigest before, List<DroppedPayment> dropped, List<RaisedAlert> alerts) {
        var text = new StringBuilder(before.value());
        for (DroppedPayment each : dropped)
            text.append("\nwithout|").append(each.number()).append('|').append(each.code());
        for (RaisedAlert each : alerts)
            text.append("\nalert|").append(each.number()).append('|').append(each.awaited());
        return digest(text.toString());
    }

    private static String line(PayRunItem item) {
        return String.join(
                "|",
                Integer.toString(item.number()),
                item.endToEndId(),
                item.payee().toString(),
                item.channel().name(),
                String.valueOf(item.details()),
                Long.toString(item.amount().pence()));
    }

    private static FileDigest digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new FileDigest(HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
