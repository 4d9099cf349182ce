package org.personalbudget.ops.http.providerpayments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentHeld;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.payees.PayeeField;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Quantity;
import org.personalbudget.ops.http.request.SourceSplit;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Authorises payments to providers. */
@Tag(name = "Provider payments")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/provider-payments")
public final class ProviderPaymentCommands {

    private final Desk desk;

    ProviderPaymentCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Pay a provider",
            description = "By the council or (with an account) from that account. A close relative without a necessity"
                    + " decision is HELD and nothing is instructed. An invoice is paid once, whichever budget pays.")
    @PostMapping
    @Asks(PayProvider.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProviderPaymentAnswer> pay(
            @PathVariable UUID budgetId, @RequestBody PayProviderRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                ProviderPaymentAnswer::of);
    }

    @Schema(name = "PayProvider")
    record PayProviderRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String supplierId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "L1") @Nullable
            String lineId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1100.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String serviceFrom,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    format = "date",
                    description = "Inclusive.",
                    example = "2025-06-29")
            @Nullable
            String serviceTo,

            @Schema(description = "The supplier's own number of the invoice.", example = "HC-2201") @Nullable
            String invoiceId,

            @Schema(format = "uuid", description = "The account that pays; left out, the council does.") @Nullable
            String accountId,

            @Schema(description = "How much was delivered, if the amount is a price of units.") @Nullable
            Quantity units,

            @Nullable PayeeField payee) {

        Command command(BudgetId budget, Fields fields) {
            String invoice = fields.optionalInvoiceNumber("invoiceId", invoiceId);
            UUID account = fields.optionalUuid("accountId", accountId);
            return new PayProvider(
                    budget,
                    new SupplierId(fields.uuid("supplierId", supplierId)),
                    new LineId(fields.code("lineId", lineId)),
                    fields.money("amount", amount),
                    fields.dates("serviceFrom", serviceFrom, "serviceTo", serviceTo),
                    invoice == null ? null : new InvoiceNumber(invoice),
                    account == null ? null : new AccountId(account),
                    fields.optionalUnits("units", Quantity.textOf(units)),
                    PayeeField.payee(payee, fields));
        }
    }

    @Schema(name = "ProviderPaymentAnswer")
    record ProviderPaymentAnswer(
            PaymentId paymentId,

            @Schema(allowableValues = {"AUTHORISED", "HELD"})
            String status,

            List<SpendReason> reasons,

            @Schema(description = "What it costs, by source; empty where it is held.")
            Map<Source, Money> split) {

        static ProviderPaymentAnswer of(Facts facts) {
            var held = facts.find(ProviderPaymentHeld.class);
            if (held.isPresent()) {
                return new ProviderPaymentAnswer(
                        held.get().payment(), "HELD", held.get().reasons(), Map.of());
            }
            var authorised = facts.the(ProviderPaymentAuthorised.class);
            return new ProviderPaymentAnswer(
                    authorised.payment(), "AUTHORISED", List.of(), SourceSplit.of(authorised.split()));
        }
    }
}
