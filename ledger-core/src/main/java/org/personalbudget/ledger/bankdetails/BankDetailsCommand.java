package org.personalbudget.ledger.bankdetails;

import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;

/** What can be asked about where somebody is paid. */
public sealed interface BankDetailsCommand extends Command {

    BankPayee payee();

    @Override
    default StreamId stream() {
        return payee().stream();
    }

    /**
     * Lay bank details before a second person. What was laid before and not approved is void.
     *
     * @param budget of the custody account or the person; null for a supplier
     * @param details where the register keeps sort code, account number and name
     * @param modulus what the modulus check says of them
     * @param check what the bank says of the name
     */
    record ProposeBankDetails(
            BankPayee payee, @Nullable BudgetId budget, Note details, ModulusOutcome modulus, PayeeCheck check)
            implements BankDetailsCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER);
        }
    }

    /**
     * Agree to them. Never who proposed them.
     *
     * @param evidence what was seen or heard, such as a call back: needed for a close match, and for a change where the
     *     policy says so
     */
    record ApproveBankDetails(
            BankPayee payee, int version, @Nullable Note evidence) implements BankDetailsCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_APPROVER);
        }
    }

    /**
     * Pay nothing there any more.
     *
     * @param code why the bank sent money back, or null where somebody has another reason
     */
    record BlockBankDetails(
            BankPayee payee,
            int version,
            @Nullable ReturnCode code,
            @Nullable Note reason) implements BankDetailsCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER, PAYMENTS_APPROVER);
        }
    }
}
