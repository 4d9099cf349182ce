package org.personalbudget.ledger.testing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ApproveBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.BlockBankDetails;
import org.personalbudget.ledger.bankdetails.BankDetailsCommand.ProposeBankDetails;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;
import org.personalbudget.ledger.bankdetails.PayeeCheck;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payrun.DroppedPayment;
import org.personalbudget.ledger.payrun.PayRunCommand.*;
import org.personalbudget.ledger.payrun.PayRunCommand.RevisePayRun;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.RaisedAlert;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;

/** What can be asked about bank details and runs, in the words that tests use; each asked by whoever may. */
public final class PayRunWords {

    public static final PayRunId RUN = new PayRunId(DeciderFixture.someId("run"));
    public static final BankPayee THEIR_ACCOUNT = BankPayee.of(BudgetWords.ACCOUNT);

    /** What is loaded, and not paid through a bank. */
    public static final BankPayee CARD = BankPayee.of(BudgetWords.accountNamed("card"));

    private PayRunWords() {}

    public static Request openCard() {
        return BudgetWords.open(
                "card",
                AccountKind.PREPAID_CARD,
                ContributionMethod.GROSS,
                People.PERSON,
                LocalDate.parse("2025-04-07"),
                BudgetWords.FLEX);
    }

    /** Details of {@link BudgetWords#ACCOUNT}, told apart by their digest. */
    public static Request proposeDetails(String digest, ModulusOutcome modulus, PayeeCheck check) {
        return proposeDetails(THEIR_ACCOUNT, digest, modulus, check);
    }

    public static Request proposeDetails(String digest) {
        return proposeDetails(digest, ModulusOutcome.VALID, PayeeCheck.MATCH);
    }

    public static Request proposeDetails(BankPayee payee, String digest, ModulusOutcome modulus, PayeeCheck check) {
        boolean supplier = payee.kind() == BankPayee.Kind.SUPPLIER;
        Note details = new Note(DeciderFixture.someId(digest), digest);
        return Request.of(new ProposeBankDetails(payee, supplier ? null : BudgetWords.BUDGET, details, modulus, check));
    }

    public static Request approveDetails(int version) {
        return approveDetails(THEIR_ACCOUNT, version, null);
    }

    public static Request approveDetails(BankPayee payee, int version, @Nullable Note evidence) {
        return Request.of(new ApproveBankDetails(payee, version, evidence));
    }

    public static Request blockDetails(int version, ReturnCode code) {
        return Request.of(new BlockBankDetails(THEIR_ACCOUNT, version, code, null));
    }

    public static Request buildRun(PayRunKind kind, String dueBy) {
        LocalDate due = LocalDate.parse(dueBy);
        return Request.of(
                new BuildPayRun(RUN, kind, due, null, new PayRunDates(due.minusDays(4), due.minusDays(3), due)));
    }

    public static PayRunItem item(int number, PaymentId payment, String amount) {
        return new PayRunItem(
                number,
                payment,
                1,
                BudgetWords.BUDGET,
                THEIR_ACCOUNT,
                PaymentPurpose.INSTALMENT,
                Channel.BANK,
                1,
                null,
                LocalDate.parse("2025-06-02"),
                Money.of(amount));
    }

    public static Request addPart(int part, PayRunItem... items) {
        return Request.of(new AddToPayRun(RUN, part, List.of(items), List.of(), part * 100L));
    }

    public static Request closeRun() {
        return Request.of(new ClosePayRun(RUN));
    }

    public static Request approveRun(FileDigest hash) {
        return Request.of(new ApprovePayRun(RUN, hash));
    }

    public static Request revise(FileDigest seen, DroppedPayment... dropped) {
        return Request.of(new RevisePayRun(RUN, seen, List.of(dropped), List.of()));
    }

    public static Request revise(FileDigest seen, RaisedAlert... alerts) {
        return Request.of(new RevisePayRun(RUN, seen, List.of(), List.of(alerts)));
    }

    public static Request cancelRun() {
        return Request.of(new CancelPayRun(RUN));
    }

    public static Request recordSubmissions(int part, DroppedPayment... dropped) {
        return Request.of(new RecordSubmissions(RUN, part, List.of(dropped)));
    }

    public static Request submitRun() {
        return Request.of(new SubmitPayRun(RUN));
    }
}
