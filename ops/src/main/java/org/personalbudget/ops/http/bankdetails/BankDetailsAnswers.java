package org.personalbudget.ops.http.bankdetails;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetails.Standing;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent.*;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.projections.payruns.BankDetailsView;

/** What is said about bank details: never more of a number than its last four digits. */
final class BankDetailsAnswers {

    private static final int SHOWN = 4;

    private BankDetailsAnswers() {}

    /** @param inForceFrom from when on they are paid to, once approved */
    @Schema(name = "BankDetailsStep")
    record Step(
            BankPayee.Kind payee,
            UUID payeeId,
            int version,
            Standing standing,
            @Nullable Instant inForceFrom) {

        static Step of(BankDetailsEvent event) {
            return switch (event) {
                case BankDetailsProposed e -> step(e, e.version(), Standing.PROPOSED, null);
                case BankDetailsApproved e -> step(e, e.version(), Standing.APPROVED, e.inForceFrom());
                case BankDetailsBlocked e -> step(e, e.version(), Standing.BLOCKED, null);
            };
        }

        private static Step step(BankDetailsEvent event, int version, Standing standing, @Nullable Instant from) {
            return new Step(event.payee().kind(), event.payee().id(), version, standing, from);
        }
    }

    @Schema(name = "BankDetailsVersions")
    record Versions(BankPayee.Kind payee, UUID payeeId, List<Version> versions) {

        static Versions of(
                BankPayee payee,
                List<BankDetailsView> views,
                Map<UUID, BankDetails> accounts,
                Map<UUID, String> words) {
            return new Versions(
                    payee.kind(),
                    payee.id(),
                    views.stream()
                            .map(view -> Version.of(view, accounts.get(view.details()), words))
                            .toList());
        }
    }

    /**
     * One version.
     *
     * @param accountNumber its last four digits; null once it was erased
     * @param name null once it was erased
     * @param blockCode why the bank sent money back from there
     */
    @Schema(name = "BankDetailsVersion")
    record Version(
            int version,
            Standing standing,
            @Nullable String accountNumber,
            @Nullable String name,
            ModulusOutcome modulusCheck,
            PayeeCheck payeeCheck,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable String evidence,
            @Nullable Instant inForceFrom,
            @Nullable String blockCode,
            @Nullable String blockReason,
            @Nullable Instant blockedAt) {

        static Version of(BankDetailsView view, @Nullable BankDetails account, Map<UUID, String> words) {
            return new Version(
                    view.version(),
                    view.standing(),
                    account == null ? null : ending(account.accountNumber()),
                    account == null ? null : account.name(),
                    view.modulus(),
                    view.check(),
                    view.proposedBy(),
                    view.proposedAt(),
                    view.approvedBy(),
                    view.evidence() == null ? null : words.get(view.evidence()),
                    view.inForceFrom(),
                    view.blockCode(),
                    view.blockReason() == null ? null : words.get(view.blockReason()),
                    view.blockedAt());
        }

        private static String ending(String number) {
            return "****" + number.substring(number.length() - SHOWN);
        }
    }
}
