package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.bankdetails.BankDetails.Standing;
import org.personalbudget.ledger.bankdetails.BankDetails.Version;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent.BankDetailsBlocked;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.PayoutCommand.DismissDeathQuery;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueried;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueryDismissed;
import org.personalbudget.ledger.budget.PayoutRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payrun.RunOrder;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * What keeps money from going out: bank details that do not hold, a death, a suspension. Between the day a run is built
 * and the day it is approved all of that may change, so the budget looks again at each payment.
 */
final class Payouts {

    private Payouts() {}

    static Decision decide(PayoutCommand command, Budget budget, Circumstances at) {
        return switch (command) {
            case DismissDeathQuery dismiss ->
                budget.lifecycle().deathQuery() == null
                        ? refuse(new NoDeathQuery(dismiss.budget()))
                        : accept(new DeathQueryDismissed(
                                dismiss.budget(),
                                at.now(),
                                dismiss.reason(),
                                at.actor().id()));
        };
    }

    /** By hand somebody answers for it; in a run nobody looks at each payment. */
    static Optional<BudgetRefusal> withheld(
            @Nullable RunOrder order, Payment payment, BankDetails details, Budget budget, Circumstances at) {
        if (order == null) return Optional.empty();
        return first(
                () -> changed(order, payment),
                () -> notPaidTo(order, payment, details, at),
                () -> payment.instructed().purpose() == PaymentPurpose.PROVIDER
                        ? Optional.empty()
                        : notPaidOut(budget.lifecycle(), at.today()));
    }

    private static Optional<BudgetRefusal> changed(RunOrder order, Payment payment) {
        Money amount = payment.instructed().split().total();
        boolean same = order.attempt() == payment.attempt() && order.amount().equals(amount);
        return when(!same, () -> new PaymentHasChanged(payment.instructed().payment(), order.amount(), amount));
    }

    /** What others have replaced since is not paid to any more, even if the run was built with it. */
    private static Optional<BudgetRefusal> notPaidTo(
            RunOrder order, Payment payment, BankDetails details, Circumstances at) {
        BankPayee payee = payment.instructed().bankPayee();
        if (payee == null) return Optional.empty();
        int number = order.details() == null ? 0 : order.details();
        boolean paidTo = details.detailsInForce(at.moment())
                .filter(version -> version.number() == number && version.standing() == Standing.APPROVED)
                .isPresent();
        return when(!paidTo, () -> new DetailsNotPaidTo(payee, number));
    }

    private static Optional<BudgetRefusal> notPaidOut(Lifecycle life, LocalDate today) {
        PaymentId queried = life.deathQuery();
        return first(
                () -> when(life.died(), () -> new PersonHasDied(life.lastDayOr(today))),
                () -> queried == null ? Optional.empty() : Optional.of(new DeathIsQueried(queried)),
                () -> when(life.withholds(null, today), () -> new PaymentsAreSuspended(today)));
    }

    /** What a payment that came back says about where it went, and about the person. */
    static void follow(ReturnPayment command, Payment payment, BankDetails details, Draft draft, Circumstances at) {
        BankPayee payee = payment.instructed().bankPayee();
        if (payee != null && command.code().blocksDetails())
            block(command, payee, paidTo(payment, details, at), draft, at);
        Lifecycle life = draft.budget().lifecycle();
        boolean asks = command.code() == ReturnCode.DECEASED
                && payment.instructed().purpose() != PaymentPurpose.PROVIDER
                && !life.died()
                && life.deathQuery() == null;
        if (asks) draft.add(new DeathQueried(command.budget(), at.now(), command.payment()));
    }

    /** Where it went; where nobody wrote that down, where it would go now. */
    private static @Nullable Version paidTo(Payment payment, BankDetails details, Circumstances at) {
        Integer version = payment.details();
        return (version == null ? details.detailsInForce(at.moment()) : details.version(version)).orElse(null);
    }

    private static void block(
            ReturnPayment command, BankPayee payee, @Nullable Version version, Draft draft, Circumstances at) {
        if (version == null || version.standing() != Standing.APPROVED) return;
        draft.add(new BankDetailsBlocked(
                payee,
                at.now(),
                version.number(),
                version.budget(),
                command.code(),
                command.payment(),
                null,
                at.actor().id()));
    }
}
