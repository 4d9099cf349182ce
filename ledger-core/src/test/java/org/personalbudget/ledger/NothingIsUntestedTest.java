package org.personalbudget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.bankdetails.BankDetailsRefusal;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetRefusal;
import org.personalbudget.ledger.cardprogramme.CardProgrammeCommand;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal;
import org.personalbudget.ledger.intake.IntakeCommand;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.intake.IntakeRefusal;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunCommand;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PayRunRefusal;
import org.personalbudget.ledger.payrun.PaymentReportCommand;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.period.PeriodCommand;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.period.PeriodRefusal;
import org.personalbudget.ledger.policy.PolicyCommand;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.policy.PolicyRefusal;
import org.personalbudget.ledger.pooledfund.PoolCommand;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.pooledfund.PoolRefusal;
import org.personalbudget.ledger.receipt.ReceiptCommand;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.receipt.ReceiptRefusal;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementCommand;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.statement.StatementRefusal;
import org.personalbudget.ledger.supplier.SupplierCommand;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.supplier.SupplierRefusal;
import org.personalbudget.ledger.takeon.TakeOnBatchCommand;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal;
import org.personalbudget.ledger.testing.Seen;

/**
 * Comes last and asks what no test before it has brought about. A new command, event, refusal or reason is found here
 * until somebody has told, in given, when and then, how it comes to be. Run alone, it finds everything.
 */
@Order(Integer.MAX_VALUE)
class NothingIsUntestedTest {

    @Test
    void everyCommandIsAsked() {
        assertThat(Seen.missingOf(
                        BudgetCommand.class,
                        SupplierCommand.class,
                        PolicyCommand.class,
                        PeriodCommand.class,
                        PoolCommand.class,
                        ReceiptCommand.class,
                        TakeOnBatchCommand.class,
                        IntakeCommand.class,
                        BankDetailsCommand.class,
                        PayRunCommand.class,
                        PaymentReportCommand.class,
                        StatementCommand.class,
                        CardProgrammeCommand.class))
                .isEmpty();
    }

    @Test
    void everyEventIsRecorded() {
        assertThat(Seen.missingOf(
                        BudgetEvent.class,
                        PaymentEvent.class,
                        SupplierEvent.class,
                        PolicyEvent.class,
                        PeriodEvent.class,
                        PoolEvent.class,
                        ReceiptEvent.class,
                        DocumentEvent.class,
                        TakeOnBatchEvent.class,
                        IntakeEvent.class,
                        BankDetailsEvent.class,
                        PayRunEvent.class,
                        PaymentReportEvent.class,
                        StatementEvent.class,
                        ChainEvent.class,
                        CardProgrammeEvent.class))
                .isEmpty();
    }

    @Test
    void everyRefusalIsGiven() {
        assertThat(Seen.missingOf(
                        BudgetRefusal.class,
                        SupplierRefusal.class,
                        PolicyRefusal.class,
                        PeriodRefusal.class,
                        PoolRefusal.class,
                        ReceiptRefusal.class,
                        TakeOnBatchRefusal.class,
                        IntakeRefusal.class,
                        BankDetailsRefusal.class,
                        PayRunRefusal.class,
                        StatementRefusal.class,
                        CardProgrammeRefusal.class))
                .isEmpty();
    }

    @Test
    void everyReasonToQueryASpendIsNamed() {
        assertThat(Seen.missingReasons()).isEmpty();
    }
}
