package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.model.Receipts.Receipt;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptCommand.RecordReceipt;
import org.personalbudget.ledger.receipt.ReceiptCommand.WithdrawReceipt;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** Writes what comes to the council's bank unexplained, and what somebody finds it was for. */
final class ReceiptWriter {

    private final World world;
    private final Dice dice;
    private final MoneyWriter money;
    private int written;

    ReceiptWriter(World world, MoneyWriter money) {
        this.world = world;
        this.dice = world.dice;
        this.money = money;
    }

    Command next(Dossier dossier) {
        Map<ReceiptId, Receipt> all = world.model.receipts().known;
        if (all.isEmpty() || dice.chance(35)) return comes();
        return dice.chance(7) ? new WithdrawReceipt(some()) : isFor(dossier);
    }

    private RecordReceipt comes() {
        ReceiptId id = dice.chance(4) ? some() : new ReceiptId(world.id("receipt " + ++written));
        Money amount = dice.chance(4)
                ? dice.one(Money.ZERO, Money.ofPence(-1), Money.of("100000000.01"))
                : dice.money(1, 25_000);
        LocalDate on = dice.chance(2) ? LocalDate.of(2001, 1, 1) : money.past();
        return new RecordReceipt(id, amount, on, dice.chance(50) ? null : world.note("thanks"));
    }

    /** As a rule one of which something is left. */
    private ReceiptId some() {
        Map<ReceiptId, Receipt> all = world.model.receipts().known;
        if (all.isEmpty() || dice.chance(3)) return new ReceiptId(world.id("no receipt"));
        ReceiptId id = dice.one(all.keySet());
        for (int i = 0; i < 3 && all.get(id).left.signum() == 0; i++) id = dice.one(all.keySet());
        return id;
    }

    private AllocateReceipt isFor(Dossier dossier) {
        ReceiptTarget to = dice.one(ReceiptTarget.values());
        for (int i = 0; i < 4 && awaited(to, some(to, dossier), dossier).signum() <= 0; i++) {
            to = dice.one(ReceiptTarget.values());
        }
        UUID id = some(to, dossier);
        for (int i = 0; i < 3 && awaited(to, id, dossier).signum() <= 0; i++) id = some(to, dossier);
        BigDecimal owed = awaited(to, id, dossier);
        ReceiptId receipt = some();
        Receipt known = world.model.receipts().known.get(receipt);
        BigDecimal left = known == null ? Sums.NIL : known.left;
        Money amount = dice.chance(40) ? null : dice.around(dice.one(owed, left, owed.min(left)));
        if (dice.chance(20)) amount = dice.money(0, 5_000);
        return new AllocateReceipt(dossier.terms.budget(), receipt, to, id, amount);
    }

    private @Nullable UUID some(ReceiptTarget to, Dossier dossier) {
        if (dice.chance(3)) return dice.one(null, world.id("nothing"));
        List<UUID> all = switch (to) {
            case CONTRIBUTION -> List.of();
            case RECLAIM ->
                dossier.claims.claims.keySet().stream().map(ReclaimId::value).toList();
            case SUPPLIER_REFUND ->
                dossier.owedBack.keySet().stream().map(SupplierRefundId::value).toList();
            case RECHARGE ->
                dossier.recharges.keySet().stream().map(RechargeId::value).toList();
        };
        return all.isEmpty() ? null : dice.one(all);
    }

    /** What is to come, as far as it can be said. */
    private static BigDecimal awaited(ReceiptTarget to, @Nullable UUID id, Dossier dossier) {
        if (to == ReceiptTarget.CONTRIBUTION) return Sums.atLeastNil(dossier.outstanding());
        if (id == null) return Sums.NIL;
        Claims.Claim claim = dossier.claims.claims.get(new ReclaimId(id));
        if (claim != null) return claim.owed.total();
        RecoveryRules.OwedBack back = dossier.owedBack.get(new SupplierRefundId(id));
        if (back != null) return back.outstanding().total();
        Dossier.Recharge recharge = dossier.recharges.get(new RechargeId(id));
        return recharge == null ? Sums.NIL : recharge.outstanding;
    }
}
