package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.model.Bill.Found;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.terms.PaymentId;

/** What is paid of an invoice, by each who pays in a payment of its own. */
final class BillPaying {
    private final Bill bill;
    private final Dossier dossier;
    private final Setting setting;
    private final Charging charging;
    private final List<Runnable> effects = new ArrayList<>();

    BillPaying(Bill bill, Dossier dossier, Setting setting, Charging charging) {
        this.bill = bill;
        this.dossier = dossier;
        this.setting = setting;
        this.charging = charging;
    }

    void of(List<Found> found, Map<Found, Custody> payers, BigDecimal besides, Answer.Figures figures) {
        Map<Optional<Custody>, List<Found>> byPayer = new LinkedHashMap<>();
        for (Found each : found) {
            if (each.payable().signum() <= 0) continue;
            byPayer.computeIfAbsent(Optional.ofNullable(payers.get(each)), _ -> new ArrayList<>())
                    .add(each);
        }
        BigDecimal beside = besides;
        int number = bill.payments.size();
        for (Map.Entry<Optional<Custody>, List<Found>> each : byPayer.entrySet()) {
            PaymentId id = PaymentId.invoice(bill.supplier, bill.number, ++number);
            pay(id, each.getKey().orElse(null), each.getValue(), beside, figures);
            beside = NIL;
        }
    }

    void pay(PaymentId id, @Nullable Custody account, List<Found> lines, BigDecimal beside, Answer.Figures figures) {
        BigDecimal tax = NIL;
        BigDecimal rounding = beside;
        for (Found each : lines) {
            figures.add("units of line " + each.billed().id(), each.units());
            PlanLine line = dossier.planOn(each.service().first())
                    .flatMap(plan -> plan.line(Objects.requireNonNull(each.line())))
                    .orElseThrow();
            charging.charge(id, line, each.service(), each.cost(), account, figures);
            tax = tax.add(each.tax());
            rounding = rounding.add(each.rounding());
        }
        Amounts rounded = rounded(rounding, account, lines.getLast().service());
        Amounts recovered = new Amounts().add(Outgoings.pot(dossier.lead()), tax);
        figures.add("vat", recovered).add("rounded", rounded).note("paid by " + id);
        effects.add(() -> {
            charging.take(id, account, rounded.copy().addAll(recovered));
            post(rounded, recovered, account);
            Bill.Paying paying =
                    new Bill.Paying(id, dossier.payments.get(id).split.total());
            for (Found each : lines) {
                paying.used.add(new Bill.Used(
                        each.billed().id(), Objects.requireNonNull(each.line()), each.service(), each.units()));
            }
            bill.payments.add(paying);
        });
    }

    private Amounts rounded(BigDecimal amount, @Nullable Custody account, DateRange service) {
        if (amount.signum() == 0) return new Amounts();
        if (account == null) return Costing.shared(dossier.course, service, amount);
        if (amount.signum() > 0) return charging.taken(account, amount);
        return new Amounts().takeAll(charging.looked(account, amount.negate()));
    }

    private void post(Amounts rounded, Amounts recovered, @Nullable Custody account) {
        Books.Entry entry = dossier.books.entry(setting.today());
        recovered.each((pot, part) -> entry.debit(1450, pot, part).credit(2000, pot, part));
        rounded.each((pot, part) -> entry.debit(5910, pot.book(), part).credit(2000, pot, part));
        if (account != null) {
            Bought.ofCoFunders(rounded, dossier.lead())
                    .each((pot, part) -> entry.debit(2500, pot.book(), part).credit(4100, pot.book(), part));
        } else {
            rounded.byBook().forEach((book, part) -> dossier.rechargeable.merge(book, part, BigDecimal::add));
        }
        entry.done();
    }

    void take() {
        effects.forEach(Runnable::run);
    }
}
