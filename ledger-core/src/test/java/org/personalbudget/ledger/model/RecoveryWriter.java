package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.model.RecoveryRules.OwedBack;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** Writes what suppliers owe back, and how they pay it: into the account it came from, to the council, or elsewhere. */
final class RecoveryWriter {

    private final World world;
    private final Dice dice;
    private final MoneyWriter money;

    RecoveryWriter(World world, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.money = money;
    }

    BudgetCommand back(Dossier dossier) {
        if (!dossier.owedBack.isEmpty() && dice.chance(55)) return receive(dossier);
        PaymentId payment = dossier.supplied.isEmpty() || dice.chance(3)
                ? new PaymentId(world.id("no payment"))
                : dice.one(dossier.supplied.keySet());
        for (int i = 0; i < 4 && !hasArrived(dossier, payment) && !dossier.supplied.isEmpty(); i++) {
            payment = dice.one(dossier.supplied.keySet());
        }
        List<RecoveryRules.Supplied> supplied = dossier.supplied.get(payment);
        BigDecimal left = supplied == null ? Sums.NIL : RecoveryRules.left(supplied);
        return new RecordSupplierRefund(dossier.terms.budget(), payment, amount(left));
    }

    private static boolean hasArrived(Dossier dossier, PaymentId id) {
        Dossier.Instruction payment = dossier.payments.get(id);
        return payment == null || payment.where == Dossier.Whereabouts.WITH_PROVIDER;
    }

    private ReceiveSupplierRefund receive(Dossier dossier) {
        SupplierRefundId id = dice.one(dossier.owedBack.keySet());
        OwedBack owed = dossier.owedBack.get(id);
        if (dice.chance(3)) id = new SupplierRefundId(world.id("no refund"));
        AccountId account = owed == null || owed.account() == null || dice.chance(30) ? null : owed.account().id;
        if (dice.chance(5)) account = money.someAccount(dossier);
        LocalDate on = money.past();
        BigDecimal outstanding = owed == null ? Sums.NIL : owed.outstanding().total();
        Money amount = dice.chance(30) ? null : amount(outstanding);
        return new ReceiveSupplierRefund(dossier.terms.budget(), id, account, amount, on);
    }

    private Money amount(BigDecimal most) {
        if (dice.chance(3)) return dice.one(Money.ZERO, Money.of("100000000.01"));
        if (dice.chance(25)) return dice.around(most);
        int pence = most.movePointRight(2).min(BigDecimal.valueOf(100_000_000)).intValue();
        return Money.ofPence(dice.between(1, Math.max(1, pence)));
    }
}
