package org.personalbudget.ops.http.invoices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.invoice.SubmittedActuals;
import org.personalbudget.ledger.invoice.SubmittedActuals.Visit;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what was delivered. */
@Tag(name = "Invoices")
@RestController
@RequestMapping("/api/v1/actuals")
public final class ActualsCommands {

    private static final int NO_MINUTES = 0;

    private final SubmittedVisits visits;

    ActualsCommands(SubmittedVisits visits) {
        this.visits = visits;
    }

    @Operation(
            summary = "Tell of delivered visits",
            description =
                    "A visit is known by its id: told again, it changes nothing. Each counts to the nearest quarter"
                            + " of an hour. A visit that cannot be recorded is told apart, the others are kept.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Asks(RecordActuals.class)
    ResponseEntity<ActualsAnswer> tell(@RequestBody ActualsRequest body, Call call) {
        return answer(visits.submit(body.read(), call));
    }

    static ResponseEntity<ActualsAnswer> answer(SubmittedVisits.Outcome outcome) {
        return ResponseEntity.status(outcome.recorded() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .header(Desk.POSITION, Long.toString(outcome.position()))
                .body(new ActualsAnswer(outcome.recorded(), outcome.known(), outcome.rejected()));
    }

    @Schema(name = "TellActuals")
    record ActualsRequest(@Nullable List<@Nullable VisitRequest> visits) {

        SubmittedActuals read() {
            Fields fields = Fields.ofBody();
            List<Visit> read = fields.each("visits", visits, (item, visit) -> visit.read(item));
            fields.verify();
            return new SubmittedActuals(read);
        }
    }

    @Schema(name = "TellVisit")
    record VisitRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "V-100") @Nullable
            String visitId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The supplier's id or reference.")
            @Nullable
            String supplier,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid", description = "The budget's id.")
            @Nullable
            String order,

            @Schema(description = "The plan line; left out, the only one ordered from this supplier.") @Nullable
            String planLine,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date") @Nullable
            String on,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "45") @Nullable
            Integer minutes) {

        Visit read(Fields fields) {
            if (minutes == null) fields.wrong("minutes", "missing-field", "is missing");
            return new Visit(
                    "",
                    fields.code("visitId", visitId),
                    fields.code("supplier", supplier),
                    fields.code("order", order),
                    fields.optionalCode("planLine", planLine),
                    fields.date("on", on),
                    minutes == null ? NO_MINUTES : minutes);
        }
    }

    @Schema(name = "ActualsAnswer")
    record ActualsAnswer(int recorded, int known, List<SubmittedVisits.Rejected> rejected) {}
}
