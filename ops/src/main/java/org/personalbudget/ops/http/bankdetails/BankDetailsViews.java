package org.personalbudget.ops.http.bankdetails;

import static org.personalbudget.ledger.kernel.Role.INVOICE_OFFICER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.bankdetails.BankDetailsAnswers.Versions;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.security.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows where payees are paid, in every version there was. */
@Tag(name = "Bank details")
@RestController
@RequestMapping("/api/v1")
@FromProjections
public final class BankDetailsViews {

    private final BankDetailsDesk desk;

    BankDetailsViews(BankDetailsDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "A supplier's bank details", description = "Of numbers, the last four digits.")
    @GetMapping("/suppliers/{supplierId}/bank-details")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, INVOICE_OFFICER})
    Versions ofSupplier(@PathVariable UUID supplierId) {
        return desk.versions(BankPayee.of(new SupplierId(supplierId)));
    }

    @Operation(summary = "An account's bank details", description = "Of numbers, the last four digits.")
    @GetMapping("/budgets/{budgetId}/accounts/{accountId}/bank-details")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER})
    Versions ofAccount(@PathVariable UUID budgetId, @PathVariable UUID accountId) {
        return desk.versions(BankPayee.of(new AccountId(accountId)));
    }

    @Operation(summary = "A person's bank details", description = "Of numbers, the last four digits.")
    @GetMapping("/budgets/{budgetId}/bank-details")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER})
    Versions ofPerson(@PathVariable UUID budgetId) {
        return desk.versions(BankPayee.of(new BudgetId(budgetId)));
    }
}
