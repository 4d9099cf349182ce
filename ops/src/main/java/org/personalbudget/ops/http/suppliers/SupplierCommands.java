package org.personalbudget.ops.http.suppliers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierCommand.SetSupplierRate;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRateSet;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRegistered;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes suppliers on and agrees rates with them. */
@Tag(name = "Suppliers")
@RestController
@RequestMapping("/api/v1/suppliers")
public final class SupplierCommands {

    private final Desk desk;

    SupplierCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Register a supplier", description = "One for each reference.")
    @PostMapping
    @Asks(RegisterSupplier.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SupplierRegisteredAnswer> register(@RequestBody RegisterSupplierRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                body::command,
                facts -> new SupplierRegisteredAnswer(
                        facts.the(SupplierRegistered.class).supplier()));
    }

    @Operation(
            summary = "Set a rate",
            description =
                    "The price of one unit of a category, from a day on; without a last day, until further notice.")
    @PostMapping("/{supplierId}/rates")
    @Asks(SetSupplierRate.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RateSetAnswer> setRate(@PathVariable UUID supplierId, @RequestBody SetRateRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new SupplierId(supplierId), fields),
                facts -> RateSetAnswer.of(facts.the(SupplierRateSet.class)));
    }

    @Schema(name = "RegisterSupplier")
    record RegisterSupplierRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The council's own reference.",
                    example = "S-4417")
            @Nullable
            String supplierRef,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"AGENCY", "MICRO", "INDIVIDUAL"})
            @Nullable
            String kind) {

        Command command(Fields fields) {
            return new RegisterSupplier(
                    new SupplierRef(fields.code("supplierRef", supplierRef)),
                    fields.oneOf("kind", kind, SupplierKind.class));
        }
    }

    @Schema(name = "SetSupplierRate")
    record SetRateRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Category.class) @Nullable
            String category,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "22.00") @Nullable
            String rate,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-04-07") @Nullable
            String from,

            @Schema(format = "date", description = "Inclusive.") @Nullable
            String to) {

        Command command(SupplierId supplier, Fields fields) {
            return new SetSupplierRate(
                    supplier,
                    fields.oneOf("category", category, Category.class),
                    fields.money("rate", rate),
                    fields.date("from", from),
                    fields.optionalDate("to", to));
        }
    }

    @Schema(name = "SupplierRegistered")
    record SupplierRegisteredAnswer(SupplierId supplierId) {}

    @Schema(name = "SupplierRateSet")
    record RateSetAnswer(
            SupplierId supplierId,
            Category category,
            Money rate,
            LocalDate from,
            @Nullable LocalDate to) {
        static RateSetAnswer of(SupplierRateSet it) {
            return new RateSetAnswer(it.supplier(), it.category(), it.rate(), it.from(), it.to());
        }
    }
}
