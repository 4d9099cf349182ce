package org.personalbudget.ops.http.invoices;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.invoice.SubmittedLine;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Quantity;

/** Invoices as JSON has them. */
final class InvoiceRequests {

    private InvoiceRequests() {}

    /** One invoice, or a list of them. */
    @Schema(
            name = "SubmitInvoices",
            oneOf = {InvoiceRequest.class, InvoiceRequest[].class})
    record Submission(List<@Nullable InvoiceRequest> invoices, boolean isList) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Submission of(InvoiceRequest invoice) {
            return new Submission(List.of(invoice), false);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Submission of(List<@Nullable InvoiceRequest> invoices) {
            return new Submission(invoices, true);
        }

        List<SubmittedInvoice> read() {
            Fields fields = Fields.ofBody();
            List<SubmittedInvoice> read = isList
                    ? fields.each("invoices", invoices, (item, invoice) -> invoice.read(item))
                    : invoices.stream().map(only -> only.read(fields)).toList();
            fields.verify();
            return read;
        }
    }

    @Schema(name = "SubmitInvoice")
    record InvoiceRequest(
            @Schema(
                    allowableValues = {"INVOICE", "CREDIT_NOTE"},
                    description = "An invoice if not given.")
            @Nullable
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "HC-2201") @Nullable
            String number,

            @Schema(description = "Of a credit note, the number of the invoice it corrects.") @Nullable
            String corrects,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The supplier's id or reference.",
                    example = "S-4417")
            @Nullable
            String supplier,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid", description = "The budget's id.")
            @Nullable
            String order,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date") @Nullable
            String issuedOn,

            @Schema(format = "date") @Nullable String dueOn,

            @Schema(description = "GBP if not given.", example = "GBP") @Nullable
            String currency,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date") @Nullable
            String serviceFrom,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", description = "Inclusive.") @Nullable
            String serviceTo,

            @Nullable List<@Nullable LineRequest> lines,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1100.00") @Nullable
            String net,

            @Schema(example = "0.00", description = "Nothing if not given.") @Nullable
            String tax,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1100.00") @Nullable
            String gross) {

        SubmittedInvoice read(Fields fields) {
            DateRange service = fields.dates("serviceFrom", serviceFrom, "serviceTo", serviceTo);
            DocumentKind document = fields.oneOf("kind", kind, DocumentKind.class, DocumentKind.INVOICE);
            return new SubmittedInvoice(
                    "",
                    document,
                    fields.invoiceNumber("number", number),
                    document == DocumentKind.CREDIT_NOTE
                            ? fields.invoiceNumber("corrects", corrects)
                            : fields.optionalInvoiceNumber("corrects", corrects),
                    fields.code("supplier", supplier),
                    fields.code("order", order),
                    fields.date("issuedOn", issuedOn),
                    fields.optionalDate("dueOn", dueOn),
                    currency == null ? "GBP" : fields.code("currency", currency),
                    service,
                    document == DocumentKind.CREDIT_NOTE
                            ? fields.eachIfAny("lines", lines, (item, line) -> line.read(item, service))
                            : fields.each("lines", lines, (item, line) -> line.read(item, service)),
                    fields.money("net", net),
                    fields.money("tax", tax == null ? "0.00" : tax),
                    fields.money("gross", gross));
        }
    }

    @Schema(name = "SubmitInvoiceLine")
    record LineRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1") @Nullable
            String id,

            @Schema(description = "The plan line; left out, the only one ordered from this supplier.", example = "L1")
            @Nullable
            String planLine,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Quantity quantity,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "22.00") @Nullable
            String rate,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1100.00") @Nullable
            String net,

            @Schema(
                    allowableValues = {"E", "S", "Z", "O"},
                    description = "E if not given.")
            @Nullable
            String vatCategory,

            @Schema(example = "20.00", description = "0.00 if not given.") @Nullable
            String vatPercent,

            @Schema(format = "date", description = "With serviceTo; left out, the days of the invoice.") @Nullable
            String serviceFrom,

            @Schema(format = "date", description = "Inclusive.") @Nullable
            String serviceTo,

            @Nullable List<String> visits) {

        SubmittedLine read(Fields fields, DateRange whole) {
            DateRange own = serviceFrom == null && serviceTo == null
                    ? null
                    : fields.dates("serviceFrom", serviceFrom, "serviceTo", serviceTo);
            if (own != null
                    && (own.first().isBefore(whole.first()) || own.last().isAfter(whole.last()))) {
                fields.wrong("serviceFrom", "outside-service", "must lie within the days of the invoice");
            }
            return new SubmittedLine(
                    fields.code("id", id),
                    fields.optionalCode("planLine", planLine),
                    units(fields),
                    fields.money("rate", rate),
                    fields.money("net", net),
                    vatCategory == null ? "E" : fields.code("vatCategory", vatCategory),
                    vatPercent == null ? 0 : fields.percent("vatPercent", vatPercent),
                    own,
                    fields.codes("visits", visits));
        }

        private Units units(Fields fields) {
            Units units = fields.optionalUnits("quantity", Quantity.textOf(quantity));
            if (units != null && units.hundredths() > 0) return units;
            if (units == null) fields.wrong("quantity", "missing-field", "is missing");
            else fields.wrong("quantity", "not-a-quantity", "must be more than nothing");
            return new Units(1);
        }
    }
}
