package org.personalbudget.projections.payruns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * One version of where somebody is paid.
 *
 * @param details where the register keeps them
 * @param evidence where the register keeps the words, or null
 * @param inForceFrom from when on they are paid to, or null while they are not approved
 * @param blockCode why the bank sent money back from there, or null
 */
public record BankDetailsView(
        BankPayee payee,
        int version,
        @Nullable BudgetId budget,
        UUID details,
        ModulusOutcome modulus,
        PayeeCheck check,
        BankDetails.Standing standing,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable UUID evidence,
        @Nullable Instant inForceFrom,
        @Nullable String blockCode,
        @Nullable UUID blockReason,
        @Nullable Instant blockedAt) {}
