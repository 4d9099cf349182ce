package org.personalbudget.ops.http.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceEvent.CreditNoteRecorded;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceApproved;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.budget.InvoiceRefusal.ExactDuplicate;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.projections.invoices.InvoiceView.Finding;

/**
 * What was made of one invoice.
 *
 * @param place where in the file it stands; empty where it came alone
 * @param disputed what is asked for and not in order
 */
@Schema(name = "InvoiceAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceAnswer(
        String place,
        InvoiceId invoiceId,
        DocumentKind kind,
        String number,
        InvoiceStanding status,
        List<ReasonAnswer> reasons,
        Money gross,
        Money approved,
        Money disputed,
        @Nullable LocalDate dueOn,
        List<PaymentId> paymentIds,

        @Schema(description = "Of a credit note, what it was set against.") @Nullable
        CreditAnswer credit) {

    /** One thing that it was found to be. A figure that has nothing to do with it is left out. */
    @Schema(name = "InvoiceReason")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReasonAnswer(
            @Schema(description = "Stable, for programs.", example = "EXCEEDS_DELIVERED")
            String code,

            @Schema(allowableValues = {"REJECTS", "HOLDS", "DISPUTES", "NOTES"})
            String effect,

            @Schema(description = "A sentence, for people.") String detail,

            @Nullable String lineId,
            @Nullable BigDecimal billed,
            @Nullable BigDecimal delivered,
            @Nullable BigDecimal authorised,
            @Nullable BigDecimal earlier,
            @Nullable BigDecimal allowed,
            @Nullable Money billedRate,
            @Nullable Money rate,
            @Nullable Money amount,
            @Nullable Money limit,
            @Nullable Money tolerance,
            @Nullable LocalDate from,
            @Nullable Integer days,
            @Nullable String servicePeriod,
            @Nullable InvoiceId other) {

        static ReasonAnswer of(Finding it) {
            return new ReasonAnswer(
                    it.code().name(),
                    it.effect().name(),
                    ReasonSentences.of(it),
                    it.lineId() == null ? null : it.lineId().value(),
                    it.billed(),
                    it.delivered(),
                    it.authorised(),
                    it.earlier(),
                    it.allowed(),
                    it.billedRate(),
                    it.rate(),
                    it.amount(),
                    it.limit(),
                    it.tolerance(),
                    it.from(),
                    it.days(),
                    it.servicePeriod() == null ? null : it.servicePeriod().toString(),
                    it.other());
        }

        static ReasonAnswer of(String code, String detail) {
            return new ReasonAnswer(
                    code, "REJECTS", detail, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);
        }
    }

    /** What a credit note was set against: disputes, what was not paid yet, and what was. */
    @Schema(name = "InvoiceCredit")
    public record CreditAnswer(InvoiceId invoiceId, Money againstDispute, Money unpaid, Money refundDue) {}

    static InvoiceAnswer accepted(Offered offered, Facts facts, boolean outside) {
        return facts.find(CreditNoteRecorded.class)
                .map(note -> credited(offered, note))
                .orElseGet(() -> assessed(offered, facts, outside));
    }

    private static InvoiceAnswer credited(Offered offered, CreditNoteRecorded note) {
        Money unpaid = note.gross().minus(note.againstDispute()).minus(note.refunded());
        return new InvoiceAnswer(
                offered.place(),
                note.creditNote(),
                DocumentKind.CREDIT_NOTE,
                note.number().value(),
                InvoiceStanding.CREDITED,
                List.of(),
                note.gross(),
                Money.ZERO,
                Money.ZERO,
                null,
                List.of(),
                new CreditAnswer(note.invoice(), note.againstDispute(), unpaid, note.refunded()));
    }

    private static InvoiceAnswer assessed(Offered offered, Facts facts, boolean outside) {
        InvoiceAssessed it = facts.the(InvoiceAssessed.class);
        return new InvoiceAnswer(
                offered.place(),
                it.invoice(),
                DocumentKind.INVOICE,
                it.number().value(),
                it.standing(),
                it.reasons().stream()
                        .map(Finding::of)
                        .map(finding -> outside ? finding.withoutBalances() : finding)
                        .map(ReasonAnswer::of)
                        .toList(),
                it.gross(),
                it.approved(),
                it.disputed(),
                it.standing() == InvoiceStanding.REJECTED ? null : it.dueOn(),
                facts.all(InvoiceApproved.class).stream()
                        .map(InvoiceApproved::payment)
                        .toList(),
                null);
    }

    static InvoiceAnswer refused(Offered offered, Refusal refusal) {
        String code = refusal instanceof ExactDuplicate
                ? "EXACT_DUPLICATE"
                : refusal.code().toUpperCase(Locale.ROOT).replace('-', '_');
        return rejected(offered, code, Refusals.problemOf(refusal).detail());
    }

    static InvoiceAnswer rejected(Offered offered, String code, String detail) {
        return new InvoiceAnswer(
                offered.place(),
                offered.invoice(),
                offered.kind(),
                offered.number(),
                InvoiceStanding.REJECTED,
                List.of(ReasonAnswer.of(code, detail)),
                offered.gross(),
                Money.ZERO,
                Money.ZERO,
                null,
                List.of(),
                null);
    }

    /** What was handed in, as far as its answer repeats it. */
    record Offered(String place, InvoiceId invoice, DocumentKind kind, String number, Money gross) {}
}
