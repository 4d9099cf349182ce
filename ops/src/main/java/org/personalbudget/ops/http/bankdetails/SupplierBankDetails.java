package org.personalbudget.ops.http.bankdetails;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ApproveBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.BlockBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.bankdetails.BankDetailsAnswers.Step;
import org.personalbudget.ops.http.bankdetails.BankDetailsRequests.Approve;
import org.personalbudget.ops.http.bankdetails.BankDetailsRequests.Block;
import org.personalbudget.ops.http.bankdetails.BankDetailsRequests.Propose;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where suppliers are paid. */
@Tag(name = "Bank details")
@RestController
@RequestMapping("/api/v1/suppliers/{supplierId}/bank-details")
public final class SupplierBankDetails {

    private final BankDetailsDesk desk;

    SupplierBankDetails(BankDetailsDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Propose bank details",
            description = "Checked by modulus; approved by somebody else. What was proposed before is void.")
    @PostMapping
    @Asks(ProposeBankDetails.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Step> propose(@PathVariable UUID supplierId, @RequestBody Propose body, Call call) {
        return desk.propose(BankPayee.of(new SupplierId(supplierId)), null, body, call);
    }

    @Operation(
            summary = "Approve bank details",
            description =
                    "Never one's own proposal. A first set is in force at once, a change after the policy's cooling-off.")
    @PostMapping("/{version}/approval")
    @Asks(ApproveBankDetails.class)
    ResponseEntity<Step> approve(
            @PathVariable UUID supplierId,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Approve body,
            Call call) {
        return desk.approve(BankPayee.of(new SupplierId(supplierId)), null, version, body, call);
    }

    @Operation(summary = "Block bank details", description = "Nothing is paid there any more.")
    @PostMapping("/{version}/block")
    @Asks(BlockBankDetails.class)
    ResponseEntity<Step> block(
            @PathVariable UUID supplierId, @PathVariable int version, @RequestBody Block body, Call call) {
        return desk.block(BankPayee.of(new SupplierId(supplierId)), null, version, body, call);
    }
}
