package org.personalbudget.ops.http.bankdetails;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ApproveBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.BlockBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.payruns.WritablePayees;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.payments.FileUnwritable;

/** What is sent in about bank details, the same for every kind of payee. */
final class BankDetailsRequests {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_WORDS = 2_000;

    private BankDetailsRequests() {}

    @Schema(name = "ProposeBankDetails")
    record Propose(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "08-99-99") @Nullable
            String sortCode,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "66374958") @Nullable
            String accountNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In whose name the account is.")
            @Nullable
            String name,

            @Schema(
                    allowableValues = {"MATCH", "CLOSE_MATCH", "NO_MATCH", "NOT_CHECKED"},
                    description = "What the bank says of the name; NOT_CHECKED if not given.")
            @Nullable
            String payeeCheck) {

        Command command(BankPayee payee, @Nullable BudgetId budget, ModulusChecks checks, Fields fields) {
            String sort = fields.sortCode("sortCode", sortCode);
            String number = fields.accountNumber("accountNumber", accountNumber);
            String holder = fields.text("name", name, LONGEST_NAME);
            PayeeCheck check = fields.oneOf("payeeCheck", payeeCheck, PayeeCheck.class, PayeeCheck.NOT_CHECKED);
            boolean readable = !sort.isEmpty() && !number.isEmpty();
            if (readable && !holder.isEmpty()) {
                WritablePayees.fault(holder, sort, number)
                        .ifPresent(it -> fields.wrong("name", "payee-not-writable", rule(it)));
            }
            return new ProposeBankDetails(
                    payee,
                    budget,
                    fields.account(sort, number, holder),
                    readable ? checks.of(sort, number) : ModulusOutcome.NOT_COVERED,
                    check);
        }
    }

    private static String rule(FileUnwritable fault) {
        String detail = fault.detail();
        return "cannot be written into a payment file. "
                + (detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail);
    }

    @Schema(name = "ApproveBankDetails")
    record Approve(
            @Schema(
                    description =
                            "What was seen or heard, such as a call back to a number known before: needed for a close"
                                    + " match, and for a change where the policy says so.")
            @Nullable
            String evidence) {

        Command command(BankPayee payee, int version, Fields fields) {
            return new ApproveBankDetails(payee, version, fields.optionalNote("evidence", evidence, LONGEST_WORDS));
        }

        static Approve orNothing(@Nullable Approve given) {
            return given == null ? new Approve(null) : given;
        }
    }

    @Schema(name = "BlockBankDetails")
    record Block(
            @Schema(description = "The bank's reason, ARUCS: 0, 3, 5 or B; or by name.", example = "B") @Nullable
            String code,

            @Schema(description = "Another reason, in words.") @Nullable
            String reason) {

        Command command(BankPayee payee, int version, Fields fields) {
            ReturnCode given = code == null ? null : returnCode(fields);
            if (code == null && reason == null) fields.wrong("reason", "missing-field", "is missing");
            return new BlockBankDetails(payee, version, given, fields.optionalNote("reason", reason, LONGEST_WORDS));
        }

        private ReturnCode returnCode(Fields fields) {
            for (ReturnCode each : ReturnCode.values()) if (each.code().equals(code)) return each;
            return fields.oneOf("code", code, ReturnCode.class);
        }
    }
}
