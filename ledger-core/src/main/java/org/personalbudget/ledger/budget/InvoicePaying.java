package org.personalbudget.ledger.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.Authorising.Order;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.InvoiceEvent.ApprovedLine;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceApproved;
import org.personalbudget.ledger.invoice.AssessedLine;
import org.personalbudget.ledger.invoice.Assessment;
import org.personalbudget.ledger.invoice.InvoiceCase;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;

/** What is in order of an invoice is authorised, line by line, and instructed: one payment for each who pays. */
record InvoicePaying(InvoiceId invoice, SupplierId supplier, InvoiceNumber number, Circumstances at) {

    /**
     * Pays what somebody approved of what was disputed, each line by whoever pays for it.
     *
     * @param open the amounts by line, which settle as much of what was disputed
     */
    void settle(Map<AssessedLine, Optional<AccountId>> open, @Nullable Note reason, Draft draft) {
        Map<Optional<AccountId>, List<AssessedLine>> byPayer = new LinkedHashMap<>();
        open.forEach((line, payer) ->
                byPayer.computeIfAbsent(payer, _ -> new ArrayList<>()).add(line));
        byPayer.forEach((payer, lines) -> {
            Money settles = lines.stream().map(AssessedLine::payable).reduce(Money.ZERO, Money::plus);
            pay(new Bill(payer.orElse(null), lines, Money.ZERO), settles, reason, draft);
        });
    }

    /**
     * What one payer pays.
     *
     * @param beside what is paid beside the lines, within tolerance
     */
    private record Bill(@Nullable AccountId payer, List<AssessedLine> lines, Money beside) {}

    void pay(InvoiceCase its, Assessment found, Draft draft) {
        Map<Optional<AccountId>, List<AssessedLine>> byPayer = new LinkedHashMap<>();
        for (int i = 0; i < found.lines().size(); i++) {
            AssessedLine line = found.lines().get(i);
            if (!line.payable().isPositive()) continue;
            Optional<AccountId> payer = Optional.ofNullable(its.lines().get(i).payer());
            byPayer.computeIfAbsent(payer, _ -> new ArrayList<>()).add(line);
        }
        Money beside = found.rounding();
        for (Map.Entry<Optional<AccountId>, List<AssessedLine>> each : byPayer.entrySet()) {
            pay(new Bill(each.getKey().orElse(null), each.getValue(), beside), Money.ZERO, null, draft);
            beside = Money.ZERO;
        }
    }

    /** @param settles how much of what was disputed is no more */
    private void pay(Bill bill, Money settles, @Nullable Note reason, Draft draft) {
        PaymentId payment = next(draft.budget());
        Authorising authorising = new Authorising(draft, at);
        for (AssessedLine line : bill.lines())
            authorising.authorise(order(line, payment, bill.payer(), draft.budget()));
        Budget budget = draft.budget();
        Account account = bill.payer() == null ? null : budget.account(bill.payer());
        Money tax = bill.lines().stream().map(AssessedLine::tax).reduce(Money.ZERO, Money::plus);
        Money rounding = bill.lines().stream().map(AssessedLine::rounding).reduce(bill.beside(), Money::plus);
        InvoiceApproved approved = new InvoiceApproved(
                budget.terms().budget(),
                at.now(),
                invoice,
                payment,
                supplier,
                bill.lines().stream().map(InvoicePaying::approved).toList(),
                Split.of(Part.of(budget.lead(), tax)),
                rounding(rounding, account, bill, budget),
                authorising.last(),
                account == null ? null : account.id(),
                account == null ? null : account.opened().kind(),
                budget.lead(),
                settles,
                reason,
                at.actor().id());
        draft.add(approved);
        authorising.instruct(approved.tax().plus(approved.rounding()));
    }

    /** The first payment of an invoice has its name; what is approved later is paid by others. */
    private PaymentId next(Budget budget) {
        Invoice known = budget.invoices().find(invoice);
        int before = known == null ? 0 : known.payments().size();
        return PaymentId.invoice(supplier, number, before + 1);
    }

    private Order order(AssessedLine line, PaymentId payment, @Nullable AccountId payer, Budget budget) {
        LineId id = Objects.requireNonNull(line.planLine(), "what is paid was ordered");
        PlanLine planned = budget.plans().inForceOn(line.service().first()).orElseThrow().lines().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Order(
                payment,
                supplier,
                number,
                planned,
                line.service(),
                line.cost(),
                line.billed().rate(),
                payer == null ? null : budget.account(payer));
    }

    private static ApprovedLine approved(AssessedLine line) {
        LineId id = Objects.requireNonNull(line.planLine(), "what is paid was ordered");
        return new ApprovedLine(line.billed().id(), id, line.service(), line.units(), line.cost());
    }

    /** By the shares of the days it is for; from an account, out of what it holds. */
    private Split rounding(Money amount, @Nullable Account account, Bill bill, Budget budget) {
        if (amount.isZero()) return Split.NOTHING;
        if (account == null) {
            return Sharing.over(bill.lines().getLast().service(), budget).split(amount);
        }
        Split magnitude = account.pots()
                .attribute(amount.max(amount.negated()), at.policy().attribution(), budget.lead(), null);
        return amount.isNegative() ? magnitude.negated() : magnitude;
    }
}
