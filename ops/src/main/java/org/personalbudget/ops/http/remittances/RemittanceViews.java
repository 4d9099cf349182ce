package org.personalbudget.ops.http.remittances;

import static org.personalbudget.ledger.kernel.Role.*;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.payments.remittance.RemittanceAdvice;
import org.personalbudget.payments.remittance.RemittanceCsv;
import org.personalbudget.payments.remittance.RemittancePdf;
import org.personalbudget.projections.Listed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Shows what suppliers are told with their money, as JSON, as a table or as a document; a provider sees its own. */
@Tag(name = "Remittances")
@RestController
@FromProjections
public final class RemittanceViews {

    private static final String CSV = "text/csv";
    private static final List<MediaType> FORMATS =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType(CSV), MediaType.APPLICATION_PDF);

    private final Remittances remittances;

    RemittanceViews(Remittances remittances) {
        this.remittances = remittances;
    }

    @Operation(
            summary = "A remittance advice",
            description = "Which invoice a payment is for, what of it is paid, and why anything is not.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = Remittance.class)),
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @GetMapping(
            value = "/api/v1/remittances/{paymentId}",
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV, MediaType.APPLICATION_PDF_VALUE})
    @Open(to = {INVOICE_OFFICER, PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER, PROVIDER})
    ResponseEntity<?> remittance(
            @PathVariable UUID paymentId,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        PaymentId id = new PaymentId(paymentId);
        Optional<Remittance> found = remittances.find(id);
        if (caller.isOutside()
                && found.filter(it -> it.supplierId().equals(Sight.self(caller)))
                        .isEmpty()) {
            throw Sight.notYours("payment");
        }
        Remittance it = found.orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownPayment(id))));
        return as(accept, it, "Remittance advice " + id, List.of(it));
    }

    @Operation(
            summary = "A supplier's remittance advices",
            description = "In the order the payments were first recorded.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = RemittanceList.class)),
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @GetMapping(
            value = "/api/v1/suppliers/{supplierId}/remittances",
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV, MediaType.APPLICATION_PDF_VALUE})
    @Open(to = {INVOICE_OFFICER, PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER, PROVIDER})
    ResponseEntity<?> remittances(
            @PathVariable UUID supplierId,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Page page,
            Caller caller) {
        SupplierId id = new SupplierId(supplierId);
        if (caller.isOutside() && !id.equals(Sight.self(caller))) throw Sight.notYours("supplier");
        Listed<Remittance> listed = remittances.of(id, page.after(), page.limit());
        RemittanceList list = new RemittanceList(listed.items(), Listing.cursor(listed.next()));
        return as(accept, list, "Remittance advices", listed.items());
    }

    private static ResponseEntity<?> as(@Nullable String accept, Object json, String title, List<Remittance> items) {
        MediaType format = wanted(accept);
        List<RemittanceAdvice> advices = items.stream().map(Remittance::advice).toList();
        if (format.isCompatibleWith(MediaType.APPLICATION_PDF)) {
            return ResponseEntity.ok().contentType(format).body(RemittancePdf.write(title, advices));
        }
        return MediaType.APPLICATION_JSON.equals(format)
                ? ResponseEntity.ok().contentType(format).body(json)
                : ResponseEntity.ok().contentType(format).body(RemittanceCsv.write(advices));
    }

    /** The format that Accept likes best; the first where it does not mind. */
    private static MediaType wanted(@Nullable String accept) {
        if (accept == null) return FORMATS.getFirst();
        return MediaType.parseMediaTypes(accept).stream()
                .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
                .flatMap(each -> FORMATS.stream().filter(each::isCompatibleWith).limit(1))
                .findFirst()
                .orElse(FORMATS.getFirst());
    }

    /** The remittance advices of a supplier. */
    @Schema(name = "Remittances")
    record RemittanceList(
            List<Remittance> remittances, @Nullable String nextCursor) {}
}
